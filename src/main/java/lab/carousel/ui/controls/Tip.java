package lab.carousel.ui.controls;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Words that explain a part of the window: they stand beside it while the pointer rests on it, and are read aloud with it if
 * it says nothing else there. A tooltip of JavaFX is a window of its own, with styles of its own; a window full of them takes
 * a tenth of a start, so that each is made when the pointer comes for the first time.
 */
public final class Tip {

    /** A line of a length that is read easily. */
    private static final double WIDTH = 360;

    private static final double LONG_WIDTH = 480;
    private static final Duration SOON = Duration.millis(200);

    private final Node node;
    private final boolean isLong;
    private String words = "";
    private @Nullable Tooltip tooltip;

    private Tip(Node node, boolean isLong) {
        this.node = node;
        this.isLong = isLong;
    }

    /** Explains a node from now on so; without words no longer. */
    public static void put(Node node, String words) {
        put(node, words, false);
    }

    /** The same with what is looked up again and again, and may be long: it comes sooner, and stays. */
    public static void putLong(Node node, String words) {
        put(node, words, true);
    }

    /** The words that explain a node; empty if there are none. */
    public static String of(Node node) {
        return at(node).map(tip -> tip.words).orElse("");
    }

    private static void put(Node node, String words, boolean isLong) {
        at(node).orElseGet(() -> begin(node, isLong)).say(words);
    }

    private static Tip begin(Node node, boolean isLong) {
        Tip tip = new Tip(node, isLong);
        node.getProperties().put(Tip.class, tip);
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> tip.make());
        return tip;
    }

    private static Optional<Tip> at(Node node) {
        return node.hasProperties()
                ? Optional.ofNullable((Tip) node.getProperties().get(Tip.class))
                : Optional.empty();
    }

    private void say(String now) {
        String help = node.getAccessibleHelp();
        if (!node.accessibleHelpProperty().isBound() && (help == null || help.equals(words))) {
            node.setAccessibleHelp(now);
        }
        words = now;
        if (tooltip != null || node.isHover()) {
            make();
        }
    }

    private void make() {
        if (words.isEmpty()) {
            if (tooltip != null) {
                Tooltip.uninstall(node, tooltip);
            }
            return;
        }
        if (tooltip == null) {
            tooltip = made();
        }
        tooltip.setText(words);
        Tooltip.install(node, tooltip);
    }

    private Tooltip made() {
        Tooltip made = new Tooltip();
        made.setWrapText(true);
        // Escape means what it means without a tip, too
        made.setConsumeAutoHidingEvents(false);
        made.setMaxWidth(isLong ? LONG_WIDTH : WIDTH);
        if (isLong) {
            made.setShowDelay(SOON);
            made.setShowDuration(Duration.INDEFINITE);
        }
        return made;
    }
}
