package lab.carousel.ui.operation;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.DropDown;

/** Chooses one of the sequences of a task. */
public final class SequenceBox extends DropDown<String> {

    private static final int MOST_SYMBOLS = 24;

    private List<Sequence> sequences = List.of();
    /** What is to be chosen; a sequence that the task does not have waits until it does. */
    private int wanted;

    private Runnable onChosen = () -> {};
    private boolean showing;

    /**
     * A box.
     *
     * @param id         names it
     * @param accessible what is chosen here
     * @param preferred  the sequence chosen at first, counted from 0
     */
    public SequenceBox(String id, String accessible, int preferred) {
        wanted = preferred;
        setId(id);
        setAccessibleText(accessible);
        setMinWidth(72);
        setPrefWidth(120);
        setMaxWidth(Double.MAX_VALUE);
        getSelectionModel().selectedIndexProperty().addListener((observable, before, now) -> {
            if (!showing) {
                wanted = now.intValue();
                onChosen.run();
            }
        });
    }

    /** Called when another one has been chosen by hand. */
    public void setOnChosen(Runnable action) {
        onChosen = action;
    }

    /** Offers sequences; the one chosen keeps its place, as soon as there is one. */
    public void show(List<Sequence> newSequences) {
        if (newSequences.equals(sequences)) {
            return;
        }
        sequences = newSequences;
        showing = true;
        getItems()
                .setAll(IntStream.range(0, sequences.size())
                        .mapToObj(SequenceBox.this::words)
                        .toList());
        select();
        showing = false;
    }

    private void select() {
        getSelectionModel().select(Math.min(wanted, sequences.size() - 1));
    }

    /** The sequence that was chosen last, counted from 0, whether the task has it or not. */
    public int wanted() {
        return wanted;
    }

    /** Chooses a sequence, counted from 0, as soon as it is there. */
    public void want(int sequence) {
        showing = true;
        wanted = sequence;
        select();
        showing = false;
    }

    private String words(int sequence) {
        List<String> symbols = sequences.get(sequence).symbols();
        boolean cut = symbols.size() > MOST_SYMBOLS;
        String text = String.join(" ", cut ? symbols.subList(0, MOST_SYMBOLS) : symbols) + (cut ? " …" : "");
        return Message.text("operation.sequence", sequence + 1, text);
    }

    /** The sequence chosen, counted from 0; -1 if there is none. */
    public int chosen() {
        return getSelectionModel().getSelectedIndex();
    }
}
