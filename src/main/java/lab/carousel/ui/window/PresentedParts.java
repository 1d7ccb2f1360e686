package lab.carousel.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import lab.carousel.lesson.LessonStep;
import lab.carousel.ui.hyperparameters.HyperparametersPanel;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.place.Place;
import lab.carousel.ui.presenter.PresentedPanel;
import lab.carousel.ui.presenter.PresentedStep;
import lab.carousel.ui.presenter.PresenterPane;
import lab.carousel.ui.state.StateView;
import lab.carousel.ui.status.StatusBar;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.task.TaskEditor;
import lab.carousel.ui.toolbar.Toolbar;

/** The parts of the window that stand elsewhere while it is presented, and which of them are on view then. */
record PresentedParts(
        Toolbar toolbar,
        StatusBar status,
        StateView state,
        Region notices,
        Panels panels,
        Microscope microscope,
        TaskEditor task,
        HyperparametersPanel hyperparameters,
        LossView loss,
        LessonController lessons,
        Studies studies) {

    private static final List<PresentedPanel> WITHOUT_LESSON =
            List.of(PresentedPanel.LOSS, PresentedPanel.STATE, PresentedPanel.MICROSCOPE);

    PresentedStep needed(LessonStep step) {
        return PresentedStep.of(step, microscope::needsHeatmap);
    }

    PresenterPane.Content content(LessonStep now, Optional<PresentedPanel> chosen) {
        PresentedStep needed = needed(now);
        Optional<PresentedPanel> panel =
                chosen.or(() -> needed.panels().stream().findFirst());
        return new PresenterPane.Content(
                lessons.shown().stream().findFirst(),
                Optional.<Region>of(hyperparameters).filter(region -> needed.settings()),
                panel.map(this::region).stream().toList(),
                Stream.concat(needed.panels().stream(), panel.stream())
                        .distinct()
                        .toList(),
                panel,
                leastHeight(panel),
                needed.spots());
    }

    PresenterPane.Content contentWithoutLesson(Optional<PresentedPanel> chosen) {
        List<PresentedPanel> shown = chosen.map(List::of).orElse(List.of(PresentedPanel.LOSS, PresentedPanel.STATE));
        return new PresenterPane.Content(
                Optional.empty(),
                Optional.empty(),
                shown.stream().map(this::region).toList(),
                WITHOUT_LESSON,
                chosen,
                leastHeight(chosen),
                Set.of());
    }

    private Region region(PresentedPanel panel) {
        return switch (panel) {
            case TASK -> task;
            case HYPERPARAMETERS -> hyperparameters;
            case LOSS -> loss;
            case STATE -> state;
            case MICROSCOPE -> microscope;
        };
    }

    private double leastHeight(Optional<PresentedPanel> panel) {
        Place place = microscope.shownProperty().get();
        return panel.map(shown -> shown.leastHeight(place)).orElse(0.0);
    }
}
