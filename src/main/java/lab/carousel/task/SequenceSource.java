package lab.carousel.task;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Where the sequences of a task come from that are drawn fresh each time: they can be learned, but not by heart. */
public interface SequenceSource {

    String name();

    /** The parameters by their names in a file, in the order of the file. */
    Map<String, Integer> parameters();

    Alphabet alphabet();

    /** Number of outputs of a network: the symbols, from the first on, that can be scored targets. */
    int outputs();

    /** Draws the next sequence: a new array of indices into the alphabet. */
    int[] draw(SplittableRandom random);

    /**
     * The twin of a drawn sequence: a new array with only the symbol that tells the answer, and the answer, exchanged.
     */
    int[] twin(int[] sequence);

    /** A few sequences to look at, always the same: new arrays of indices into the alphabet. */
    List<int[]> sample();

    int shortestSteps();

    /** Whether only the last step of a sequence counts for loss, recall, margin and the criterion. */
    boolean scoresLastStepOnly();

    /** Index, counted from 0, of the symbol that tells the last one. */
    int answerPlace();

    /** Bound of the absolute error of every output, for many sequences in a row, at which the task is solved. */
    double errorBound();

    /** Whether the sequences are so few that the result of each can be cached. */
    boolean hasFewSequences();

    /** Floor of a predictor that sees only the last symbols, computed from the probabilities of the source. */
    MemorylessFloor floor(int symbolsSeen, ScoredSteps scored);
}
