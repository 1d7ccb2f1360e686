package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.carousel.model.DecidingSteps.Clue;
import lab.carousel.model.DecidingSteps.Clue.Kind;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class DecidingStepsTest {

    private static DecidingSteps steps(Task task, Hyperparameters settings) {
        return new DecidingSteps(new Experiment(task, settings, EngineName.KERNEL));
    }

    private static DecidingSteps steps(Task task) {
        return steps(task, Hyperparameters.reference());
    }

    private static Clue at(Task task, int sequence, int step) {
        return steps(task).clue(sequence, step);
    }

    private static Task task(String... sequences) {
        return Task.parse("a b c x y", sequences);
    }

    @Test
    void inTheReferenceTaskTheFirstSymbolTellsTheLast() {
        assertThat(at(Task.reference(), 0, 3)).isEqualTo(new Clue(Kind.EARLIER, 0));
        assertThat(at(Task.reference(), 1, 3)).isEqualTo(new Clue(Kind.EARLIER, 0));
        assertThat(at(Task.reference(), 1, 2)).isEqualTo(new Clue(Kind.CURRENT, 2));
    }

    @Test
    void theLatestSymbolThatIsNeededTells() {
        Task task = task("x a b x", "y a b y", "x a c y a b y");
        // Whatever stood before, y a b is followed by y
        assertThat(at(task, 2, 5)).isEqualTo(new Clue(Kind.EARLIER, 3));
        assertThat(at(task, 0, 2)).isEqualTo(new Clue(Kind.EARLIER, 0));
    }

    @Test
    void theBeginningCanTell() {
        Task task = task("a a b");
        assertThat(at(task, 0, 0).kind()).isEqualTo(Kind.BEGINNING);
        assertThat(at(task, 0, 1)).isEqualTo(new Clue(Kind.EARLIER, 0));
    }

    @Test
    void whereTwoSequencesAreAlikeNothingTells() {
        assertThat(at(task("x a b", "x a c"), 0, 1)).isEqualTo(new Clue(Kind.NOTHING, -1));
        Task sharedStart = Task.parse("0 1 2 3 4 S", "S 3 0 1 2 3", "S 4 0 1 2 4");
        assertThat(at(sharedStart, 0, 0).kind()).isEqualTo(Kind.NOTHING);
        assertThat(at(sharedStart, 0, 4)).isEqualTo(new Clue(Kind.EARLIER, 1));
    }

    @Test
    void aSequenceBeforeCanTellWhereTheStateIsCarriedOn() {
        Task task = Task.parse("a b c d", "b a", "d b", "c a", "d c");
        Hyperparameters carried = Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH);
        assertThat(steps(task, carried).clue(1, 0).kind()).isEqualTo(Kind.SEQUENCE_BEFORE);
        assertThat(steps(task).clue(1, 0).kind()).isEqualTo(Kind.NOTHING);
    }

    @Test
    void inDrawnTasksItIsTheSymbolThatTheSourceRepeats() {
        Task fixed = Task.drawn(PaperTask.fixedGap(5));
        assertThat(at(fixed, 0, 4)).isEqualTo(new Clue(Kind.EARLIER, 0));
        assertThat(at(fixed, 0, 1).kind()).isEqualTo(Kind.CURRENT);
        Task random = Task.drawn(PaperTask.randomGap(5));
        assertThat(at(random, 2, 4)).isEqualTo(new Clue(Kind.EARLIER, 0));
        assertThat(at(random, 2, 3).kind()).isEqualTo(Kind.NOTHING);
        Task noisy = Task.drawn(PaperTask.noisyGap(4, 6));
        int[] sequence = noisy.encoded()[0];
        Clue tells = at(noisy, 0, sequence.length - 2);
        assertThat(tells).isEqualTo(new Clue(Kind.EARLIER, 1));
        assertThat(sequence[tells.place()]).isEqualTo(sequence[sequence.length - 1]);
    }

    @Test
    void stepsOfOneForkHaveOneNumberAndThoseOfAnotherAnother() {
        Task task = Task.parse("a b c d x y", "x a b x", "y a b y", "x c d x", "y c d y");
        DecidingSteps steps = steps(task);
        assertThat(steps.fork(0, 2)).isEqualTo(steps.fork(1, 2)).isZero();
        assertThat(steps.fork(2, 2)).isEqualTo(steps.fork(3, 2)).isEqualTo(1);
        // The first step: x leads to a and to c
        assertThat(steps.fork(0, 0)).isEqualTo(-1);
        assertThat(steps.isUnknowable(0, 0)).isTrue();
        assertThat(steps.fork(0, 1)).isEqualTo(-1);
    }

    @Test
    void aStepAtSeveralForksIsToldTheOneThatSharesMost() {
        Task task = Task.parse("a b c d x y", "x a b c", "y a b d", "a b x");
        DecidingSteps steps = steps(task);
        assertThat(steps.fork(0, 2)).isEqualTo(steps.fork(1, 2));
        assertThat(steps.clue(0, 2)).isEqualTo(new Clue(Kind.EARLIER, 0));
    }

    @Test
    void inADrawnTaskTheAnswerIsTheFork() {
        DecidingSteps steps = steps(Task.drawn(PaperTask.randomGap(5)));
        assertThat(steps.includes(0, 4)).isTrue();
        assertThat(steps.includes(0, 3)).isFalse();
        assertThat(steps.fork(0, 4)).isEqualTo(steps.fork(1, 4)).isZero();
        assertThat(steps.isUnknowable(0, 4)).isFalse();
        // Seen at the step itself, or in another slot
        Hyperparameters reference = Hyperparameters.reference();
        Task task = Task.drawn(PaperTask.randomGap(5));
        assertThat(steps(task, reference.with(Settings.LAG, 5)).includes(0, 4)).isFalse();
        DecidingSteps slots = steps(task, reference.with(Settings.BATCH_SIZE, 3));
        assertThat(slots.includes(0, 4)).isFalse();
        assertThat(slots.isUnknowable(0, 4)).isTrue();
    }

    @Test
    void ofTooManyStepsOnlyThoseThatCountAreTold() {
        String middle = " a b".repeat(2_499);
        Task task = Task.parse(
                "a b x y", Collections.nCopies(12, "x" + middle + " x").toArray(String[]::new));
        List<Sequence> sequences = new ArrayList<>(task.sequences());
        sequences.add(Sequence.parse("y" + middle + " y"));
        DecidingSteps steps = steps(
                new Task(task.alphabet(), sequences),
                Hyperparameters.reference().with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(steps.clue(0, 4_998)).isEqualTo(new Clue(Kind.EARLIER, 0));
        assertThat(steps.clue(0, 4_997)).isEqualTo(new Clue(Kind.UNTOLD, -1));
    }
}
