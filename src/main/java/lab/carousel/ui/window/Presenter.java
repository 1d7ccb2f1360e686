package lab.carousel.ui.window;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Magnifier;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.lesson.VoteRoom;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.presenter.PresentedStep;
import lab.carousel.ui.presenter.PresenterPane;
import lab.carousel.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/**
 * Presenter mode: the whole screen, everything at least twice as large, and on view only what the step of a lesson needs,
 * or without a lesson loss, heatmap and verdict. The parts of the window are not made anew; they stand elsewhere for a
 * while, and go back to exactly where they were.
 */
final class Presenter {

    static final String PRESENTING = "presenting";
    private static final List<KeyCode> PANEL_KEYS =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

    /** Until a window has certainly left the full screen. */
    private static final int MOST_FRAMES = 90;

    private final MainWindow window;
    private final ObjectProperty<Look> look;
    private final PresenterPane pane = new PresenterPane(this::choose, this::leave);
    private final Magnifier magnifier = named(new Magnifier(pane, PresenterPane::factor), "magnifier");
    private final PointerRing ring = new PointerRing();
    private Optional<PresentedPanel> chosen = Optional.empty();
    private @Nullable PresentedStep step;
    /** The state that the window goes back to; null once it has. */
    private @Nullable Before settling;

    private int framesToSettle;
    /** Null while nothing is presented. */
    private @Nullable Before before;

    private record Before(
            Node top,
            Node center,
            Node bottom,
            Pane noticesHome,
            Insets noticesMargin,
            @Nullable Node focused,
            boolean fullScreen,
            boolean studies,
            double panelsWidth,
            double[] dividers) {}

    Presenter(MainWindow window, ObjectProperty<Look> look) {
        this.window = window;
        this.look = look;
        window.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        WindowListeners.of(window, look, (observable, old, now) -> {
            if (now.presenting() && before == null) {
                enter();
            } else if (!now.presenting() && before != null) {
                restore(before);
            }
        });
    }

    private void leave() {
        look.set(look.get().presenting(false));
    }

    private void enter() {
        boolean studiesShown = window.studies.visibleProperty().get();
        if (studiesShown) {
            window.studies.switchOver();
        }
        // It points at what is not there then
        window.tour.end();
        window.scope.show();
        Stage stage = stage();
        settling = null;
        before = new Before(
                window.getTop(),
                window.getCenter(),
                window.getBottom(),
                (Pane) window.notices.getParent(),
                StackPane.getMargin(window.notices),
                window.getScene() == null ? null : window.getScene().getFocusOwner(),
                stage != null && stage.isFullScreen(),
                studiesShown,
                window.panels.getWidth(),
                window.panels.getDividerPositions());
        window.setTop(null);
        ((Pane) window.getBottom()).getChildren().clear();
        window.setBottom(null);
        window.setCenter(magnifier);
        window.getStyleClass().add(PRESENTING);
        setBrief(true);
        pane.take(window.toolbar, window.notices);
        window.getChildren().add(ring);
        ring.follow(window);
        chosen = Optional.empty();
        step = null;
        arrange();
        pane.requestFocus();
        if (stage != null) {
            stage.setFullScreenExitHint("");
            // Escape leaves both
            stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            stage.setFullScreen(true);
        }
    }

    private void restore(Before was) {
        before = null;
        ring.leave(window);
        window.getChildren().remove(ring);
        window.getStyleClass().remove(PRESENTING);
        pane.clear();
        window.toolbar.setReduced(false, Set.of());
        Controls.show(window.toolbar, true);
        setBrief(false);
        window.lessons.player().setVoteRoom(VoteRoom.IN_TEXT);
        window.lessons.restore();
        window.panels.reassemble();
        was.noticesHome.getChildren().add(window.notices);
        StackPane.setMargin(window.notices, was.noticesMargin);
        window.setCenter(was.center);
        window.setTop(was.top);
        ((Pane) was.bottom).getChildren().setAll(window.history, window.statusBar);
        window.setBottom(was.bottom);
        window.scope.show();
        placeOverlay();
        if (was.studies) {
            window.studies.switchOver();
        }
        if (was.focused != null) {
            was.focused.requestFocus();
        }
        if (stage() != null) {
            stage().setFullScreen(was.fullScreen);
        }
        settling = was;
        framesToSettle = MOST_FRAMES;
    }

    private void setBrief(boolean brief) {
        window.statusBar.setBrief(brief);
        window.history.setBrief(brief);
        window.state.setBrief(brief);
        window.lessons.player().setBrief(brief);
    }

    /** The stage of the window; null if it is in none. */
    private @Nullable Stage stage() {
        return window.getScene() != null && window.getScene().getWindow() instanceof Stage stage ? stage : null;
    }

    /** Shows what the lesson needs now. Called once per frame. */
    void pulse() {
        if (before != null) {
            arrange();
            pane.pulse();
        } else if (settling != null) {
            settle(settling);
        }
    }

