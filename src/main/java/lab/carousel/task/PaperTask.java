package lab.carousel.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lab.carousel.text.InvalidInput;

/**
 * Tasks of experiment 2 of Hochreiter and Schmidhuber (1997), {@code Long Short-Term Memory}: what comes last is what
 * came first, and nothing in between helps.
 *
 * <p>Its sequences are drawn fresh each time: they can be learned, but not by heart.
 *
 * @param p the paper's p, which sets the number of symbols: {@value #MIN_P} to {@value #MAX_P}
 * @param q least number of distractors of {@link Kind#NOISY_GAP}: 0 to {@value #MAX_Q}; 0 for the others
 */
public record PaperTask(Kind kind, int p, int q) {

    public static final int MIN_P = 2;
    /** As in the paper. */
    public static final int MAX_P = 1_000;
    /** Twice the paper's. */
    public static final int MAX_Q = 2_000;

    private static final int X = 0;
    private static final int Y = 1;
    private static final int B = 2;
    private static final int E = 3;
    /** Probability that the distractors end after each one beyond the first q. */
    static final double END_PROBABILITY = 0.1;
    /** Bound that is never reached: 0.9 to the power of 2,900 is about 1e-133. */
    private static final int MAX_MORE_DISTRACTORS = 2_900;

    private static final int SAMPLE = 4;
    private static final long SAMPLE_SEED = 1997;

    public enum Kind {
        /**
         * 2a: {@code x a1 a2 … a(p-1) x} or {@code y a1 a2 … a(p-1) y}, each with probability 1/2. The next symbol is
         * predicted at every step.
         */
        FIXED_GAP("2a", 0.25, 20, 0),
        /**
         * 2b: the same, but the p - 1 symbols between are drawn at random, each for itself. Only the last one can be
         * predicted, and nothing says when it is due. What counts is the last step.
         */
        RANDOM_GAP("2b", 0.25, 10, 0),
        /**
         * 2c: {@code b}, then {@code x} or {@code y}, then q distractors drawn at random from {@code a1 … ap}, then
         * each time one more with probability 9/10, then {@code e} and the answer: the symbol after {@code b}. Two
         * outputs, for x and y; an error signal at the last step only. About q + 14 symbols.
         */
        NOISY_GAP("2c", 0.2, 50, 50);

        private final String paperName;
        private final double errorBound;
        private final int firstP;
        private final int firstQ;

        Kind(String paperName, double errorBound, int firstP, int firstQ) {
            this.paperName = paperName;
            this.errorBound = errorBound;
            this.firstP = firstP;
            this.firstQ = firstQ;
        }

        /** The one to begin with where people choose the kind. */
        public PaperTask toBeginWith() {
            return new PaperTask(this, firstP, firstQ);
        }

        public String paperName() {
            return paperName;
        }

        public boolean hasQ() {
            return this == NOISY_GAP;
        }
    }

    public PaperTask {
        checkP(p);
        checkQ(q);
        if (q != 0 && !kind.hasQ()) {
            throw new IllegalArgumentException("only 2c has a q");
        }
    }

    public static void checkP(int p) {
        if (p < MIN_P || p > MAX_P) {
            throw new InvalidInput("task.source.p.range", MIN_P, MAX_P);
        }
    }

    public static void checkQ(int q) {
        if (q < 0 || q > MAX_Q) {
            throw new InvalidInput("task.source.q.range", 0, MAX_Q);
        }
    }

    public static PaperTask fixedGap(int p) {
        return new PaperTask(Kind.FIXED_GAP, p, 0);
    }

    public static PaperTask randomGap(int p) {
        return new PaperTask(Kind.RANDOM_GAP, p, 0);
    }

    public static PaperTask noisyGap(int p, int q) {
        return new PaperTask(Kind.NOISY_GAP, p, q);
    }

    public String name() {
        return kind.paperName;
    }

    /** By their names in a file, in the order of the file. */
    public Map<String, Integer> parameters() {
        Map<String, Integer> parameters = new LinkedHashMap<>();
        parameters.put("p", p);
        if (kind.hasQ()) {
            parameters.put("q", q);
        }
        return parameters;
    }

    /** {@code x y a1 … a(p-1)}, or for 2c {@code x y b e a1 … ap}. */
    public Alphabet alphabet() {
        List<String> symbols = new ArrayList<>(kind.hasQ() ? List.of("x", "y", "b", "e") : List.of("x", "y"));
        for (int number = 1; number <= fillers(); number++) {
            symbols.add("a" + number);
        }
        return new Alphabet(symbols);
    }

