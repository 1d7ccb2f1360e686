package lab.carousel.task;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where the sequences of a task come from that are drawn fresh each time: they can be learned, but not by heart. */
public interface SequenceSource {

    /** What the source is called in a file. */
    String name();

    /** The numbers that it is made with, by their names in a file and in their order there. */
    Map<String, Integer> parameters();

    /** The symbols. */
    Alphabet alphabet();

    /** How many of the symbols, from the first on, can be targets where it counts: the outputs of a network. */
    int outputs();

    /**
     * Draws the next sequence.
     *
     * @param random where the draws come from; takes as many as it needs
     * @return a new array of indices into the alphabet
     */
    int[] draw(SplittableRandom random);

    /**
     * The twin of a sequence: the same draw with only the symbol that tells the answer, and the answer, exchanged.
     *
     * @param sequence one that was drawn
     * @return a new array
     */
    int[] twin(int[] sequence);

    /** A few sequences to look at, always the same: new arrays of indices into the alphabet. */
    List<int[]> sample();

    /** The number of steps that every sequence has at least. */
    int shortestSteps();

    /** Whether loss, recall, margin and the criterion are taken at the last step of a sequence only. */
    boolean scoresLastStepOnly();

    /** The place, counted from 0, of the symbol that tells the last one. */
    int answerPlace();

    /** The task is solved when every output is nearer than this to what it should be, for many sequences in a row. */
    double errorBound();

    /** Whether there are so few different sequences that one can remember what a network does with each. */
    boolean hasFewSequences();

    /**
     * What a predictor could reach that sees only the last symbols, from the probabilities of the source.
     *
     * @param symbolsSeen m, at least 1
     * @param scored      the steps that count
     */
    MemorylessFloor floor(int symbolsSeen, ScoredSteps scored);
}