    /** A window leaves the full screen some frames later, and what is in it would get other widths by that. */
    private void settle(Before was) {
        framesToSettle--;
        boolean isBack = Math.abs(window.panels.getWidth() - was.panelsWidth) < 1;
        if (isBack) {
            window.panels.setDividerPositions(was.dividers);
        }
        if (framesToSettle == 0) {
            settling = null;
        }
    }

    private void arrange() {
        Optional<LessonProgress> lesson = window.lessons.player().progress();
        PresentedStep now = lesson.map(this::needed).orElse(PresentedStep.WITHOUT_LESSON);
        if (!now.equals(step)) {
            step = now;
            chosen = Optional.empty();
            window.statusBar.setAsked(now.asked());
        }
        window.lessons.player().setVoteRoom(now.vote());
        if (pane.show(content(now, lesson.isPresent()))) {
            window.toolbar.setReduced(true, now.spots());
            Controls.show(window.toolbar, now.vote() != VoteRoom.UNDER_TEXT || window.toolbar.holds(now.spots()));
            placeOverlay();
        }
    }

    private PresentedStep needed(LessonProgress now) {
        boolean isOpen = now.step().question().isPresent() && !now.isRevealed();
        return PresentedStep.of(now.step(), isOpen, window.microscope::needsHeatmap);
    }

    private PresenterPane.Content content(PresentedStep needed, boolean hasLesson) {
        List<PresentedPanel> together = chosen.isPresent() ? List.of() : needed.together();
        Optional<PresentedPanel> panel = chosen.or(() ->
                needed.panels().stream().filter(first -> together.isEmpty()).findFirst());
        List<PresentedPanel> shown =
                Stream.concat(together.stream(), panel.stream()).toList();
        return new PresenterPane.Content(
                window.lessons.shown().stream().findFirst(),
                needed.vote() == VoteRoom.UNDER_TEXT,
                Optional.<Region>of(window.hyperparameters).filter(region -> needed.settings()),
                shown.stream().map(this::region).toList(),
                Stream.concat(needed.panels().stream(), panel.stream().filter(any -> hasLesson))
                        .distinct()
                        .toList(),
                panel,
                leastHeight(shown),
                // A step that points at it has the class go on from an epoch
                Stream.<Region>of(window.history, window.statusBar)
                        .filter(part ->
                                part == window.history ? needed.spots().contains(part.getId()) : needed.verdict())
                        .toList());
    }

    private Region region(PresentedPanel panel) {
        return switch (panel) {
            case TASK -> window.task;
            case HYPERPARAMETERS -> window.hyperparameters;
            case LOSS -> window.loss;
            case STATE -> window.state;
            case MICROSCOPE -> window.microscope;
            case VOTE -> window.lessons.player().vote();
        };
    }

    private double leastHeight(List<PresentedPanel> shown) {
        Place place = window.microscope.shownProperty().get();
        return shown.stream()
                .mapToDouble(panel -> panel.leastHeight(place))
                .max()
                .orElse(0);
    }

    /** Shows a panel; if it is the one shown already, what is shown without a choice. */
    private void choose(PresentedPanel panel) {
        chosen = chosen.filter(panel::equals).isPresent() ? Optional.empty() : Optional.of(panel);
        pane.requestFocus();
    }

    /** Puts the overlay of lessons on top again, over what is on the screen now. */
    private void placeOverlay() {
        window.lessons.player().overlay().toFront();
        ring.toFront();
        window.lessons.player().refresh();
    }

    @SuppressWarnings("EnumOrdinal") // digits stand for the panels in their order
    private void onKey(KeyEvent event) {
        if (before == null) {
            return;
        }
        int panel = event.isShortcutDown() ? PANEL_KEYS.indexOf(event.getCode()) : -1;
        if (panel >= 0) {
            choose(PresentedPanel.values()[panel]);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.getCode() == KeyCode.F11) {
            // To the studies, which are not presented
            leave();
        } else if (isTurning(event) && window.lessons.player().progress().isPresent()) {
            window.lessons.player().turn(event.getCode() == KeyCode.PAGE_DOWN);
            event.consume();
        }
    }

    private static boolean isTurning(KeyEvent event) {
        boolean isPage = event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.PAGE_UP;
        return isPage && !event.isShortcutDown() && !event.isAltDown();
    }

    /** A ring around the pointer that can be seen from the back row. It has a light and a dark line, for any background. */
    public static final class PointerRing extends Pane {

        private static final double RADIUS = 26;

        private final EventHandler<MouseEvent> follow = event -> {
            setVisible(event.getEventType() != MouseEvent.MOUSE_EXITED);
            var place = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
            relocate(place.getX(), place.getY());
        };

        public PointerRing() {
            setId("pointerRing");
            setManaged(false);
            setMouseTransparent(true);
            setVisible(false);
            Circle outer = styled(new Circle(RADIUS), "pointer-ring-outer");
            Circle inner = styled(new Circle(RADIUS), "pointer-ring");
            getChildren().addAll(outer, inner);
        }

        public void follow(Node node) {
            node.addEventFilter(MouseEvent.ANY, follow);
        }

        public void leave(Node node) {
            node.removeEventFilter(MouseEvent.ANY, follow);
            setVisible(false);
        }
    }
}
