package lab.carousel.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Where the sequences of a task come from. Immutable; equal ones supply the same. */
public interface Supply {

    /** The outputs first. Where numbers are fed, the names of the outputs and after them those of the inputs. */
    Alphabet alphabet();

    /** Number of network inputs: one for each symbol, or for each number that is fed. */
    default int inputs() {
        return alphabet().size();
    }

    /** Number of network outputs: one for each of the first symbols of the alphabet. */
    default int outputs() {
        return alphabet().size();
    }

    /** What is fed and wanted. */
    default TargetKind targets() {
        return TargetKind.SYMBOLS;
    }

    /** Whether all that is wanted of an output lies from 0 to 1, so that a sigmoid can reach it. */
    default boolean isFromZeroToOne() {
        return true;
    }

    /** Whether targets are all symbols that may follow. */
    default boolean hasSets() {
        return false;
    }

    /** Whether only the last step of a sequence counts for loss, recall and margin. */
    default boolean scoresLastStepOnly() {
        return false;
    }

    /** The sequences to look at: those that an epoch feeds, or some, always the same. All their steps are scored. */
    List<Steps> shown();

    /** The first step that is judged, counted from 0: those before are only learned. */
    default int firstJudged() {
        return 0;
    }

    /** What a step of a sequence to look at is called, counted from 0: its number from 1 on where nothing has a name. */
    default String stepName(int step) {
        return Integer.toString(step + 1);
    }

    /** What is fed and wanted at a step, and what is predicted, as people read them. */
    default List<String> stepTexts(Steps steps, int step, Target predicted) {
        return Stream.of(steps.fed(step), steps.target(step), predicted)
                .map(alphabet()::symbol)
                .toList();
    }

    /** What is fed at a step to look at, as people read it: of a series the values of the row. */
    default String fed(Step step) {
        return alphabet().told(step.fed());
    }

    /** What is wanted there, or what a network says: of a series in its own unit. */
    default String told(Step step, Target said) {
        return alphabet().told(said);
    }

    /** Which step it is. */
    default String place(Step step) {
        String name = stepName(step.number() - 1);
        return Message.text("history.step." + wordKind(), step.sequence() + 1, step.number(), name);
    }

    /** The same, and what is fed there. */
    default String at(Step step) {
        String name = stepName(step.number() - 1);
        return Message.text("task.step." + wordKind(), step.number(), step.sequence() + 1, fed(step), name);
    }

    /** What a step is that is right, or one that is not. */
    default String mark(boolean isRight) {
        return Message.text("task.mark." + wordKind(), isRight ? 1 : 0);
    }

    /** What an epoch learns, where it does not draw it: of each sequence to look at the steps from the first on. A new array. */
    default Steps[] learned() {
        return shown().toArray(Steps[]::new);
    }

    /** How many steps each sequence has that every epoch feeds, in their order; empty where an epoch draws its sequences. */
    default IntStream listed() {
        return shown().stream().mapToInt(Steps::size);
    }

    /** What the losses are called that a chart draws, where that is not the mean and each sequence: the first is of what is judged. */
    default List<Message> parts() {
        return List.of();
    }

    /** What the steps are called that are right. */
    default Message rightName() {
        return Message.of("status.recall");
    }

    /** The end of the keys of words that are others for each kind of task. */
    default String wordKind() {
        return targets().toString();
    }

    /**
     * Sequences to train on, or others to test with, one after the other; empty where an epoch feeds those that are shown.
     *
     * @param pool makes the random numbers by which sequences are fixed, where some are
     */
    default Optional<Supplier<Steps>> draws(SplittableRandom random, Supplier<SplittableRandom> pool, boolean isTest) {
        return Optional.empty();
    }

    /** Steps of the shortest sequence. */
    default int shortestSteps() {
        return listed().min().orElseThrow();
    }

    /** Steps of the longest listed sequence; the least number of steps if they are drawn. */
    default int longestSteps() {
        return listed().max().orElseThrow();
    }

    /** The sequences as somebody can type and change them; empty where a rule or a file gives them. */
    default Optional<ListedSequences> typed() {
        return Optional.empty();
    }

    /** The same task where every symbol that may follow counts, or only the one that does. */
    default Task withSets(Task task, boolean now) {
        if (now) {
            throw new InvalidInput("task.sets.drawn");
        }
        return task;
    }

    /** What has to be said of what is counted on the sequences that are shown; empty if they are all. */
    default Optional<Message> countedOnShown() {
        return Optional.empty();
    }

    /** Empty if no rule draws the sequences. */
    default Optional<SupplyRule> rule() {
        return Optional.empty();
    }

    /** What the task is, in a few words. */
    String words();

    /** The task in one line, as tables of studies have it. */
    String line();

    /** The values that a file holds of it, by their names. */
    Map<String, Object> values();
}
