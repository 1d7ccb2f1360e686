package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.named;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.WindowListeners;
import org.jspecify.annotations.Nullable;

/**
 * Lies over the whole window: the form that opens a class, its address, the form of a question, or a question on the wall.
 * Escape hides it; the class goes on. What it shows is made when it is shown.
 */
public final class ClassOverlay extends StackPane {

    private enum Page {
        NONE,
        OPENING,
        INVITATION,
        ASKING,
        ASKED,
        PICTURES
    }

    /** What is wanted of a class that is open. */
    private enum Wanted {
        ADDRESS,
        QUESTION,
        PICTURES
    }

    private final OpenClass open;
    private final ClassSurroundings around;
    private Page page = Page.NONE;
    private Wanted wanted = Wanted.ADDRESS;
    /** Where the keyboard was before. */
    private @Nullable Node before;

    public ClassOverlay(OpenClass open, ClassSurroundings around) {
        this.open = open;
        this.around = around;
        named(this, "classOverlay", "class-overlay");
        setMinSize(0, 0);
        Controls.show(this, false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onEnter);
        WindowListeners.show(
                this, this::update, open.openedProperty(), open.stateProperty(), open.answersShownProperty());
        // The window below is not seen, and is not to be used
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, then, now) -> {
            if (isVisible() && now != null && !FirstControl.isIn(now, getParent())) {
                around.background().show(this::focusFirst);
            }
        });
    }

    /** Shows the address of the class, or asks how to open one. */
    public void invite() {
        appear(Wanted.ADDRESS);
    }

    /** Shows the question that is asked, or asks for one. */
    public void ask() {
        appear(Wanted.QUESTION);
    }

    /** Shows what came in, large. */
    public void showPictures() {
        appear(Wanted.PICTURES);
    }

    private void appear(Wanted now) {
        wanted = now;
        if (!isVisible()) {
            before = getScene().getFocusOwner();
            Controls.show(this, true);
        }
        update();
        focusFirst();
    }

    /** Goes back to the lab. */
    public void hide() {
        Controls.show(this, false);
        page = Page.NONE;
        clear();
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    /** Ends the class. */
    public void close() {
        open.end();
        hide();
    }

    void endQuestion() {
        open.endQuestion();
        hide();
    }

    private void clear() {
        getChildren().forEach(shown -> {
            if (shown instanceof ClassPicturesView pictures) {
                pictures.close();
            }
        });
        getChildren().clear();
    }

    private Page wanted() {
        if (!open.isOpen()) {
            return Page.OPENING;
        }
        if (wanted != Wanted.QUESTION) {
            return wanted == Wanted.PICTURES ? Page.PICTURES : Page.INVITATION;
        }
        return open.stateProperty()
                        .get()
                        .filter(now -> now.moment().asked().isPresent())
                        .isPresent()
                ? Page.ASKED
                : Page.ASKING;
    }

    private void update() {
        if (!isVisible()) {
            return;
        }
        if (page != wanted()) {
            page = wanted();
            clear();
            getChildren().setAll(made());
            focusFirst();
        }
        open.stateProperty().get().ifPresent(now -> {
            if (getChildren().get(0) instanceof InvitationView invitation) {
                invitation.show(now);
            } else if (getChildren().get(0) instanceof AskedView view) {
                now.moment()
                        .asked()
                        .ifPresent(asked -> view.show(
                                asked, now.counts(), around.look().get().palette()));
            } else if (getChildren().get(0) instanceof ClassPicturesView view) {
                // What came in is seen as on the phones: not before the outcome is told
                boolean isTold = now.moment().showsAnswers();
                view.show(
                        isTold ? ClassPicture.of(now.moment(), open.lesson(), now.counts()) : List.of(),
                        isTold ? now.counts().pool() : Optional.empty(),
                        around.look().get().palette());
            }
        });
    }

    private Node made() {
        return switch (page) {
            case INVITATION ->
                new InvitationView(open, open.openedProperty().get().orElseThrow(), around, this);
            case ASKING -> new AskForm(open, around.chosen().get());
            case ASKED -> new AskedView(open, around.background(), this);
            case PICTURES -> new ClassPicturesView(around.background(), around.wall(), this::hide);
            case OPENING, NONE ->
                new OpeningForm(open, around.shown(), () -> around.look().get().colours(), around.onLesson());
        };
    }

    private void focusFirst() {
        FirstControl.in(this).ifPresent(Node::requestFocus);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            goOn();
            event.consume();
        } else if (event.isAltDown() && getChildren().get(0) instanceof AskedView view && view.act(event.getCode())) {
            event.consume();
        }
    }

    /** Enter presses the button that has the keyboard, and otherwise the one that goes on. */
    private void onEnter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.getTarget() instanceof ButtonBase button) {
                button.fire();
            } else {
                goOn();
            }
            event.consume();
        }
    }

    private void goOn() {
        if (lookup(".accent") instanceof Button button) {
            button.fire();
        }
    }
}
