package lab.carousel.ui.task;

import atlantafx.base.theme.PrimerLight;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.project.Project;
import lab.carousel.ui.theme.Stylesheets;

/** The editor of the task in a window of its own, and what is edited. */
record ShownEditor(TaskEditor editor, Project project) {

    private static Optional<Experiment> experiment(Optional<Task> task) {
        return task.map(typed -> new Experiment(
                typed,
                Hyperparameters.reference().with(Settings.OUTPUT, Output.of(typed.targets())),
                EngineName.KERNEL));
    }

    /** Shows a new one, so many pixels wide. */
    static ShownEditor on(Stage stage, double width) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Lab lab = new Lab(name -> new KernelEngine(), Experiment.reference(), System::nanoTime);
        Project project = new Project(lab, Experiment.reference(), System::nanoTime);
        StackPane window = new StackPane();
        TaskEditor editor = new TaskEditor(project, lab, window, Background.synchronous());
        window.getChildren().add(editor);
        editor.tellMemory(Background.synchronous(), project.taskProperty().map(ShownEditor::experiment));
        stage.setScene(new Scene(window, width, 700));
        Stylesheets.addTo(stage.getScene());
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
        return new ShownEditor(editor, project);
    }
}
