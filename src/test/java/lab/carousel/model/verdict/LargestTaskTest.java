package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.SampleSession;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Preset;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Change;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listed task has at most 50,000 scored steps; what is saved with more opens, without a verdict. */
class LargestTaskTest {

    private static final Hyperparameters SMALL = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 1);
    private static final List<String> SYMBOLS = IntStream.range(0, Alphabet.MAX_SYMBOLS)
            .mapToObj(each -> "s" + each)
            .toList();

    @TempDir
    private Path folder;

    /** Sequences of 5,000 symbols each, and one with what is left; a symbol from its place among all. */
    private static Experiment experiment(int steps, IntUnaryOperator symbol, Hyperparameters hyperparameters) {
        List<Sequence> sequences = new ArrayList<>();
        int place = 0;
        for (int left = steps; left > 0; ) {
            int own = Math.min(left, Sequence.MAX_LENGTH - 1);
            int first = place;
            sequences.add(new Sequence(IntStream.rangeClosed(first, first + own)
                    .mapToObj(at -> SYMBOLS.get(symbol.applyAsInt(at)))
                    .toList()));
            place += own + 1;
            left -= own;
        }
        return new Experiment(new Task(new Alphabet(SYMBOLS), sequences), hyperparameters, EngineName.KERNEL);
    }

    private static Experiment tooLarge() {
        return experiment(50_001, at -> at % 3, SMALL);
    }

    @Test
    void moreThanFiftyThousandScoredStepsAreRefused() {
        Experiment largest = experiment(50_000, at -> at % 3, SMALL);
        assertThat(largest.checked()).isSameAs(largest);
        Experiment tooLarge = tooLarge();
        assertThatThrownBy(tooLarge::checked)
                .isInstanceOf(InvalidInput.class)
                .hasMessage("50,001 steps would be scored, but a listed task may have at most 50,000. "
                        + "Use fewer or shorter sequences, or score only the last step of each.");
        assertThatThrownBy(() -> ExperimentFile.parse("x.carousel", ExperimentFile.toJson(tooLarge)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("x.carousel, line ")
                .hasMessageContaining("at task: 50,001 steps would be scored");
    }

    @Test
    void onlyScoredStepsOfListedTasksCount() {
        assertThat(tooLarge().with(SMALL.with(Settings.LAG, 2)).tooLarge()).isEmpty();
        Experiment last = tooLarge().with(SMALL.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(last.checked()).isSameAs(last);
        assertThatThrownBy(() -> Change.of(each -> each.with(Settings.LOSS_WEIGHTING, LossWeighting.ALL_STEPS))
                        .applyTo(last))
                .isInstanceOf(InvalidInput.class);
        Task longest = Task.drawn(RandomGap.of(1_000));
        assertThat(new Experiment(longest, SMALL, EngineName.KERNEL).tooLarge()).isEmpty();
        for (Preset preset : Preset.all()) {
            assertThat(preset.experiment().tooLarge()).isEmpty();
        }
    }

    @Test
    void whatIsSavedWithMoreOpensWithItsRunAndIsToldSo() {
        Session session = SampleSession.of(Experiment.reference(), 1);
        Snapshot run = SampleSession.trained(tooLarge().with(SMALL.with(Settings.EPOCHS, 1)), 0, Optional.empty());
        Path file = folder.resolve("large" + SessionFile.EXTENSION);
        SessionFile.write(
                file,
                new Session(
                        run.experiment(),
                        Optional.empty(),
                        Optional.of(new PausedRun(run, Optional.empty())),
                        List.of(),
                        session.layout(),
                        session.view(),
                        session.work()));

        Session read = SessionFile.read(file);

        Evaluation evaluation = read.run().orElseThrow().snapshot().evaluation();
        assertThat(read.experiment()).isEqualTo(run.experiment());
        assertThat(evaluation).isEqualTo(run.evaluation());
        assertThat(evaluation.steps()).isEqualTo(50_001);
        assertThat(evaluation.judgement()).isEqualTo(Judgement.NONE);
        assertThat(VerdictWords.of(evaluation).headline()).isEqualTo("too large for a verdict");
        assertThat(VerdictWords.of(evaluation).reason()).contains("More than 50,000 steps are scored here");
    }

    /** Whatever network has it: the numbers kept follow from the task alone. */
    @Test
    void theLargestTasksKeepFewNumbers() {
        assertThat(kept(at -> at % 2)).isLessThan(100);
        assertThat(kept(at -> scattered(at, 1_000))).isLessThan(4_000_000);
        assertThat(kept(at -> scattered(at, 30))).isLessThan(4_000_000);
        // Every other symbol is the same, and what follows it is one of all others
        assertThat(kept(at -> at % 2 == 0 ? 0 : 1 + scattered(at, 1_023))).isLessThan(26_000_000);
        assertThat(kept(at -> at % 5_000 == 0 ? 1 + at / 5_000 : at % 5_000 == 4_999 ? at / 5_000 : 0))
                .isLessThan(100_000);
    }

    private static int scattered(int at, int symbols) {
        return (int) ((at * 2_654_435_761L >>> 7) % symbols);
    }

    private static int kept(IntUnaryOperator symbol) {
        Experiment experiment = experiment(50_000, symbol, SMALL.with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH));
        Memory memory = experiment.memory();
        return memory.epochs().get(0).numbersOfRows();
    }
}
