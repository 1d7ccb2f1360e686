package lab.carousel.ui.task;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lab.carousel.ui.theme.Stylesheets;

/** The editor of the task in a window of its own. */
final class ShownEditor {

    private ShownEditor() {}

    /** Shows a new one, so many pixels wide. */
    static TaskEditor on(Stage stage, double width) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        TaskEditor editor = new TaskEditor();
        stage.setScene(new Scene(editor, width, 700));
        Stylesheets.addTo(stage.getScene());
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
        return editor;
    }
}
