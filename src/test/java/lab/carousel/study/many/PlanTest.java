package lab.carousel.study.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static List<Long> seeds(Plan plan) {
        return IntStream.range(0, plan.runs())
                .mapToObj(run -> plan.run(run).seed())
                .toList();
    }

    @Test
    void trainsEachCellWithEachSeedInTurn() {
        Plan plan = Plan.of(Studies.study(Question.TUNING, 5, 3, Studies.units(1, 2), Studies.rates(0.1, 0.25)));
        assertThat(plan.cells()).extracting(Variation::label).containsExactly("1, 0.1", "1, 0.25", "2, 0.1", "2, 0.25");
        assertThat(plan.runs()).isEqualTo(12);
        List<Integer> cells = new ArrayList<>();
        for (int run = 0; run < 12; run++) {
            PlannedRun planned = plan.run(run);
            cells.add(planned.cell().number());
            Hyperparameters settings = planned.experiment().hyperparameters();
            assertThat(settings.get(Settings.HIDDEN_UNITS))
                    .isEqualTo(planned.cell().number() < 2 ? 1 : 2);
            assertThat(settings.get(Settings.LEARNING_RATE))
                    .isEqualTo(planned.cell().number() % 2 == 0 ? 0.1 : 0.25);
            assertThat(settings.get(Settings.SEED)).isEqualTo(planned.seed());
        }
        assertThat(cells).containsExactly(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
        List<Long> seeds = seeds(plan);
        assertThat(seeds.subList(0, 4)).as("the first seed is the study's own").containsOnly(1L);
        assertThat(seeds.subList(4, 8)).as("all cells have the same").hasSize(4).containsOnly(seeds.get(4));
        assertThat(seeds.get(8)).isNotIn(seeds.get(0), seeds.get(4));
    }

    @Test
    void moreSeedsRepeatTheFirstOnes() {
        Study study = Studies.study(Question.SEEDS, 5, 10);
        List<Long> more = seeds(Plan.of(study.withSeeds(1_000)));
        assertThat(more).startsWith(seeds(Plan.of(study)).toArray(Long[]::new)).doesNotHaveDuplicates();
        assertThat(more).allMatch(seed -> seed >= 0 && seed <= Hyperparameters.MAX_SEED);
        Experiment other = study.base().with(study.base().hyperparameters().with(Settings.SEED, 2L));
        assertThat(seeds(Plan.of(Studies.withBase(study, other)))).doesNotContainAnyElementsOf(more);
    }

    @Test
    void evaluatesAtMostAtAHundredEpochsAndAtTheLast() {
        assertThat(epochs(Checkpoints.of(3, 100))).containsExactly(1, 2, 3);
        assertThat(epochs(Checkpoints.of(0, 100))).containsExactly(0);
        assertThat(epochs(Checkpoints.of(10, 4))).containsExactly(3, 5, 8, 10);
        List<Integer> ofMany = epochs(Checkpoints.of(10_000_000, 100));
        assertThat(ofMany).hasSize(100).isSorted().doesNotHaveDuplicates().endsWith(10_000_000);
        Plan million = Plan.of(Studies.study(Question.SEEDS, 250, 1_000_000));
        assertThat(million.cells().get(0).checkpoints().size()).isEqualTo(10);
    }

    private static List<Integer> epochs(Checkpoints checkpoints) {
        return IntStream.range(0, checkpoints.size())
                .mapToObj(checkpoints::epoch)
                .toList();
    }

    @Test
    void drawsValuesForARandomSearchFromItsSeed() {
        Study search = search(
                new Range(0.001, 0.1, true, false, rate -> Change.of(all -> all.with(Settings.LEARNING_RATE, rate))));
        List<Double> rates = Plan.of(search).cells().stream()
                .map(cell -> cell.experiment().hyperparameters().get(Settings.LEARNING_RATE))
                .toList();
        assertThat(rates).hasSize(400).allMatch(rate -> rate >= 0.001 && rate <= 0.1);
        assertThat(rates.stream().filter(rate -> rate < 0.01).count())
                .as("half of them lie below the geometric mean")
                .isBetween(160L, 240L);
        assertThat(Plan.of(search).cells().stream().map(Variation::label))
                .isEqualTo(
                        Plan.of(search).cells().stream().map(Variation::label).toList());
        Range whole = new Range(
                1.5, 4.5, false, true, units -> Change.of(all -> all.with(Settings.HIDDEN_UNITS, (int) units)));
        assertThat(Plan.of(search(whole)).cells().stream()
                        .map(cell -> cell.experiment().hyperparameters().get(Settings.HIDDEN_UNITS))
                        .distinct())
                .containsExactlyInAnyOrder(2, 3, 4);
    }

    private static Study search(Range range) {
        Axis axis = Axis.ranging("range", Message.literal("Range"), range);
        return Studies.study("", Question.TUNING, Studies.reference(1), List.of(axis), 400, 1);
    }

    @Test
    void saysWhatCannotBe() {
        assertProblem(() -> Studies.study(Question.RACE, 1, 1), "nothing is varied");
        assertProblem(() -> Studies.study(Question.SEEDS, 1, 0), "The number of seeds must be a whole number");
        assertProblem(
                () -> Studies.study(Question.TUNING, 1, 600_000, Studies.units(1, 2)),
                "That would be 1,200,000 runs, more than the 1,000,000 allowed");
        assertProblem(() -> Studies.units(1, 1), "has the value “1” twice");
        assertProblem(() -> Studies.units(), "must have 1 to 1,000 values");
        assertProblem(
                () -> Studies.study(Question.TUNING, 1, 1, Studies.units(1), Studies.units(2)), "Two axes are named");
        assertProblem(
                () -> Plan.of(Studies.study(Question.TUNING, 1, 1, Studies.units(1, 513), Studies.rates(0.1))),
                "With hiddenUnits = 513, learningRate = 0.1: The number of hidden units must be");
        Axis large = Studies.units(IntStream.rangeClosed(1, 500).toArray());
        Axis rates = Studies.rates(IntStream.rangeClosed(1, 99).asDoubleStream().toArray());
        assertProblem(() -> Studies.study(Question.TUNING, 1, 1, large, rates), "more than 10,000 variations");
        assertProblem(() -> new Range(2, 1, false, false, value -> null), "must be below its largest");
        assertProblem(() -> new Range(0, 1, true, false, value -> null), "must be above 0");
        assertProblem(() -> new Range(1.2, 1.4, false, true, value -> null), "no whole number");
        Axis range = Studies.drawnUnits(0, 9);
        assertProblem(
                () -> Studies.study(Question.TUNING, 1, 1, range), "is a range, and values can only be drawn from it");
        assertProblem(
                () -> Plan.of(Studies.study("", Question.TUNING, Studies.reference(1), List.of(range), 5, 1)),
                "With hiddenUnits = 0: The number of hidden units");
        Axis named = Studies.listed("network", Studies.named("LSTM", same -> same));
        assertProblem(() -> Studies.study(Question.SPAN, 1, 1, named), "has a value that is not a number");
    }

    private static void assertProblem(ThrowingCallable made, String text) {
        assertThatThrownBy(made).isInstanceOf(InvalidInput.class).hasMessageContaining(text);
    }

    @Test
    void aRangeAsWideAsNumbersGoGivesNumbers() {
        Range ratio = new Range(Double.MIN_VALUE, 1, true, false, value -> null);
        Range widest = new Range(-Double.MAX_VALUE, Double.MAX_VALUE, false, false, value -> null);
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 200; draw++) {
            assertThat(ratio.draw(random).number().orElseThrow()).isBetween(Double.MIN_VALUE, 1.0);
            assertThat(widest.draw(random).number().orElseThrow()).isFinite();
        }
    }

    @Test
    void isRefusedInTheSameWordsWhenItIsOnlyLookedWhetherThereCanBeOne() {
        List<Axis> range = List.of(Studies.drawnUnits(0, 9));
        Study random = Studies.study("", Question.TUNING, Studies.reference(1), range, 5, 1);
        Axis none = Studies.listed("units", AxisValue.number(0, Change.of(all -> all.with(Settings.HIDDEN_UNITS, 0))));
        Study grid = Studies.study(Question.TUNING, 1, 1, none);
        for (Study study : List.of(random, grid)) {
            Throwable made = catchThrowable(() -> Plan.of(study));
            assertThat(made).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> Plan.check(study)).hasMessage(made.getMessage());
        }
        Plan.check(Studies.study(Question.TUNING, 1, 2, Studies.units(2, 4)));
    }
}
