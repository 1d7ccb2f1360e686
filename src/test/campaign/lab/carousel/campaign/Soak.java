package lab.carousel.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.Pace;
import lab.carousel.ui.background.Freeze;

/** The real window while 64 units train, and a user at random: keys, clicks, drags and the wheel. */
final class Soak {

    private static final int MOST_MILLIS_STILL = 250;
    private static final int UNITS = 64;
    private static final KeyCode[] KEYS = {
        KeyCode.TAB,
        KeyCode.TAB,
        KeyCode.ENTER,
        KeyCode.ESCAPE,
        KeyCode.SPACE,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.PAGE_DOWN,
        KeyCode.BACK_SPACE,
        KeyCode.DELETE,
        KeyCode.DIGIT0,
        KeyCode.DIGIT1,
        KeyCode.DIGIT7,
        KeyCode.A,
        KeyCode.Z,
        KeyCode.X,
        KeyCode.PERIOD,
        KeyCode.MINUS,
        KeyCode.F1,
        KeyCode.F5
    };
    private static final KeyCode[] WITH_CONTROL = {
        KeyCode.Z,
        KeyCode.Y,
        KeyCode.S,
        KeyCode.O,
        KeyCode.N,
        KeyCode.A,
        KeyCode.C,
        KeyCode.V,
        KeyCode.F,
        KeyCode.DIGIT1
    };

    private final SplittableRandom random;
    final List<Freeze> freezes = new CopyOnWriteArrayList<>();
    final List<String> falls;
    final List<Long> heaps = new ArrayList<>();
    final List<Integer> threads = new ArrayList<>();
    volatile boolean isCollecting;
    long actions;
    long updates;

    private final RealWindow shown;
    final Holds holds = new Holds(MOST_MILLIS_STILL);
    private Robot robot;

    Soak(SplittableRandom random) {
        this.random = random;
        Experiment reference = Experiment.reference();
        Experiment wide = new Experiment(
                reference.task(),
                reference.hyperparameters().with(Settings.HIDDEN_UNITS, UNITS).with(Settings.EPOCHS, 1_000_000),
                EngineName.KERNEL);
        shown = new RealWindow(wide, MOST_MILLIS_STILL, this::note);
        falls = shown.falls;
    }

    private void note(Freeze freeze) {
        if (!isCollecting) {
            freezes.add(freeze);
        }
    }

    void run(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        shown.show();
        holds.begin();
        shown.onScreen(() -> {
            robot = new Robot();
            shown.workspace().lab().paceProperty().set(Pace.FIRST);
            shown.workspace().lab().play();
        });
        long end = System.nanoTime() + nanos;
        long nextLook = System.nanoTime();
        while (System.nanoTime() - end < 0) {
            if (System.nanoTime() - nextLook >= 0) {
                look();
                nextLook = System.nanoTime() + Math.min(TimeUnit.MINUTES.toNanos(1), nanos / 5);
            }
            shown.onScreen(this::act);
            actions++;
            Thread.sleep(25);
        }
        look();
        updates = shown.workspace().run().updates();
        holds.end();
        shown.close();
    }

    private void look() {
        isCollecting = true;
        heaps.add(LiveObjects.bytes() / 1_000_000);
        threads.add(Thread.activeCount());
        isCollecting = false;
    }

    private void act() {
        if (random.nextInt(60) == 0 && !shown.workspace().run().isTraining()) {
            shown.workspace().lab().play();
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> key(KEYS[random.nextInt(KEYS.length)]);
            case 2 -> {
                robot.keyPress(KeyCode.CONTROL);
                key(WITH_CONTROL[random.nextInt(WITH_CONTROL.length)]);
                robot.keyRelease(KeyCode.CONTROL);
            }
            case 3 -> {
                move();
                robot.mouseWheel(random.nextInt(-5, 6));
            }
            case 4 -> {
                move();
                robot.mousePress(MouseButton.PRIMARY);
                move();
                robot.mouseRelease(MouseButton.PRIMARY);
            }
            default -> {
                move();
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
            }
        }
    }

    private void key(KeyCode key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private void move() {
        robot.mouseMove(
                shown.stage().getX() + random.nextInt(RealWindow.WIDTH),
                shown.stage().getY() + random.nextInt(RealWindow.HEIGHT));
    }
}
