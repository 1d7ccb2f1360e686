package lab.carousel.ui.presenter;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.Magnifier;
import lab.carousel.ui.controls.Tip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What a room sees: on the left the text of a lesson, if there is one, beside it the run and one panel (two without a
 * lesson), and under all of it recall, margin and verdict.
 */
public final class PresenterPane extends StackPane {

    /** Of the loss chart, if the heatmap stands beside it: that has room for the numbers under its columns. */
    private static final double FIRST_SHARE = 0.36;

    private static final double HALF = 0.5;
    private static final double LEAST_FACTOR = 1.5;
    /** The size of the letters of a text, in points. */
    private static final double LETTERS = 13;

    private static final double LESSON_SHARE = 0.42;
    /** A panel that does not fit otherwise is made smaller, down to this; a question larger, up to that. */
    private static final double SMALLEST = 0.5;

    private static final double LARGEST = 1.6;
    private static final int FRAMES_BETWEEN = 10;
    private static final double NOTICE_WIDTH = 328;
    private static final double MARGIN = 8;
    private static final double STATUS_HEIGHT = 56;

    /**
     * What is shown.
     *
     * @param lesson   the text of a lesson, if there is one
     * @param hasVote  whether its question stands under it
     * @param settings single hyperparameters over the panels, if there are any
     * @param panels   side by side
     * @param choices  the panels that can be chosen
     * @param chosen   the one that is; empty if several are shown
     * @param height   what the panel needs; if there is less, all of it is smaller
     * @param bottom   under all of it, one over the other
     */
    public record Content(
            Optional<Region> lesson,
            boolean hasVote,
            Optional<Region> settings,
            List<Region> panels,
            List<PresentedPanel> choices,
            Optional<PresentedPanel> chosen,
            double height,
            List<Region> bottom) {

        public Content {
            panels = List.copyOf(panels);
            choices = List.copyOf(choices);
            bottom = List.copyOf(bottom);
        }
    }

    /** Shows a panel so large that nothing of it has to be scrolled. */
    private static final class FittedPanel extends StackPane {

        private final Magnifier magnified = styled(new Magnifier(this, this::factor), "presenter-panel");
        private double least;
        private double largest;

        FittedPanel(Region panel) {
            super(panel);
            HBox.setHgrow(magnified, Priority.ALWAYS);
        }

        /** What is shown then, at least so high, and at most so much larger. */
        Magnifier magnified(double newLeast, double newLargest) {
            least = newLeast;
            largest = newLargest;
            magnified.requestLayout();
            return magnified;
        }

        /** The largest factor with which all of it is seen. */
        private double factor(double width, double height) {
            double fits = SMALLEST;
            if (!fits(width / fits, height / fits)) {
                return scrolled(width, height);
            }
            double tooLarge = largest;
            if (fits(width / tooLarge, height / tooLarge)) {
                return largest;
            }
            while (tooLarge - fits > 0.02) {
                double between = (fits + tooLarge) / 2;
                if (fits(width / between, height / between)) {
                    fits = between;
                } else {
                    tooLarge = between;
                }
            }
            return fits;
        }

        /** For what scrolls in any case: it has the height that it needs, also for lines that are wrapped in that room. */
        private double scrolled(double width, double height) {
            double most = Math.min(1, Math.min(height / Math.max(1, least), width / Math.max(1, minWidth(height))));
            resize(Math.floor(width / most), Math.floor(height / most));
            layout();
            return Math.min(most, height / Math.max(1, minHeight(getWidth())));
        }

        private boolean fits(double width, double height) {
            if (minWidth(height) > width || Math.max(least, minHeight(Math.floor(width))) > Math.floor(height)) {
                return false;
            }
            resize(Math.floor(width), Math.floor(height));
            layout();
            return !isScrolled() && lookupAll(".scroll-pane").stream().noneMatch(FittedPanel::isCutOff);
        }

        boolean isScrolled() {
            return lookupAll(".scroll-bar").stream()
                    .anyMatch(bar -> ((ScrollBar) bar).getOrientation() == Orientation.VERTICAL
                            && FirstControl.isOnScreen(bar)
                            && bar.getLayoutBounds().getHeight() > 0);
        }

