package lab.carousel.ui.presenter;

import static lab.carousel.ui.controls.Controls.acting;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.ScrollArea;
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

    private static final double LEAST_FACTOR = 1.5;
    private static final double WIDTH = 640;
    private static final double HEIGHT = 360;
    private static final double LESSON_SHARE = 0.42;
    private static final double NOTICE_WIDTH = 328;
    private static final double MARGIN = 8;
    private static final double STATUS_HEIGHT = 56;

    /**
     * What is shown.
     *
     * @param lesson   the text of a lesson, if there is one
     * @param settings single hyperparameters over the panels, if there are any
     * @param panels   side by side
     * @param choices  the panels that can be chosen
     * @param chosen   the one that is; empty if several are shown
     * @param height   what the panel needs; if there is less, it can be scrolled
     * @param spots    the ids of what is pointed at, which is scrolled to
     */
    public record Content(
            Optional<Region> lesson,
            Optional<Region> settings,
            List<Region> panels,
            List<PresentedPanel> choices,
            Optional<PresentedPanel> chosen,
            double height,
            Set<String> spots) {

        /** Copies the lists. */
        public Content {
            panels = List.copyOf(panels);
            choices = List.copyOf(choices);
            spots = Set.copyOf(spots);
        }
    }

    /** Two panels have their shares of the width in every language, whatever they ask for. */
    private static final class Panels extends HBox {

        @Override
        protected void layoutChildren() {
            if (getChildren().size() != 2) {
                super.layoutChildren();
                return;
            }
            double width = Math.floor(getWidth() * FIRST_SHARE);
            getChildren().get(0).resizeRelocate(0, 0, width, getHeight());
            getChildren().get(1).resizeRelocate(width, 0, getWidth() - width, getHeight());
        }
    }

    private final StackPane lesson = new StackPane();
    private final StackPane settings = new StackPane();
    private final HBox panels = new Panels();
    private final HBox tabs = styled(Controls.row(4), "presenter-tabs");
    private final VBox right = grow(new VBox());
    private final HBox bar = styled(Controls.row(8), "presenter-bar");
    private final ScrollArea tall = named(new ScrollArea(), "presenterScroll");
    private final BorderPane house = new BorderPane();
    private final Consumer<PresentedPanel> onChosen;
    private @Nullable Content shown;

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
        tall.setFitToHeight(true);
        leave(onLeave);
        right.setMinWidth(0);
        right.setPrefWidth(0);
        VBox.setVgrow(panels, Priority.ALWAYS);
        house.setCenter(new HBox(lesson, right));
        getChildren().add(house);
    }

    private void leave(Runnable onLeave) {
        Button leave = whole(acting(
                named(
                        new Button(Message.text("view.present.leave"), new FontIcon(Feather.MINIMIZE_2)),
                        "presenterLeave"),
                onLeave));
        leave.setAccessibleText(Message.text("view.present.leave.accessible"));
        Tip.put(leave, Message.text("view.present.leave.accessible"));
        bar.getChildren().add(leave);
    }

    /** Takes the parts of the window that are shown all the time. */
    public void take(Region toolbar, Node bottom, Region notices) {
        HBox.setHgrow(toolbar, Priority.ALWAYS);
        toolbar.setMinWidth(0);
        bar.getChildren().add(0, toolbar);
        house.setBottom(bottom);
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
        tall.setContent(null);
        panels.getChildren().clear();
        content.panels().forEach(panel -> add(panel, content));
        showTabs(content);
        placeBar(content);
        return true;
    }

    /** Scrolls the panel by half of what is seen of it. */
    public void scroll(boolean down) {
        double seen = tall.getViewportBounds().getHeight();
        double beyond = shown == null ? 0 : shown.height() - seen;
        if (beyond > 0) {
            double step = seen / 2 / beyond;
            tall.setVvalue(Math.max(0, Math.min(1, tall.getVvalue() + (down ? step : -step))));
        }
    }

    private void add(Region panel, Content content) {
        boolean isTall = content.height() > 0;
        Region part = isTall ? tall : panel;
        if (isTall) {
            StackPane high = new StackPane(panel);
            high.setMinHeight(content.height());
            tall.setContent(high);
            tall.setVvalue(0);
            // When it has been laid out
            Platform.runLater(() -> reveal(high, panel, content));
        }
        HBox.setHgrow(part, Priority.ALWAYS);
        panels.getChildren().add(part);
    }

    private void reveal(Region high, Region panel, Content content) {
        double beyond = high.getHeight() - tall.getViewportBounds().getHeight();
        if (content != shown || beyond <= 0) {
            return;
        }
        content.spots().stream()
                .map(id -> high.lookup("#" + id))
                .filter(spot -> spot != null && spot != panel)
                .findFirst()
                .map(spot -> high.sceneToLocal(spot.localToScene(spot.getLayoutBounds()))
                        .getMinY())
                .ifPresent(top -> tall.setVvalue(Math.min(1, Math.max(0, top - MARGIN) / beyond)));
    }

    /** Whether nothing has been taken away since it was shown. */
    private boolean isThere(Content content) {
        return content.lesson().stream().allMatch(part -> part.getParent() == lesson)
                && content.settings().stream().allMatch(part -> part.getParent() == settings)
                && content.panels().stream().allMatch(part -> FirstControl.isIn(part, panels));
    }

    private static void fill(StackPane place, Optional<Region> part) {
        place.getChildren().setAll(part.stream().toList());
        Controls.show(place, part.isPresent());
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
        bar.getChildren().remove(tabs);
        house.setTop(null);
        right.getChildren().setAll(settings, panels);
        if (beside) {
            right.getChildren().addAll(0, List.of(bar, tabs));
        } else {
            bar.getChildren().add(bar.getChildren().size() - 1, tabs);
            house.setTop(bar);
        }
        boolean alone = content.panels().isEmpty() && content.settings().isEmpty();
        Controls.show(right, !alone);
        lesson.prefWidthProperty()
                .bind(alone ? widthProperty() : widthProperty().multiply(LESSON_SHARE));
    }

    /** Gives everything away, so that it can go back to where it came from. */
    public void clear() {
        shown = null;
        tall.setContent(null);
        for (var place : List.of(lesson, settings, panels, tabs)) {
            place.getChildren().clear();
        }
        house.setBottom(null);
        bar.getChildren().remove(0);
        getChildren().setAll(house);
    }

    /**
     * How much larger everything is for a room: twice as large on 1280 by 720, and on another screen so much that letters keep
     * their share of the picture that a projector throws. What is in it has about {@value #WIDTH} by {@value #HEIGHT} points,
     * whatever the screen.
     */
    public static double factor(double width, double height) {
        return Math.max(LEAST_FACTOR, Math.min(width / WIDTH, height / HEIGHT));
    }
}
