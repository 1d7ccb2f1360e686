package lab.carousel.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.carousel.text.Message;

/** How the answers of a network to a task are judged. Immutable. */
public interface Judge {

    /** Whether tests are drawn and judged; otherwise the sequences that are shown are, which are all there are. */
    default boolean drawsTests() {
        return false;
    }

    /** Whether the loss of the tests is judged by the floors, in place of answers. */
    default boolean isByFloors() {
        return false;
    }

    /** What a forecast is worth, from what a network says at each step that is judged; empty where nothing is forecast. */
    default Optional<JudgedForecast> forecast(double[] said) {
        return Optional.empty();
    }

    /**
     * A forecast in words; empty where nothing is forecast.
     *
     * @param loss      of the network
     * @param notBeaten as {@link JudgedForecast} has them
     */
    default Optional<ToldForecast> told(double loss, int notBeaten) {
        return Optional.empty();
    }

    /** The same sequence with another clue exchanged each; the worst is what is told. None where nothing can be exchanged alone. */
    default List<Twin> twins(Steps test) {
        return List.of();
    }

    /** At which steps several symbols may follow, of which one was drawn. */
    default boolean[] open(Steps test) {
        return new boolean[test.size()];
    }

    /** Why there are no forks, where it is not for want of any. */
    default Optional<Message> whyNoForks() {
        return Optional.empty();
    }

    /** When a network has solved the task; empty where nothing says so. */
    default Optional<StoppingRule> stoppingRule() {
        return Optional.empty();
    }

    /** The sequences that {@link StoppingRule.Exam#OWN} asks for, by their number from 0. */
    default IntFunction<Steps> examined(SplittableRandom random, Supplier<SplittableRandom> pool) {
        throw new IllegalStateException("a task without a stopping rule examines nothing");
    }

    /** A sequence with the targets that the stopping rule asks for where those are not what was fed. */
    default Steps judged(Steps fed) {
        return fed;
    }

    /** The first so many sequences that a network is trained on, to be scored where there is a stopping rule. */
    default Stream<Steps> trained(SplittableRandom random, Supplier<SplittableRandom> pool, long seen) {
        return Stream.of();
    }

    /** Sequences that no network is trained on, to be scored where there is a stopping rule. */
    default Stream<Steps> fresh(SplittableRandom random, Supplier<SplittableRandom> pool) {
        return Stream.of();
    }

    /** The floor of a predictor that sees the last symbols. */
    MemorylessFloor floor(int symbolsSeen, ScoredSteps scored);

    /** What that floor is called. */
    default Message floorName() {
        return Message.of("loss.floor.name");
    }

    /** Floors worth telling, the highest first. */
    List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored);

    /** How many of these are told where there is one line for them. */
    default int floorsInLine() {
        return Integer.MAX_VALUE;
    }

    /** How many sequences were needed where the task was published; empty if that is not told. */
    default OptionalDouble publishedSequences() {
        return OptionalDouble.empty();
    }
}
