package lab.carousel.ui.window;

import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import lab.carousel.text.Language;
import lab.carousel.ui.controls.Magnifier;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.presenter.PresenterPane;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.workspace.Workspace;

/** The root of the scene: the window, as large as is chosen, and what lies over it, for a room as large as what is presented. */
public final class WindowRoot extends StackPane {

    private final MainWindow window;
    /** What the window lacks until it is drawn. */
    private final HiddenParts hidden = new HiddenParts();

    /** @param onLanguage is given the language that is chosen */
    public WindowRoot(Workspace workspace, Consumer<Language> onLanguage) {
        window = new MainWindow(workspace, onLanguage);
        // The window itself is never narrower than its parts: what is around it has the room that there is
        Magnifier zoomed = new Magnifier(
                new StackPane(window),
                (width, height) -> Zoom.factor(workspace.screen().look().get(), width, height));
        Magnifier enlarged = new Magnifier(window.overlay(), (width, height) -> {
            Look look = workspace.screen().look().get();
            return look.presenting() ? PresenterPane.factor(width, height) : Zoom.factor(look, width, height);
        });
        getChildren().addAll(zoomed, enlarged);
        WindowListeners.of(this, workspace.screen().look(), (observable, before, now) -> {
            zoomed.requestLayout();
            enlarged.requestLayout();
        });
    }

    public MainWindow window() {
        return window;
    }

    /** Takes out of the window what is not seen in it, before there is a scene. */
    public void takeOutHidden() {
        hidden.takeOutOf(window);
    }

    /** Puts a part back that was taken out. Called once per frame from when the window is drawn. */
    public void putBackHidden() {
        hidden.putBackNext();
    }
}
