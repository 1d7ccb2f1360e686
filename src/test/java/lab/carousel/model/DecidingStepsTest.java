package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidingStepsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # The sequences of a task; one of them, a step, and where its clue is
                    3 0 1 2 3, 4 0 1 2 4     | 0 | 3 | EARLIER   | 0
                    3 0 1 2 3, 4 0 1 2 4     | 1 | 3 | EARLIER   | 0
                    3 0 1 2 3, 4 0 1 2 4     | 1 | 2 | CURRENT   | 2
                    # Whatever stood before, 4 0 1 is followed by 4
                    3 0 1 3, 4 0 1 4, 3 0 2 4 0 1 4 | 2 | 5 | EARLIER | 3
                    3 0 1 3, 4 0 1 4, 3 0 2 4 0 1 4 | 0 | 2 | EARLIER | 0
                    0 0 1                    | 0 | 0 | BEGINNING | -1
                    0 0 1                    | 0 | 1 | EARLIER   | 0
                    3 0 1, 3 0 2             | 0 | 1 | NOTHING   | -1
                    5 3 0 1 2 3, 5 4 0 1 2 4 | 0 | 0 | NOTHING   | -1
                    5 3 0 1 2 3, 5 4 0 1 2 4 | 0 | 4 | EARLIER   | 1
                    # At several forks it is told the one that shares most
                    4 0 1 2, 5 0 1 3, 0 1 4  | 0 | 2 | EARLIER   | 0
                    """)
    void theClueIsTheLatestSymbolThatIsNeeded(String sequences, int sequence, int step, ClueKind kind, int place) {
        assertThat(at(Task.parse("0 1 2 3 4 5", sequences.split(", ")), sequence, step))
                .isEqualTo(new Clue(kind, place));
    }

    private static DecidingSteps steps(Task task, Hyperparameters settings) {
        return new DecidingSteps(new Experiment(task, settings, EngineName.KERNEL));
    }

    private static DecidingSteps steps(Task task) {
        return steps(task, Hyperparameters.reference());
    }

    private static Clue at(Task task, int sequence, int step) {
        return steps(task).clue(sequence, step);
    }

    @Test
    void aSequenceBeforeCanTellWhereTheStateIsCarriedOn() {
        Task task = Task.parse("a b c d", "b a", "d b", "c a", "d c");
        Hyperparameters carried = Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH);
        assertThat(steps(task, carried).clue(1, 0).kind()).isEqualTo(ClueKind.SEQUENCE_BEFORE);
        assertThat(steps(task).clue(1, 0).kind()).isEqualTo(ClueKind.NOTHING);
    }

    @Test
    void inDrawnTasksItIsTheSymbolThatTheSourceRepeats() {
        Task fixed = Task.drawn(FixedGap.of(5));
        assertThat(at(fixed, 0, 4)).isEqualTo(new Clue(ClueKind.EARLIER, 0));
        assertThat(at(fixed, 0, 1).kind()).isEqualTo(ClueKind.CURRENT);
        Task random = Task.drawn(RandomGap.of(5));
        assertThat(at(random, 2, 4)).isEqualTo(new Clue(ClueKind.EARLIER, 0));
        assertThat(at(random, 2, 3).kind()).isEqualTo(ClueKind.NOTHING);
        Task noisy = Task.drawn(NoisyGap.of(4, 6));
        int[] sequence = noisy.indices()[0];
        Clue tells = at(noisy, 0, sequence.length - 2);
        assertThat(tells).isEqualTo(new Clue(ClueKind.EARLIER, 1));
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
    void inADrawnTaskTheAnswerIsTheFork() {
        DecidingSteps steps = steps(Task.drawn(RandomGap.of(5)));
        assertThat(steps.includes(0, 4)).isTrue();
        assertThat(steps.includes(0, 3)).isFalse();
        assertThat(steps.fork(0, 4)).isEqualTo(steps.fork(1, 4)).isZero();
        assertThat(steps.isUnknowable(0, 4)).isFalse();
        // Seen at the step itself, or in another slot
        Hyperparameters reference = Hyperparameters.reference();
        Task task = Task.drawn(RandomGap.of(5));
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
        assertThat(steps.clue(0, 4_998)).isEqualTo(new Clue(ClueKind.EARLIER, 0));
        assertThat(steps.clue(0, 4_997)).isEqualTo(new Clue(ClueKind.UNTOLD, -1));
    }
}
