package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.StoppingRule;
import org.junit.jupiter.api.Test;

class ParameterHistoryTest {

    /** Bytes that a collection gives back when there is nothing more to give back. */
    private static final int NEARLY_NOTHING = 100_000;

    private static final int MOST_COLLECTIONS = 10;

    private static final Experiment REFERENCE = Experiment.reference();
    private static final Parameters PARAMETERS = InitialParameters.of(REFERENCE);
    private static final Evaluation EVALUATION = Evaluation.of(REFERENCE, PARAMETERS);

    private static RecordedEpoch epoch(int number) {
        return new RecordedEpoch(new Position(number, 2, 4, 8L * number), PARAMETERS, EVALUATION, Optional.empty());
    }

    private static ParameterHistory filled(ParameterHistory history, int epochs) {
        for (int number = 0; number <= epochs; number++) {
            history.add(epoch(number));
        }
        return history;
    }

    private static List<Integer> epochs(PastParameters view) {
        return IntStream.range(0, view.size())
                .mapToObj(index -> view.get(index).epoch())
                .toList();
    }

    private static Experiment big(int units, int layers) {
        return REFERENCE.with(
                REFERENCE.hyperparameters().with(Settings.HIDDEN_UNITS, units).with(Settings.LAYERS, layers));
    }

    @Test
    void keepsEveryEpochOfAShortRun() {
        PastParameters view = filled(new ParameterHistory(REFERENCE), 2_047).view();
        assertThat(epochs(view))
                .isEqualTo(IntStream.rangeClosed(0, 2_047).boxed().toList());
    }

    @Test
    void aLongRunIsDenseAtTheStartAndThinnerLater() {
        PastParameters view = filled(new ParameterHistory(REFERENCE), 1_000_003).view();
        List<Integer> epochs = epochs(view);
        assertThat(epochs).startsWith(IntStream.rangeClosed(0, 256).boxed().toArray(Integer[]::new));
        assertThat(epochs).endsWith(1_000_003).hasSizeBetween(1_024, ParameterHistory.MAX_EPOCHS);
        for (int index = 1; index < epochs.size(); index++) {
            int gap = epochs.get(index) - epochs.get(index - 1);
            assertThat(gap).isPositive().isLessThanOrEqualTo(Math.max(1, epochs.get(index) / 100));
        }
    }

    @Test
    void theLastEpochIsAlwaysThereAndTheStartToo() {
        for (long bytes : new long[] {0, 20_000, 40_000, 60_000, 100_000, 400_000}) {
            ParameterHistory history = new ParameterHistory(REFERENCE, bytes);
            assertThat(history.view().size()).isZero();
            for (int number = 0; number < 5_000; number++) {
                history.add(epoch(number));
                PastParameters view = history.view();
                assertThat(view.get(view.size() - 1).epoch()).isEqualTo(number);
                assertThat(view.size() == 1 || view.get(0).epoch() == 0).isTrue();
                long held = view.size() * ParameterHistory.bytesPerEpoch(REFERENCE);
                assertThat(view.size() == 1 || held <= bytes)
                        .as("%d epochs in %d bytes", view.size(), bytes)
                        .isTrue();
            }
        }
    }

    @Test
    void theBoundHoldsForEveryNetwork() {
        for (Experiment experiment :
                List.of(REFERENCE, big(1, 1), big(128, 1), big(512, 1), big(512, 2), big(512, 8))) {
            // Not drawn, only counted: of 512 units in 8 layers one state has more than a hundred megabytes
            int size = filled(new ParameterHistory(experiment), 3_000).view().size();
            long held = size * ParameterHistory.bytesPerEpoch(experiment);
            assertThat(size == 1 || held <= ParameterHistory.MAX_BYTES)
                    .as("%d states", size)
                    .isTrue();
            assertThat(ParameterHistory.bytesPerEpoch(experiment))
                    .isGreaterThan(8L * experiment.layout().size());
        }
        assertThat(epochs(filled(new ParameterHistory(big(512, 1)), 3_000).view()))
                .as("8 MB each")
                .containsExactly(0, 1, 16, 256, 3_000);
        assertThat(epochs(filled(new ParameterHistory(big(512, 8)), 3_000).view()))
                .containsExactly(3_000);
    }

