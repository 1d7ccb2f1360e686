package lab.carousel.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import lab.carousel.text.Language;
import lab.carousel.ui.controls.Magnifier;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.presenter.PresenterPane;
import lab.carousel.ui.theme.Look;
import lab.carousel.ui.workspace.Workspace;

/**
 * Shows a workspace in a window, and in another one when the language is changed, while everything goes on: all words come
 * from bundles when a view is built, so a window speaks one language.
 *
 * <p>To build a window, give it its style and lay it out takes longer than a window may stand still. So the new one is put
 * together behind the one before, a part at each frame, and takes its place when it is whole. Both have the same root,
 * because JavaFX finds out anew for each root which of thousands of rules there are for what.
 */
public final class LanguageSwitch {

    private final Workspace workspace;
    private final Consumer<MainWindow> onBuilt;
    private final Consumer<Language> onChosen;
    /** Each window in its turn. */
    private final StackPane windows = new StackPane();
    /** What lies over the window, and is as large for a room as what is presented. */
    private final StackPane over = new StackPane();

    private final StackPane root;
    /** Steps of building the new window, one at each frame. */
    private final Deque<Runnable> steps = new ArrayDeque<>();
    /** What the first window lacks until it is drawn. */
    private final HiddenParts hidden = new HiddenParts();

    private MainWindow window;

    /**
     * @param onBuilt   is given each window that has taken the place of the one before in its scene
     * @param onChosen  is told which language was chosen
     */
    public LanguageSwitch(Workspace workspace, Consumer<MainWindow> onBuilt, Consumer<Language> onChosen) {
        this.workspace = workspace;
        this.onBuilt = onBuilt;
        this.onChosen = onChosen;
        this.window = build();
        windows.getChildren().add(window);
        over.setPickOnBounds(false);
        over.getChildren().add(window.overlay());
        Magnifier zoomed = new Magnifier(windows, (width, height) -> Zoom.factor(look(), width, height));
        Magnifier enlarged = new Magnifier(
                over,
                (width, height) ->
                        look().presenting() ? PresenterPane.factor(width, height) : Zoom.factor(look(), width, height));
        root = new StackPane(zoomed, enlarged);
        WindowListeners.of(root, workspace.lookProperty(), (observable, before, now) -> {
            zoomed.requestLayout();
            enlarged.requestLayout();
        });
        // Input to a window that is about to leave would be lost
        root.addEventFilter(InputEvent.ANY, event -> {
            if (!steps.isEmpty()) {
                event.consume();
            }
        });
    }

    /** Takes out of the first window what is not seen in it, before there is a scene. */
    public void takeOutHidden() {
        hidden.takeOutOf(window);
    }

    /** Puts a part back that was taken out. Called once per frame from when the window is drawn. */
    public void putBackHidden() {
        hidden.putBackNext();
    }

    private Look look() {
        return workspace.lookProperty().get();
    }

    private MainWindow build() {
        // Later, when the menu in which it was chosen is closed: its button goes away
        return new MainWindow(workspace, language -> Platform.runLater(() -> change(language)));
    }

    public MainWindow window() {
        return window;
    }

    /** The root of its scene, which holds each window in its turn. */
    public Parent root() {
        return root;
    }

    /** Shows what has happened since the last frame. Called once per frame, after the workspace was told. */
    public void pulse() {
        window.pulse();
        if (!steps.isEmpty()) {
            steps.remove().run();
        }
    }

    private void change(Language language) {
        if (root.getScene() == null || language == Language.current()) {
            return;
        }
        hidden.putBackAll();
        while (!steps.isEmpty()) {
            steps.remove().run();
        }
        Language before = Language.current();
        language.speak();
        onChosen.accept(language);
        workspace.notices().speakAnew();
        workspace.project().speakAfter(before);
        MainWindow next = build();
        List<Runnable> parts = next.takeApart(window);
        next.setVisible(false);
        steps.add(() -> windows.getChildren().add(0, next));
        steps.addAll(parts);
        steps.add(() -> take(next));
    }

    private void take(MainWindow next) {
        Node focused = root.getScene().getFocusOwner();
        MainWindow before = window;
        before.leave();
        windows.getChildren().remove(before);
        window = next;
        over.getChildren().setAll(window.overlay());
        window.complete();
        window.setVisible(true);
        // Sizes decide about what is shown
        window.applyCss();
        window.layout();
        window.settle(before);
        onBuilt.accept(window);
        focus(window, focused);
    }

    /** Puts the keyboard where it was in the window before. */
    private static void focus(MainWindow window, Node before) {
        Node same = before == null || before.getId() == null ? null : window.lookup("#" + before.getId());
        if (same != null) {
            same.requestFocus();
        }
    }
}
