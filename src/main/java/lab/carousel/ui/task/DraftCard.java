package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.Tip;

/**
 * A card on which a task that is not typed is made.
 *
 * @param <D> what is being edited; immutable
 */
abstract class DraftCard<D> extends ScrollArea {

    private final Consumer<D> onChange;
    private Optional<D> shown = Optional.empty();

    /** What comes of it. */
    final VBox sample = new VBox();

    /**
     * A card.
     *
     * @param id       names it
     * @param onChange is given what was made of what is shown
     */
    DraftCard(String id, Consumer<D> onChange) {
        this.onChange = onChange;
        setId(id + "Card");
        sample.setId(id + "Sample");
        sample.getStyleClass().add("source-sample");
    }

    /** Puts the controls there; to be called once, when they are made. */
    final void fill(VBox card) {
        card.getStyleClass().add("source-card");
        setContent(card);
    }

    static Button button(String id, String key, Runnable action) {
        Button button = named(new Button(Message.text(key)), id);
        Tip.put(button, Message.text(key + ".tip"));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Changes what is shown. */
    final void change(UnaryOperator<D> change) {
        shown.ifPresent(draft -> onChange.accept(change.apply(draft)));
    }

    /** Shows what is being edited. */
    final void showDraft(D now) {
        shown = Optional.of(now);
        show(now);
    }

    abstract void show(D now);
}