    @Test
    void whatIsHeldIsWhatIsCounted() {
        // Of real states, each with weights of its own, as the heap sees them. Other tests of this JVM leave behind
        // what
        // may be given back (or made) during one measurement, but hardly during most of five.
        long[] held = new long[5];
        int count = 800;
        for (int round = 0; round < held.length; round++) {
            ParameterHistory history = new ParameterHistory(REFERENCE);
            long before = used();
            for (int number = 0; number < count; number++) {
                Parameters own = Parameters.of(PARAMETERS.layout(), PARAMETERS.toArray());
                history.add(new RecordedEpoch(
                        new Position(number, 2, 4, 8L * number), own, Evaluation.of(REFERENCE, own), Optional.empty()));
            }
            held[round] = used() - before;
            assertThat(history.view().size()).isEqualTo(count);
        }
        Arrays.sort(held);
        assertThat(held[held.length / 2])
                .as("the middle one of %s", Arrays.toString(held))
                .isBetween(
                        9 * (8L * count * REFERENCE.layout().size()) / 10,
                        11 * count * ParameterHistory.bytesPerEpoch(REFERENCE) / 10);
    }

    /** Bytes in use after a collection, when what it made unreachable in other threads is gone as well. */
    private static long used() {
        long before;
        long now = Long.MAX_VALUE;
        int collections = 0;
        do {
            before = now;
            System.gc();
            LockSupport.parkNanos(20_000_000);
            now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        } while (before - now > NEARLY_NOTHING && ++collections < MOST_COLLECTIONS);
        return now;
    }

    @Test
    void aPictureDoesNotChangeWhileWritingGoesOn() {
        ParameterHistory history = new ParameterHistory(REFERENCE);
        List<PastParameters> views = new ArrayList<>();
        List<List<Integer>> seen = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            history.add(epoch(number));
            if (number % 617 == 0) {
                views.add(history.view());
                seen.add(epochs(history.view()));
            }
        }
        for (int index = 0; index < views.size(); index++) {
            assertThat(epochs(views.get(index))).isEqualTo(seen.get(index));
        }
    }

    @Test
    void whatIsKnownLaterOfTheLastEpochReplacesIt() {
        ParameterHistory history = filled(new ParameterHistory(REFERENCE), 3);
        PastParameters before = history.view();
        RecordedEpoch known = new RecordedEpoch(
                epoch(3).position(),
                PARAMETERS,
                EVALUATION,
                Optional.of(new Criterion(StoppingRule.fresh(0.2, 10_000), 30, 7, 0.1, 0, 0)));
        history.replaceLast(known);
        assertThat(before.get(3).criterion()).isEmpty();
        assertThat(history.view().get(3)).isSameAs(known);
        history.add(epoch(4));
        assertThat(history.view().get(3)).isSameAs(known);
    }

    @Test
    void findsTheRecordedEpochAtOrBeforeAnother() {
        PastParameters view =
                filled(new ParameterHistory(REFERENCE, 120_000), 100).view();
        assertThat(epochs(view)).containsExactly(0, 1, 4, 16, 64, 100);
        assertThat(view.indexAtOrBefore(-1)).isEqualTo(-1);
        assertThat(view.indexAtOrBefore(0)).isZero();
        assertThat(view.indexAtOrBefore(3)).isEqualTo(1);
        assertThat(view.indexAtOrBefore(4)).isEqualTo(2);
        assertThat(view.indexAtOrBefore(99)).isEqualTo(4);
        assertThat(view.indexAtOrBefore(1_000)).isEqualTo(5);
        assertThat(new ParameterHistory(REFERENCE).view().indexAtOrBefore(5)).isEqualTo(-1);
    }

    @Test
    void picturesTellWhetherTheyAreOfOneRunAndShareTheirMemory() {
        ParameterHistory history = filled(new ParameterHistory(REFERENCE), 100);
        PastParameters early = history.view();
        history.add(epoch(101));
        assertThat(history.view().isOfSameRun(early)).isTrue();
        assertThat(history.view().sharesMemoryWith(early)).isTrue();
        for (int number = 102; number < 3_000; number++) {
            history.add(epoch(number));
        }
        assertThat(history.view().sharesMemoryWith(early)).isFalse();
        assertThat(history.view().isOfSameRun(early)).isTrue();
        assertThat(filled(new ParameterHistory(REFERENCE), 100).view().isOfSameRun(early))
                .isFalse();
    }
}
