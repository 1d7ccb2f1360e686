package lab.carousel.ui.task;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
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

    private final ObjectProperty<Optional<D>> draft;

    /** What comes of it. */
    final VBox sample = new VBox();

    /**
     * A card.
     *
     * @param id    names it
     * @param draft what is being edited; the card is to be shown only while there is something
     */
    DraftCard(String id, ObjectProperty<Optional<D>> draft) {
        this.draft = draft;
        setId(id + "Card");
        sample.setId(id + "Sample");
        sample.getStyleClass().add("source-sample");
    }

    /** Puts the controls there; to be called once, when they are made. */
    final void fill(VBox card) {
        card.getStyleClass().add("source-card");
        setContent(card);
        draft.addListener((observable, before, now) -> now.ifPresent(this::show));
    }

    static Button button(String id, String key, Runnable action) {
        Button button = named(new Button(Message.text(key)), id);
        Tip.put(button, Message.text(key + ".tip"));
        button.setOnAction(event -> action.run());
        return button;
    }

    final D draft() {
        return draft.get().orElseThrow();
    }

    final void change(D changed) {
        if (!changed.equals(draft())) {
            draft.set(Optional.of(changed));
        }
    }

    abstract void show(D now);
}
