package lab.carousel.training.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossHistoryTest {

    /** A curve with a different value for every epoch and line, rough enough for extremes to matter. */
    private static double loss(int line, int epoch) {
        return line + (epoch * 61_803L % 100_003) / 100_003.0;
    }

    private static double recall(int epoch) {
        return (epoch % 9) / 8.0;
    }

    private static void add(LossHistory history, int epoch) {
        history.add(epoch, evaluation(epoch));
    }

    private static Evaluation evaluation(int epoch) {
        return Evaluations.of(
                loss(0, epoch), new double[] {loss(1, epoch), loss(2, epoch)}, epoch % 9, 8, 2, 0.1, -epoch);
    }

    private static LossHistory filled(int epochs) {
        LossHistory history = new LossHistory(2);
        for (int epoch = 1; epoch <= epochs; epoch++) {
            add(history, epoch);
        }
        return history;
    }

    /** Works every point out anew from the curve. */
    private static void assertShows(LossCourse view, int epochs, int epochsPerPoint) {
        assertThat(view.epochsPerPoint()).isEqualTo(epochsPerPoint);
        assertThat(view.lines()).isEqualTo(3);
        assertThat(view.size()).isEqualTo((epochs + epochsPerPoint - 1) / epochsPerPoint);
        for (int point = 0; point < view.size(); point++) {
            int first = point * epochsPerPoint + 1;
            int last = Math.min(first + epochsPerPoint - 1, epochs);
            assertThat(view.epoch(point)).isEqualTo(last);
            assertThat(view.recall(point)).isEqualTo(recall(last));
            assertThat(view.margin(point)).isEqualTo(-last);
            for (int line = 0; line < 3; line++) {
                double least = Double.MAX_VALUE;
                double largest = 0;
                for (int epoch = first; epoch <= last; epoch++) {
                    least = Math.min(least, loss(line, epoch));
                    largest = Math.max(largest, loss(line, epoch));
                }
                assertThat(view.loss(line, point)).isEqualTo(loss(line, last));
                assertThat(view.leastLoss(line, point)).isEqualTo(least);
                assertThat(view.largestLoss(line, point)).isEqualTo(largest);
            }
        }
    }

    @Test
    void goesOnFromAPictureOfItsPoints() {
        int epochs = 2 * LossHistory.CAPACITY + 5;
        LossCourse before = filled(epochs).view();
        LossCourse copy = LossCourse.of(
                before.epochsPerPoint(),
                before.lines(),
                0,
                IntStream.range(0, before.size()).mapToObj(before::point).toList());
        assertShows(copy, epochs, before.epochsPerPoint());
        LossHistory goesOn = new LossHistory(copy);
        for (int epoch = epochs + 1; epoch <= epochs + 9; epoch++) {
            add(goesOn, epoch);
        }
        assertShows(goesOn.view(), epochs + 9, before.epochsPerPoint());
    }

    @Test
    void goesOnFromAnEarlierRunInTheMiddleOfAPoint() {
        int epochs = 2 * LossHistory.CAPACITY + 5;
        LossCourse inOneGo = filled(epochs).view();
        LossCourse before = inOneGo.until(4_003, evaluation(4_003));
        LossHistory goesOn = LossHistory.after(before, before.lines() - 1, true);
        for (int epoch = 4_004; epoch <= epochs; epoch++) {
            add(goesOn, epoch);
        }
        LossCourse view = goesOn.view();
        assertThat(view.wentOnAt()).isEqualTo(4_003);
        assertThat(view.size()).isEqualTo(inOneGo.size());
        for (int point = 0; point < view.size(); point++) {
            assertThat(view.epoch(point)).isEqualTo(inOneGo.epoch(point));
        }
    }

    @Test
    void ofAnotherTaskOnlyTheMeanIsKept() {
        LossCourse before = filled(5).view();
        LossHistory goesOn = LossHistory.after(before, 7, false);
        LossCourse view = goesOn.view();
        assertThat(view.lines()).isEqualTo(8);
        assertThat(view.size()).isEqualTo(5);
        assertThat(view.loss(0, 4)).isEqualTo(before.loss(0, 4));
        for (int line = 1; line < 8; line++) {
            assertThat(view.loss(line, 4)).isNaN();
            assertThat(view.largestLoss(line, 2)).isNaN();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4095, 1", "4096, 2", "4097, 2", "8191, 2", "8192, 4", "1000000, 256"})
    void theFirstEpochsEachHaveAPointAndWhenItIsFullNeighboursAreJoined(int epochs, int epochsPerPoint) {
        assertShows(filled(epochs).view(), epochs, epochsPerPoint);
        assertThat(LossHistory.CAPACITY).isEqualTo(4_096);
        assertThat(new LossHistory(2).view().size()).isZero();
    }

    @Test
    void aViewIsNotChangedByLaterWriting() {
        LossHistory history = new LossHistory(2);
        List<LossCourse> views = new ArrayList<>();
        int[] taken = {1, 5, 4_095, 4_096, 4_097, 12_001, 20_000};
        int next = 0;
        for (int epoch = 1; epoch <= 50_000; epoch++) {
            add(history, epoch);
            if (next < taken.length && epoch == taken[next]) {
                views.add(history.view());
                next++;
            }
        }
        int[] epochsPerPoint = {1, 1, 1, 2, 2, 4, 8};
        for (int view = 0; view < taken.length; view++) {
            assertShows(views.get(view), taken[view], epochsPerPoint[view]);
        }
    }

    @Test
    void aViewCanBeReadWhileWritingGoesOn() throws Exception {
        AtomicReference<LossCourse> published = new AtomicReference<>(new LossHistory(2).view());
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<?> reading = reader.submit(() -> {
                while (!done.get()) {
                    assertEnds(published.get());
                }
            });
            LossHistory history = new LossHistory(2);
            for (int epoch = 1; epoch <= 200_000 && !reading.isDone(); epoch++) {
                add(history, epoch);
                published.set(history.view());
            }
            done.set(true);
            reading.get(); // fails as the reader failed
            assertThat(published.get().epoch(published.get().size() - 1)).isEqualTo(200_000);
        } finally {
            done.set(true);
            reader.shutdown();
        }
    }

    /** Checks the last points of a view, which are the ones being written about. */
    private static void assertEnds(LossCourse view) {
        for (int point = Math.max(0, view.size() - 3); point < view.size(); point++) {
            int epoch = view.epoch(point);
            if (point < view.size() - 1) {
                assertThat(epoch).isEqualTo((point + 1) * view.epochsPerPoint());
            }
            assertThat(view.loss(2, point)).isEqualTo(loss(2, epoch));
            assertThat(view.margin(point)).isEqualTo(-epoch);
        }
    }

    @Test
    void aPointKeepsAMarginThatIsNone() {
        LossHistory history = new LossHistory(1);
        history.add(1, Evaluations.of(0.5, new double[] {0.5}, 1, 2, 0, 0, Double.NaN));
        assertThat(history.view().margin(0)).isNaN();
        assertThat(history.view().recall(0)).isEqualTo(0.5);
    }

    @Test
    void aPictureUpToAnEpochHasNoLaterPoint() {
        LossCourse all = filled(100).view();
        assertThat(all.upTo(100)).isSameAs(all);
        assertShows(all.upTo(37), 37, 1);
        assertThat(all.upTo(0).size()).isZero();
        // Two epochs in each point: one that stands for 37 and 38 is too late for 37
        LossCourse thinned = filled(LossHistory.CAPACITY + 1).view();
        assertShows(thinned.upTo(38), 38, 2);
        assertShows(thinned.upTo(37), 36, 2);
    }
}
