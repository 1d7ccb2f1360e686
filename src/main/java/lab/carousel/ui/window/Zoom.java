package lab.carousel.ui.window;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import lab.carousel.file.window.WindowState;
import lab.carousel.text.Message;
import lab.carousel.ui.command.CommandMenu;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.theme.Look;

/**
 * How large everything in the window is outside of presenter mode, by its menu and by Ctrl with plus, minus and 0 wherever these do
 * not zoom a chart. No larger than that the window has the room that its parts need at least.
 */
final class Zoom {

    private static final List<Double> STEPS =
            List.of(WindowState.LEAST_ZOOM, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, WindowState.MOST_ZOOM);
    private static final double LEAST_WIDTH = 1024;
    /** Of 800 points the bar with its title takes up to 40, and 125 % are to be possible in the rest. */
    private static final double LEAST_HEIGHT = 608;

    private static final int PERCENT = 100;

    private final MainWindow window;
    private final ObjectProperty<Look> look;
    private final Notices notices;

    Zoom(MainWindow window, ObjectProperty<Look> look, Notices notices) {
        this.window = window;
        this.look = look;
        this.notices = notices;
    }

    /** How much larger everything is in a window of some size. */
    static double factor(Look look, double width, double height) {
        return look.presenting() ? 1 : Math.min(look.zoom(), most(width, height));
    }

    private static double most(double width, double height) {
        return Math.max(1, Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT));
    }

    /** A menu in another one, whose commands are that one's. */
    Menu menu(CommandMenu outer) {
        Menu menu = Controls.named(new Menu(Message.text("view.zoom")), "view-zoom");
        menu.getItems()
                .addAll(item(outer, "in", "Plus", 1), item(outer, "out", "Minus", -1), item(outer, "reset", "0", 0));
        return menu;
    }

    private MenuItem item(CommandMenu outer, String key, String sign, int by) {
        return outer.declare("zoom-" + key, "view.zoom." + key, () -> change(by), "Shortcut+" + sign)
                .item();
    }

    /** One step larger or smaller; 0 is as usual. */
    private void change(int by) {
        if (look.get().presenting()) {
            return;
        }
        Node whole = window.getScene().getRoot();
        double most =
                most(whole.getLayoutBounds().getWidth(), whole.getLayoutBounds().getHeight());
        double now = Math.min(look.get().zoom(), most);
        double wanted = by == 0
                ? 1
                : STEPS.stream()
                        .filter(step -> by > 0 ? step > now : step < now)
                        .reduce((first, second) -> by > 0 ? first : second)
                        .orElse(now);
        double next = Math.min(wanted, most);
        look.set(look.get().zoomed(next));
        String key = wanted > most ? "view.zoom.most" : "view.zoom.now";
        notices.done(Message.text(key, Math.round(PERCENT * next)));
    }
}