        /** Whether what is in it has grown: it is laid out by itself, and what is around it does not hear of that. */
        boolean isTooHigh() {
            return minHeight(getWidth()) > getHeight() + 1;
        }

        /** A pane that fits the height asks for a bar as if no line were wrapped. */
        private static boolean isCutOff(Node node) {
            return node instanceof ScrollPane pane
                    && pane.isFitToHeight()
                    && pane.getContent() instanceof Region content
                    && FirstControl.isOnScreen(pane)
                    && content.minHeight(content.getWidth())
                            > pane.getViewportBounds().getHeight() + 1;
        }
    }

    /** Two panels have their shares of the width in every language, whatever they ask for. */
    private static final class Panels extends HBox {

        private boolean hasLesson;

        @Override
        protected void layoutChildren() {
            if (getChildren().size() != 2) {
                super.layoutChildren();
                return;
            }
            double width = Math.floor(getWidth() * (hasLesson ? HALF : FIRST_SHARE));
            getChildren().get(0).resizeRelocate(0, 0, width, getHeight());
            getChildren().get(1).resizeRelocate(width, 0, getWidth() - width, getHeight());
        }
    }

    private final StackPane lesson = new StackPane();
    private final StackPane settings = new StackPane();
    private final Panels panels = new Panels();
    private final HBox tabs = styled(Controls.row(4), "presenter-tabs");
    private final VBox right = grow(new VBox());
    private final HBox bar = styled(Controls.row(8), "presenter-bar");
    private final Button leave = whole(
            named(new Button(Message.text("view.present.leave"), new FontIcon(Feather.MINIMIZE_2)), "presenterLeave"));
    private final Region spring = Controls.spring();
    private final VBox bottom = new VBox();
    private final BorderPane house = new BorderPane();
    private final Consumer<PresentedPanel> onChosen;
    private @Nullable Content shown;
    private List<FittedPanel> fitted = List.of();
    private int frames;

    /**
     * A pane that shows nothing yet.
     *
     * @param onChosen is given the panel that is chosen
     * @param onLeave  leaves it
     */
    public PresenterPane(Consumer<PresentedPanel> onChosen, Runnable onLeave) {
        this.onChosen = onChosen;
        named(this, "presenter", "presenter");
        setFocusTraversable(true);
        setAccessibleText(Message.text("ui.view.present"));
        lesson.getStyleClass().add("presenter-lesson");
        lesson.minWidthProperty().bind(lesson.prefWidthProperty());
        lesson.maxWidthProperty().bind(lesson.prefWidthProperty());
        panels.getStyleClass().add("presenter-panels");
        leave(onLeave);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        VBox.setVgrow(panels, Priority.ALWAYS);
        right.getChildren().addAll(settings, panels);
        house.setCenter(new HBox(lesson, right));
        house.setBottom(bottom);
        getChildren().add(house);
    }

    private void leave(Runnable onLeave) {
        acting(leave, onLeave);
        leave.setAccessibleText(Message.text("view.present.leave.accessible"));
        Tip.put(leave, Message.text("view.present.leave.accessible"));
        HBox.setHgrow(spring, Priority.SOMETIMES);
        bar.getChildren().addAll(spring, tabs, leave);
        house.setTop(bar);
    }

    /** Takes the parts of the window that are shown all the time. */
    public void take(Region toolbar, Region notices) {
        HBox.setHgrow(toolbar, Priority.ALWAYS);
        toolbar.setMinWidth(0);
        bar.getChildren().add(0, toolbar);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        // Over the panels, not over the verdict
        StackPane.setMargin(notices, new Insets(MARGIN, MARGIN, STATUS_HEIGHT + MARGIN, MARGIN));
        notices.setMaxSize(NOTICE_WIDTH, USE_PREF_SIZE);
        getChildren().add(notices);
    }

