package lab.carousel.ui.window;

import lab.carousel.drawing.colour.Colours;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.text.Message;
import lab.carousel.ui.export.AnimationPanel;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.history.HistoryBar;
import lab.carousel.ui.history.StepScrubber;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.studies.StudySurroundings;
import lab.carousel.ui.workspace.Workspace;

/** Makes the rooms of a window that need to know of nothing but what is worked on. */
final class WorkspaceRooms {

    private final Workspace workspace;

    WorkspaceRooms(Workspace workspace) {
        this.workspace = workspace;
    }

    Exporter exporter() {
        return new Exporter(
                workspace.filing(),
                workspace::shown,
                workspace.traces().stepByStepProperty()::get,
                this::colours,
                () -> workspace.lesson().progress().map(LessonProgress::original));
    }

    AnimationPanel animation() {
        return new AnimationPanel(workspace.beside().animation(), workspace.filing(), workspace::shown, this::colours);
    }

    /** The studies, of which pictures are exported like all others. */
    Studies studies(Exporter exporter) {
        return new Studies(workspace.beside().studies(), surroundings(exporter));
    }

    private StudySurroundings surroundings(Exporter exporter) {
        return new StudySurroundings(
                workspace.background(), workspace.lab().editedProperty(), workspace.filing(), exporter, run -> workspace
                        .desk()
                        .take(run, Message.of("undo.study")));
    }

    HistoryBar history() {
        return new HistoryBar(
                workspace.travel(),
                workspace.lab(),
                workspace::continueFromHere,
                workspace.background().curtain(),
                new StepScrubber(workspace.selection(), workspace.traces()));
    }

    private Colours colours() {
        return workspace.lookProperty().get().colours();
    }
}
