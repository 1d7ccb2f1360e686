package lab.carousel.ui.robot;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobotContext;
import org.testfx.robot.BaseRobot;
import org.testfx.robot.ClickRobot;
import org.testfx.robot.DragRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.robot.MoveRobot;
import org.testfx.robot.ScrollRobot;
import org.testfx.robot.SleepRobot;
import org.testfx.robot.TypeRobot;
import org.testfx.robot.WriteRobot;
import org.testfx.robot.impl.BaseRobotImpl;
import org.testfx.robot.impl.ClickRobotImpl;
import org.testfx.robot.impl.DragRobotImpl;
import org.testfx.robot.impl.KeyboardRobotImpl;
import org.testfx.robot.impl.MouseRobotImpl;
import org.testfx.robot.impl.MoveRobotImpl;
import org.testfx.robot.impl.ScrollRobotImpl;
import org.testfx.robot.impl.TypeRobotImpl;
import org.testfx.robot.impl.WriteRobotImpl;
import org.testfx.service.finder.WindowFinder;

/** The hands of a robot: after what they do they wait for {@link Frames}, not for the clock. */
final class QuickHands extends FxRobotContext {

    private final BaseRobot base = new BaseRobotImpl();
    private final KeyboardRobot keyboard = new Keyboard(base);
    private final MouseRobot mouse = new Mouse(base);
    private final SleepRobot sleep = new Awake();
    private final MoveRobot move = new MoveRobotImpl(base, mouse, sleep);
    private final ClickRobot click = new ClickRobotImpl(mouse, move, sleep);
    private final DragRobot drag = new DragRobotImpl(mouse, move);
    private final ScrollRobot scroll = new ScrollRobotImpl(mouse);
    private final TypeRobot type = new TypeRobotImpl(keyboard, sleep);
    private final WriteRobot write = new Writer(base, sleep, getWindowFinder());

    @Override
    public BaseRobot getBaseRobot() {
        return base;
    }

    @Override
    public KeyboardRobot getKeyboardRobot() {
        return keyboard;
    }

    @Override
    public MouseRobot getMouseRobot() {
        return mouse;
    }

    @Override
    public SleepRobot getSleepRobot() {
        return sleep;
    }

    @Override
    public MoveRobot getMoveRobot() {
        return move;
    }

    @Override
    public ClickRobot getClickRobot() {
        return click;
    }

    @Override
    public DragRobot getDragRobot() {
        return drag;
    }

    @Override
    public ScrollRobot getScrollRobot() {
        return scroll;
    }

    @Override
    public TypeRobot getTypeRobot() {
        return type;
    }

    @Override
    public WriteRobot getWriteRobot() {
        return write;
    }

    private static final class Keyboard extends KeyboardRobotImpl {

        Keyboard(BaseRobot base) {
            super(base);
        }

        @Override
        public void press(KeyCode... keys) {
            for (KeyCode key : keys) {
                pressNoWait(key);
                Frames.settle();
            }
        }

        @Override
        public void release(KeyCode... keys) {
            KeyCode[] pressed = keys.length == 0 ? getPressedKeys().toArray(new KeyCode[0]) : keys;
            for (KeyCode key : pressed) {
                releaseNoWait(key);
                Frames.settle();
            }
        }
    }

    private static final class Mouse extends MouseRobotImpl {

        Mouse(BaseRobot base) {
            super(base);
        }

        @Override
        public void press(MouseButton... buttons) {
            pressNoWait(buttons);
            Frames.settle();
        }

        @Override
        public void release(MouseButton... buttons) {
            releaseNoWait(buttons);
            Frames.settle();
        }

        @Override
        public void move(Point2D location) {
            moveNoWait(location);
            Frames.settle();
        }

        @Override
        public void scroll(int amount) {
            scrollNoWait(amount);
            Frames.settle();
        }
    }

    private static final class Writer extends WriteRobotImpl {

        private final BaseRobot base;
        private final WindowFinder windows;

        Writer(BaseRobot base, SleepRobot sleep, WindowFinder windows) {
            super(base, sleep, windows);
            this.base = base;
            this.windows = windows;
        }

        @Override
        public void write(char character) {
            write(String.valueOf(character), 0);
        }

        @Override
        public void write(String text, int millis) {
            Scene scene = Stream.of(windows.window(Window::isFocused), windows.targetWindow(), windows.window(0))
                    .filter(window -> window != null)
                    .findFirst()
                    .orElseThrow()
                    .getScene();
            text.chars().forEach(character -> {
                KeyCode key =
                        switch (character) {
                            case '\n' -> KeyCode.ENTER;
                            case '\t' -> KeyCode.TAB;
                            default -> KeyCode.UNDEFINED;
                        };
                base.typeKeyboard(scene, key, Character.toString(character));
                Frames.settle();
            });
        }
    }

    /** Lets no time pass. */
    private static final class Awake implements SleepRobot {

        @Override
        public void sleep(long millis) {
            Frames.settle();
        }

        @Override
        public void sleep(long duration, TimeUnit unit) {
            Frames.settle();
        }
    }
}
