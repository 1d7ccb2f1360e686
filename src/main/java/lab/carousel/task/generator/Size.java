package lab.carousel.task.generator;

import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Sequence;

public enum Size {
    SEQUENCES(1, ListedSequences.MAX_SEQUENCES),
    LENGTH(Sequence.MIN_LENGTH, Sequence.MAX_LENGTH),
    SYMBOLS(1, Alphabet.MAX_SYMBOLS),
    SEED(0, 1_000_000),
    GRAMMAR(1, Tomita.GRAMMARS);

    private final int least;
    private final int most;

    Size(int least, int most) {
        this.least = least;
        this.most = most;
    }

    public int least() {
        return least;
    }

    public int most() {
        return most;
    }
}
