package lab.carousel.task.generator;

import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;

/** The numbers that a generator is made with, and their bounds. */
public enum Size {
    /** How many sequences. */
    SEQUENCES(1, Task.MAX_SEQUENCES),
    /** How many symbols a sequence has. */
    LENGTH(Sequence.MIN_LENGTH, Sequence.MAX_LENGTH),
    /** How many different symbols there are to choose from. */
    SYMBOLS(1, Alphabet.MAX_SYMBOLS),
    /** Where random draws start from. */
    SEED(0, 1_000_000);

    private final int least;
    private final int most;

    Size(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** The least value. */
    public int least() {
        return least;
    }

    /** The largest value. */
    public int most() {
        return most;
    }

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if a value is out of them
     */
    public void check(int value) {
        if (value < least || value > most) {
            throw new InvalidInput("task.generator.range." + name(), least, most);
        }
    }
}