    /** Shows something else; whether it was not shown already. */
    public boolean show(Content content) {
        if (content.equals(shown) && isThere(content)) {
            return false;
        }
        shown = content;
        fill(lesson, content.lesson());
        fill(settings, content.settings());
        fill(bottom, content.bottom());
        panels.hasLesson = content.lesson().isPresent();
        boolean isVote = content.chosen().filter(PresentedPanel.VOTE::equals).isPresent();
        fitted = content.panels().stream().map(this::fitted).toList();
        fill(
                panels,
                fitted.stream()
                        .map(each -> each.magnified(content.height(), isVote ? LARGEST : 1))
                        .toList());
        panels.requestLayout();
        showTabs(content);
        placeBar(content);
        return true;
    }

    /** The one that shows it already, if there is one. */
    private FittedPanel fitted(Region panel) {
        return fitted.stream()
                .filter(each -> each.getChildren().contains(panel))
                .findFirst()
                .orElseGet(() -> new FittedPanel(panel));
    }

    /** Makes what has grown fit again. Called once per frame. */
    public void pulse() {
        frames = (frames + 1) % FRAMES_BETWEEN;
        if (frames == 0) {
            fitted.stream()
                    .filter(panel -> panel.isScrolled() || panel.isTooHigh())
                    .forEach(panel -> panel.getParent().requestLayout());
        }
    }

    /** Whether nothing has been taken away since it was shown. */
    private boolean isThere(Content content) {
        return content.lesson().stream().allMatch(part -> part.getParent() == lesson)
                && content.settings().stream().allMatch(part -> part.getParent() == settings)
                && content.bottom().stream().allMatch(part -> part.getParent() == bottom)
                && content.panels().stream().allMatch(part -> FirstControl.isIn(part, panels));
    }

    private static void fill(StackPane place, Optional<Region> part) {
        fill(place, part.stream().toList());
        Controls.show(place, part.isPresent());
    }

    /** What stands there already is left alone: what is put anywhere anew is styled and laid out anew. */
    private static void fill(Pane place, List<? extends Node> parts) {
        if (!place.getChildren().equals(parts)) {
            place.getChildren().setAll(parts);
        }
    }

    private void showTabs(Content content) {
        tabs.getChildren().clear();
        for (PresentedPanel panel : content.choices()) {
            ToggleButton tab = whole(
                    named(new ToggleButton(Message.text("view.panel." + panel.name())), "presenter-" + panel.name()));
            tab.setSelected(content.chosen().filter(panel::equals).isPresent());
            tabs.getChildren().add(acting(tab, () -> onChosen.accept(panel)));
        }
        Controls.show(tabs, content.choices().size() > 1);
    }

    /**
     * Beside a lesson the bar stands over the panel, and the tabs under it. A lesson with nothing beside it has all the
     * room, and the bar is over it, as it is without a lesson.
     */
    private void placeBar(Content content) {
        boolean beside = content.lesson().isPresent() && !content.panels().isEmpty();
        leave.setContentDisplay(content.hasVote() ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        if (beside && house.getTop() != null) {
            house.setTop(null);
            bar.getChildren().remove(tabs);
            right.getChildren().addAll(0, List.of(bar, tabs));
        } else if (!beside && house.getTop() == null) {
            right.getChildren().removeAll(bar, tabs);
            bar.getChildren().add(bar.getChildren().size() - 1, tabs);
            house.setTop(bar);
        }
        boolean alone = content.panels().isEmpty() && content.settings().isEmpty();
        Controls.show(right, !alone);
        lesson.prefWidthProperty()
                .bind(alone ? widthProperty() : widthProperty().multiply(content.hasVote() ? HALF : LESSON_SHARE));
    }

    /** Gives everything away, so that it can go back to where it came from. */
    public void clear() {
        shown = null;
        fitted = List.of();
        for (var place : List.of(lesson, settings, panels, tabs, bottom)) {
            place.getChildren().clear();
        }
        bar.getChildren().remove(0);
        getChildren().setAll(house);
    }

    /**
     * How much larger everything is for a room: letters of a text are 24 pixels high on 1280 by 720 and 30 on 1920 by 1080,
     * so that more fits on the larger screen; from there on they keep their share of the picture that a projector throws.
     */
    public static double factor(double width, double height) {
        double picture = Math.min(height, width * 9 / 16);
        return Math.max(LEAST_FACTOR, Math.max(Math.min(picture / 30, 12 + picture / 60), picture / 36) / LETTERS);
    }
}
