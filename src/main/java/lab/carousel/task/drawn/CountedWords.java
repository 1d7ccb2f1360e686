package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;

/**
 * Words of a language that has to be counted, {@code S a a b b T}: after the first letter either comes again or the second
 * begins, then all is due. Targets are all symbols that may follow in the language, whichever words are trained (Gers and
 * Schmidhuber 2001; Weiss, Goldberg and Yahav 2018). What is told is the largest n up to which every word is right.
 */
final class CountedWords extends DrawnTask {

    static final CountedWords TWO = new CountedWords("anbn", List.of("a", "b"), upTo(200));
    /** Of more than 181 words there are over 50,000 steps. */
    static final CountedWords THREE = new CountedWords("anbncn", List.of("a", "b", "c"), upTo(181));

    private static final int LARGEST_EXAMINED = 1_000;

    private final int letters;
    private final Alphabet alphabet;
    private final DrawnParameter longest;

    private static DrawnParameter upTo(int most) {
        return new DrawnParameter("n", 1, most, 10);
    }

    private CountedWords(String name, List<String> letters, DrawnParameter longest) {
        super(name, longest);
        this.longest = longest;
        this.letters = letters.size();
        List<String> symbols = new ArrayList<>(letters);
        symbols.add(0, "S");
        symbols.add("T");
        this.alphabet = new Alphabet(symbols);
    }

    @Override
    public Alphabet alphabet() {
        return alphabet;
    }

    @Override
    public boolean hasSets() {
        return true;
    }

    private Steps word(int n) {
        int[] symbols = new int[letters * n + 2];
        Arrays.setAll(symbols, place -> (place + n - 1) / n);
        return Steps.of(
                symbols, t -> Target.ofSet(t >= 1 && t <= n ? IntStream.of(1, 2) : IntStream.of(symbols[t + 1])));
    }

    @Override
    public Steps draw(SplittableRandom random) {
        return word(1 + random.nextInt(value(longest)));
    }

    @Override
    public List<Steps> shown() {
        return IntStream.rangeClosed(1, value(longest)).mapToObj(this::word).toList();
    }

    @Override
    public boolean hasFewSequences() {
        return true;
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    @Override
    public int shortestSteps() {
        return letters + 1;
    }

    @Override
    public Steps examined(int number, SplittableRandom random) {
        return word(number + 1);
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.own(LARGEST_EXAMINED));
    }

    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        return MemorylessFloor.of(scored.of(shown().toArray(Steps[]::new)), outputs(), symbolsSeen);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return MemorylessFloor.ladder(scored.of(shown().toArray(Steps[]::new)), outputs()).stream()
                .filter(floor -> floor.symbolsSeen() >= symbolsSeen)
                .map(PredictorFloor::seen)
                .toList();
    }
}
