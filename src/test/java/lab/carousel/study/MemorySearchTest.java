package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.study.MemorySearch.Smallest;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class MemorySearchTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);

    private static MemorySearch search(Snapshot network) {
        return new MemorySearch(network.experiment(), network.parameters());
    }

    private static int rightWithout(Snapshot network, Set<Integer> silent) {
        return new Evaluator(network.experiment())
                .evaluate(
                        network.parameters(),
                        Lesion.operation(
                                List.of(Lesion.silence(silent, Quantity.HIDDEN_STATE)),
                                network.parameters().layout()))
                .right();
    }

    private static Set<Integer> othersThan(Set<Integer> units, int all) {
        return IntStream.range(0, all)
                .filter(unit -> !units.contains(unit))
                .boxed()
                .collect(Collectors.toSet());
    }

    @Test
    void theSmallestSetThatBreaksTheRecallDoesAndNoSmallerOneDoes() {
        Smallest found = search(NETWORK).find(MemorySearch.Aim.BREAKS, now -> true);
        Set<Integer> units = found.units().orElseThrow();
        assertThat(rightWithout(NETWORK, units)).isLessThan(8);
        assertThat(found.smallest()).isTrue();
        if (units.size() > 1) {
            for (int unit = 0; unit < 20; unit++) {
                assertThat(rightWithout(NETWORK, Set.of(unit))).isEqualTo(8);
            }
        }
    }

    /** These units alone predict every step, and not without one of them. */
    private static void assertKeepTheRecall(Snapshot snapshot, Set<Integer> units, int allUnits) {
        assertThat(rightWithout(snapshot, othersThan(units, allUnits))).isEqualTo(8);
        for (int unit : units) {
            Set<Integer> less = new HashSet<>(units);
            less.remove(unit);
            assertThat(rightWithout(snapshot, othersThan(less, allUnits))).isLessThan(8);
        }
    }

    private static Snapshot allRight(int units, double learningRate, int epochs) {
        Experiment experiment = Experiment.reference();
        Snapshot end = RecordedRuns.end(experiment.with(all -> all.with(Settings.HIDDEN_UNITS, units)
                .with(Settings.LEARNING_RATE, learningRate)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, epochs)));
        assertThat(end.evaluation().right()).isEqualTo(8);
        return end;
    }

    @Test
    void ofFourUnitsAllSetsAreTried() {
        Snapshot small = allRight(4, 0.02, 500);
        Smallest found = search(small).find(MemorySearch.Aim.KEEPS, now -> true);
        assertThat(found.smallest()).isTrue();
        assertThat(found.tried()).isLessThanOrEqualTo(16);
        int size = found.units().orElseThrow().size();
        for (int mask = 0; mask < 16; mask++) {
            int bits = mask;
            Set<Integer> set = IntStream.range(0, 4)
                    .filter(unit -> (bits >> unit & 1) == 1)
                    .boxed()
                    .collect(Collectors.toSet());
            if (set.size() < size) {
                assertThat(rightWithout(small, othersThan(set, 4))).isLessThan(8);
            }
        }
    }

    @Test
    void aStoppedSearchSaysSo() {
        Smallest found = search(NETWORK).find(MemorySearch.Aim.KEEPS, now -> now.total() < 30);
        assertThat(found.stopped()).isTrue();
        assertThat(found.units()).isEmpty();
        assertThat(found.tried()).isEqualTo(30);
    }

    @Test
    void countsSets() {
        assertThat(MemorySearch.combinations(20, 3)).isEqualTo(1_140);
        assertThat(MemorySearch.combinations(20, 10)).isEqualTo(184_756);
        assertThat(MemorySearch.combinations(256, 3)).isGreaterThan(MemorySearch.MAX_TRIED);
    }

    @Test
    void amongManyUnitsASetIsShrunkUntilNoUnitCanBeSpared() {
        Snapshot large = allRight(60, Settings.LEARNING_RATE.reference(), 200);
        List<MemorySearch.SoFar> told = new ArrayList<>();
        Smallest found = search(large).find(MemorySearch.Aim.KEEPS, now -> told.add(now));
        assertKeepTheRecall(large, found.units().orElseThrow(), 60);
        MemorySearch.SoFar last = told.get(told.size() - 1);
        assertThat(last.total()).isEqualTo(found.tried()).isEqualTo(told.size());
        assertThat(told).anyMatch(MemorySearch.SoFar::shrinking);
        assertThat(told).allSatisfy(now -> assertThat(now.done()).isBetween(0L, now.all()));
        assertThat(found.smallest()).isFalse();
    }
}
