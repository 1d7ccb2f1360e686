package lab.carousel.ui;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import lab.carousel.text.Language;

/**
 * Changes the language of a window while everything goes on. All words come from bundles when a view is built, so the
 * views are built anew around the same run, and take over what the old ones held.
 */
final class LanguageSwitch {

    private final Consumer<MainWindow> onBuilt;
    private final Consumer<Language> onChosen;

    /**
     * A switch.
     *
     * @param onBuilt  is given the window that has taken the place of the one before in its scene
     * @param onChosen is told which language was chosen
     */
    LanguageSwitch(Consumer<MainWindow> onBuilt, Consumer<Language> onChosen) {
        this.onBuilt = onBuilt;
        this.onChosen = onChosen;
    }

    /** Lets the language be chosen in a window that is on the screen. */
    void watch(MainWindow window) {
        // Later, when the menu in which it was chosen is closed: its button goes away
        window.setOnLanguage(language -> Platform.runLater(() -> change(window, language)));
    }

    private void change(MainWindow window, Language language) {
        Scene scene = window.getScene();
        if (scene == null || language == Language.current()) {
            return;
        }
        language.speak();
        onChosen.accept(language);
        Node focused = scene.getFocusOwner();
        MainWindow next = window.again();
        scene.setRoot(next);
        // Sizes decide about what is taken over
        next.applyCss();
        next.layout();
        next.takeOver(window);
        watch(next);
        onBuilt.accept(next);
        focus(next, focused);
    }

    /** Who works with the keyboard stays where they were. */
    private static void focus(MainWindow window, Node before) {
        Node same = before == null || before.getId() == null ? null : window.lookup("#" + before.getId());
        if (same != null) {
            same.requestFocus();
        }
    }
}
