package lab.carousel.ui.task;

import atlantafx.base.theme.PrimerLight;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.task.Task;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.theme.Stylesheets;

/** The editor of the task in a window of its own. */
final class ShownEditor {

    private ShownEditor() {}

    private static Optional<Experiment> experiment(Optional<Task> task) {
        return task.map(typed -> new Experiment(typed, Hyperparameters.reference(), EngineName.KERNEL));
    }

    /** Shows a new one, so many pixels wide. */
    static TaskEditor on(Stage stage, double width) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        TaskEditor editor = new TaskEditor();
        editor.tellMemory(Background.synchronous(), editor.taskProperty().map(ShownEditor::experiment));
        stage.setScene(new Scene(editor, width, 700));
        Stylesheets.addTo(stage.getScene());
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
        return editor;
    }
}