    private int fillers() {
        return kind.hasQ() ? p : p - 1;
    }

    private int firstFiller() {
        return kind.hasQ() ? E + 1 : Y + 1;
    }

    /** Number of outputs of a network: the symbols, from the first on, that can be scored targets. */
    public int outputs() {
        return kind.hasQ() ? 2 : p + 1;
    }

    /** Draws the next sequence, of indices into the alphabet. */
    public Steps draw(SplittableRandom random) {
        return Steps.of(draw(random.nextInt(2), random));
    }

    private int[] draw(int answer, SplittableRandom random) {
        return switch (kind) {
            case FIXED_GAP -> {
                int[] sequence = between(answer, p - 1);
                for (int index = 1; index < p; index++) {
                    sequence[index] = firstFiller() + index - 1;
                }
                yield sequence;
            }
            case RANDOM_GAP -> {
                int[] sequence = between(answer, p - 1);
                fill(sequence, 1, p, random);
                yield sequence;
            }
            case NOISY_GAP -> {
                int distractors = q;
                while (distractors < q + MAX_MORE_DISTRACTORS && random.nextDouble() >= END_PROBABILITY) {
                    distractors++;
                }
                int[] sequence = new int[distractors + 4];
                sequence[0] = B;
                sequence[1] = answer;
                fill(sequence, 2, distractors + 2, random);
                sequence[distractors + 2] = E;
                sequence[distractors + 3] = answer;
                yield sequence;
            }
        };
    }

    private static int[] between(int answer, int fillers) {
        int[] sequence = new int[fillers + 2];
        sequence[0] = answer;
        sequence[fillers + 1] = answer;
        return sequence;
    }

    private void fill(int[] sequence, int from, int to, SplittableRandom random) {
        for (int index = from; index < to; index++) {
            sequence[index] = firstFiller() + random.nextInt(fillers());
        }
    }

    /** The twin of a drawn sequence: only the symbol that tells the answer, and the answer, are exchanged. */
    public Steps twin(Steps sequence) {
        int[] twin = sequence.symbols();
        int other = twin[answerPlace()] == X ? Y : X;
        twin[answerPlace()] = other;
        twin[twin.length - 1] = other;
        return Steps.of(twin);
    }

    /** Both sequences of 2a; {@value #SAMPLE} of the others, with x and y in turn: always the same. */
    public List<Steps> sample() {
        SplittableRandom random = new SplittableRandom(SAMPLE_SEED);
        List<Steps> sample = new ArrayList<>();
        for (int index = 0; index < (hasFewSequences() ? 2 : SAMPLE); index++) {
            sample.add(Steps.of(draw(index % 2 == 0 ? X : Y, random)));
        }
        return sample;
    }

    public int shortestSteps() {
        return kind.hasQ() ? q + 3 : p;
    }

    /** Whether only the last step of a sequence counts for loss, recall, margin and the criterion. */
    public boolean scoresLastStepOnly() {
        return kind != Kind.FIXED_GAP;
    }

    /** Index, counted from 0, of the symbol that tells the last one. */
    public int answerPlace() {
        return kind.hasQ() ? 1 : 0;
    }

    /** Bound of the absolute error of every output, for many sequences in a row, at which the task is solved. */
    public double errorBound() {
        return kind.errorBound;
    }

    /** Whether the sequences are so few that the result of each can be cached. */
    public boolean hasFewSequences() {
        return kind == Kind.FIXED_GAP;
    }

    /**
     * Floor of a predictor that sees only the last symbols, from the probabilities: at the last step x and y are equally
     * likely for one that does not see back to the first of them, and certain for one that does.
     */
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        if (hasFewSequences()) {
            Steps[] both = sample().stream().map(steps -> steps.with(scored)).toArray(Steps[]::new);
            return MemorylessFloor.of(both, outputs(), symbolsSeen);
        }
        double unseen = unseen(symbolsSeen);
        double softmax = unseen * StrictMath.log(2);
        return new MemorylessFloor(symbolsSeen, softmax * 2 / outputs(), softmax, 1 - unseen / 2);
    }

    /** The probability that what tells the answer is not among the last symbols. */
    private double unseen(int symbolsSeen) {
        if (kind == Kind.RANDOM_GAP) {
            return symbolsSeen < p ? 1 : 0;
        }
        // Seen with at most so many distractors beyond the first q: x or y, the distractors and e are the last symbols
        int more = symbolsSeen - 2 - q;
        return more < 0 ? 1 : StrictMath.pow(1 - END_PROBABILITY, more + 1);
    }
}
