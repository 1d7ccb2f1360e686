package lab.carousel.file.session;

import lab.carousel.model.layout.Quantity;

public record ChosenSequences(SequencePair sequences, Quantity quantity) {

    public static final ChosenSequences INITIAL = new ChosenSequences(new SequencePair(0, 1), Quantity.CELL_STATE);
}
