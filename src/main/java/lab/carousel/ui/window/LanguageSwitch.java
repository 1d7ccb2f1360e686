package lab.carousel.ui.window;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import lab.carousel.text.Language;
import lab.carousel.ui.workspace.Workspace;

/**
 * Shows a workspace in a window, and in another one when the language is changed, while everything goes on: all words come
 * from bundles when a view is built, so a window speaks one language.
 */
public final class LanguageSwitch {

    private final Workspace workspace;
    private final Consumer<MainWindow> onBuilt;
    private final Consumer<Language> onChosen;
    private MainWindow window;

    /**
     * A window in the language spoken now.
     *
     * @param workspace what is shown
     * @param onBuilt   is given each window that has taken the place of the one before in its scene
     * @param onChosen  is told which language was chosen
     */
    public LanguageSwitch(Workspace workspace, Consumer<MainWindow> onBuilt, Consumer<Language> onChosen) {
        this.workspace = workspace;
        this.onBuilt = onBuilt;
        this.onChosen = onChosen;
        this.window = build();
    }

    private MainWindow build() {
        // Later, when the menu in which it was chosen is closed: its button goes away
        return new MainWindow(workspace, language -> Platform.runLater(() -> change(language)));
    }

    /** The window of the moment. */
    public MainWindow window() {
        return window;
    }

    private void change(Language language) {
        Scene scene = window.getScene();
        if (scene == null || language == Language.current()) {
            return;
        }
        language.speak();
        onChosen.accept(language);
        workspace.notices().speakAnew();
        Node focused = scene.getFocusOwner();
        window.leave();
        window = build();
        scene.setRoot(window);
        // Sizes decide about what is shown
        window.applyCss();
        window.layout();
        window.settle();
        onBuilt.accept(window);
        focus(window, focused);
    }

    /** Who works with the keyboard stays where they were. */
    private static void focus(MainWindow window, Node before) {
        Node same = before == null || before.getId() == null ? null : window.lookup("#" + before.getId());
        if (same != null) {
            same.requestFocus();
        }
    }
}
