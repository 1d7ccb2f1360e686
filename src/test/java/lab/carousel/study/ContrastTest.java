package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

/** Two sequences, the reset switch, two networks: A beside B and where they differ. */
class ContrastTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Experiment EXPERIMENT = NETWORK.experiment();
    private static final Steps[] ENCODED = EXPERIMENT.task().encoded();

    private static Experiment of(Task task) {
        return new Experiment(task, EXPERIMENT.hyperparameters(), EXPERIMENT.engine());
    }

    private static Trace trace(int... sequence) {
        return trace(Steps.of(sequence));
    }

    private static Trace trace(Steps sequence) {
        return Trace.of(NETWORK.parameters(), EXPERIMENT.hyperparameters(), sequence);
    }

    private static Contrast sequences(Experiment experiment, Quantity quantity, int around) {
        return Contrast.ofSequences(FedSteps.of(experiment, NETWORK.parameters()), 0, 1, quantity, around);
    }

    private static Contrast sequences(UnaryOperator<Hyperparameters> change) {
        return sequences(EXPERIMENT.with(change), Quantity.CELL_STATE, 0);
    }

    private static Contrast inOrder(Integer... order) {
        return Contrast.ofReset(EXPERIMENT, NETWORK.parameters(), ENCODED, List.of(order));
    }

    private static double h(ContrastStep step) {
        return step.difference(Quantity.HIDDEN_STATE).distance();
    }

    /** At a step A is what one trace has at its step, B what another has, and the difference is B - A. */
    private static void assertBeside(ContrastStep step, Trace a, int aStep, Trace b, int bStep) {
        assertThat(step.a().outputs()).isEqualTo(a.outputs(aStep));
        assertThat(step.b().outputs()).isEqualTo(b.outputs(bStep));
        assertThat(step.a().target()).isEqualTo(a.target(aStep));
        assertThat(step.b().predicted()).isEqualTo(b.predicted(bStep));
        assertThat(step.outputChange())
                .isEqualTo(IntStream.range(0, 5)
                        .mapToDouble(k -> Math.abs(b.outputs(bStep)[k] - a.outputs(aStep)[k]))
                        .max()
                        .orElseThrow());
        step.differences().forEach((quantity, difference) -> {
            double[] expected = new double[20];
            Arrays.setAll(expected, unit -> b.value(quantity, bStep, unit) - a.value(quantity, aStep, unit));
            assertThat(difference.ofUnits()).isEqualTo(expected);
            assertThat(difference.sum())
                    .isCloseTo(Arrays.stream(expected).map(Math::abs).sum(), within(1e-12));
            assertThat(difference.distance())
                    .isCloseTo(Math.sqrt(Arrays.stream(expected).map(x -> x * x).sum()), within(1e-12));
        });
    }

    @Test
    void twoSequencesAreTheirTraces() {
        for (Quantity quantity : List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE)) {
            Contrast fork = sequences(EXPERIMENT, quantity, 0);
            assertThat(fork.steps()).extracting(ContrastStep::seesTheSame).containsExactly(false, true, true, true);
            for (int step = 0; step < 4; step++) {
                assertBeside(fork.steps().get(step), trace(ENCODED[0]), step, trace(ENCODED[1]), step);
                assertThat(fork.steps().get(step).differences()).containsOnlyKeys(quantity);
            }
        }
    }

    @Test
    void whatIsFedWithoutAResetIsOneLongSequence() {
        Trace joined = trace(3, 0, 1, 2, 4, 0, 1, 2, 0);
        Contrast both = inOrder(0, 1);
        assertThat(both.steps()).hasSize(8);
        for (int t = 0; t < 4; t++) {
            ContrastStep leaking = both.steps().get(4 + t);
            assertThat(leaking.place()).isEqualTo(1);
            assertThat(h(both.steps().get(t)) + both.steps().get(t).outputChange())
                    .isZero();
            assertThat(both.steps().get(t).b().outputs()).isEqualTo(joined.outputs(t));
            assertThat(h(leaking)).isPositive();
            assertBeside(leaking, trace(ENCODED[1]), t, joined, 4 + t);
        }
        assertThat(both.scored(ContrastStep::a)).isEqualTo(8);
        assertThat(both.right(ContrastStep::a)).isEqualTo(NETWORK.evaluation().right());
        assertThat(both.right(ContrastStep::b))
                .isEqualTo(
                        both.steps().stream().filter(step -> step.b().isRight()).count());
    }

    @Test
    void aLesionIsBesideTheIntactNetwork() {
        Lesion lesion = Lesion.silence(Set.of(5), Quantity.HIDDEN_STATE);
        FedNetwork network = FedNetwork.of(EXPERIMENT, NETWORK.parameters());
        Traces intact = network.traces(ColumnWindow.START);
        Traces cut = network.traces(
                ColumnWindow.START,
                Lesion.operation(List.of(lesion), NETWORK.parameters().layout()));
        Contrast beside = Contrast.of(EXPERIMENT, "intact", intact, "cut", cut);
        assertThat(beside.steps()).hasSize(8);
        for (int column = 0; column < 8; column++) {
            assertThat(beside.steps().get(column).a().outputs()).isEqualTo(intact.outputs(column));
            assertThat(beside.steps().get(column).b().outputs()).isEqualTo(cut.outputs(column));
            assertThat(beside.steps().get(column).isChanged())
                    .isEqualTo(intact.predicted(column) != cut.predicted(column));
        }
    }

    @Test
    void theOrderDecidesWhatLeaksIntoWhat() {
        Contrast turned = inOrder(1, 0);
        assertThat(turned.steps()).extracting(step -> step.a().fed().index()).containsExactly(4, 0, 1, 2, 3, 0, 1, 2);
        assertThat(turned.stepsAt(0)).allMatch(step -> h(step) == 0);
        assertThat(turned.stepsAt(1)).allMatch(step -> h(step) > 0);
        // The same sequence twice is not the same twice: only the first time it starts from zero
        assertThat(h(inOrder(0, 0).stepsAt(1).get(0))).isPositive();
    }

    @Test
    void withoutAStateNothingIsLeftWhereTheInputsAgreeAndNothingLeaks() {
        UnaryOperator<Hyperparameters> stateless = all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.ONE_STEP)
                .with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP);
        assertThat(sequences(stateless).steps())
                .extracting(step -> step.difference(Quantity.CELL_STATE).sum() > 0)
                .containsExactly(true, false, false, false);
        Contrast both = Contrast.ofReset(EXPERIMENT.with(stateless), NETWORK.parameters(), ENCODED, List.of(0, 1));
        assertThat(both.steps()).allMatch(step -> h(step) == 0 && step.outputChange() == 0);
    }

    @Test
    void theInputsAgreeWhereAllSymbolsOfTheStepDo() {
        Contrast lagging = sequences(all -> all.with(Settings.LAG, 2));
        assertThat(lagging.steps().get(0).number()).isEqualTo(2);
        // (3 0 | 4 0), (0 1 | 0 1), (1 2 | 1 2)
        assertThat(lagging.steps()).extracting(ContrastStep::seesTheSame).containsExactly(false, true, true);
        Task task = Task.parse("0 1 2 3 4", "1 3 0 1 2 3 1", "1 4 0 1 2 4 1 2 2");
        Contrast fork = sequences(of(task), Quantity.HIDDEN_STATE, 0);
        assertThat(fork.steps()).hasSize(6);
        assertThat(fork.agreements()).containsExactly(new Contrast.Stretch(0, 0), new Contrast.Stretch(2, 4));
        assertThat(fork.difference(0, Quantity.HIDDEN_STATE).sum()).isZero();
    }

    @Test
    void ofLongSequencesAPartIsCompared() {
        String symbols = "0 1 2 ".repeat(1_000);
        Experiment longer = of(Task.parse("0 1 2 3 4", symbols, symbols));
        assertThat(sequences(longer, Quantity.CELL_STATE, 2_500).steps()).hasSize(1_000);
        for (int[] around : new int[][] {{2_500, 2_000}, {1_000, 901}}) {
            assertThat(sequences(longer, Quantity.CELL_STATE, around[0])
                            .steps()
                            .get(0)
                            .number())
                    .isEqualTo(around[1]);
        }
        String middle = "0 1 2 ".repeat(200);
        Experiment experiment = of(Task.parse("0 1 2 3 4", "3 " + middle + "3", "4 " + middle + "4"));
        Contrast both = Contrast.ofReset(
                experiment, InitialParameters.of(experiment), experiment.task().encoded(), List.of(0, 1));
        assertThat(both.steps()).hasSize(2 * 601);
        for (int place = 0; place < 2; place++) {
            assertThat(both.stepsAt(place).stream()
                            .filter(step ->
                                    step.difference(Quantity.HIDDEN_STATE).ofUnits().length > 0)
                            .map(ContrastStep::number))
                    .as("in detail")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 200).boxed().toList());
        }
    }

    @Test
    void anOrderIsTypedInNumbers() {
        Task task = Task.parse("0 1", "0 1", "1 0", "0 0");
        assertThat(SequenceOrder.of(" 3 1,1 ", task)).containsExactly(2, 0, 0);
        assertThat(SequenceOrder.first(task)).containsExactly(0, 1, 2);
        assertThat(SequenceOrder.text(SequenceOrder.reversed(List.of(0, 2)))).isEqualTo("3 1");
        for (String wrong : List.of("0", "4", "x", "1 -2", "99999999999999")) {
            assertThatThrownBy(() -> SequenceOrder.of(wrong, task))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageEndingWith("is not the number of a sequence: use 1 to 3.");
        }
        assertThatThrownBy(() -> SequenceOrder.of(" ", task)).hasMessage("Enter the numbers of 1 to 50 sequences.");
        assertThatThrownBy(() -> SequenceOrder.of("1 ".repeat(51), task)).isInstanceOf(InvalidInput.class);
        Task long2 = Task.parse("0 1", "0 ".repeat(5_000), "0 1");
        assertThat(SequenceOrder.first(long2)).containsExactly(0, 1);
        assertThatThrownBy(() -> SequenceOrder.of("1 1 1 1 1", long2))
                .hasMessage(
                        "These sequences have 24,995 steps in all, but at most 20,000 are possible: enter fewer sequences.");
    }

    private static ContrastSubject trained(Experiment fed) {
        return new ContrastSubject("", fed, NETWORK.parameters());
    }

    private static ContrastSubject initial(Experiment experiment) {
        return new ContrastSubject("", experiment, InitialParameters.of(experiment));
    }

    @Test
    void asTrainedStandsBesideStepByStep() {
        Experiment slots = EXPERIMENT.with(all -> all.with(Settings.BATCH_SIZE, 3));
        Contrast both = Contrast.ofNetworks(trained(slots), trained(slots.stepByStep()), 100);
        assertThat(both.steps()).hasSize(8);
        for (ContrastStep step : both.steps()) {
            Trace asTrained = FedSteps.of(slots, NETWORK.parameters()).trace(step.sequence(), 0, 4);
            assertBeside(step, asTrained, step.number() - 1, trace(ENCODED[step.sequence()]), step.number() - 1);
        }
        assertThat(both.right(ContrastStep::a))
                .isEqualTo(Evaluation.of(slots, NETWORK.parameters()).right())
                .isNotEqualTo(8);
        assertThat(both.right(ContrastStep::b)).isEqualTo(8);
    }

    @Test
    void statesAreComparedWhereTheUnitsAreTheSame() {
        Experiment faster = EXPERIMENT.with(all -> all.with(Settings.LEARNING_RATE, 0.01));
        Experiment otherSeed = EXPERIMENT.with(all -> all.with(Settings.SEED, 99L));
        assertThat(Contrast.ofNetworks(trained(EXPERIMENT), initial(faster), 100)
                        .hasStates())
                .isTrue();
        assertThat(Contrast.ofNetworks(trained(EXPERIMENT), initial(otherSeed), 100)
                        .hasStates())
                .isFalse();
    }

    @Test
    void onlyStepsThatBothHaveAreComparedAndEachIsScoredByItsOwnLoss() {
        Experiment lagging = EXPERIMENT.with(
                all -> all.with(Settings.LAG, 3).with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        Contrast both = Contrast.ofNetworks(trained(EXPERIMENT), trained(lagging), 100);
        assertThat(both.steps()).extracting(ContrastStep::number).containsExactly(3, 4, 3, 4);
        assertThat(both.scored(ContrastStep::a)).isEqualTo(4);
        assertThat(both.scored(ContrastStep::b)).isEqualTo(2);
        assertThat(Contrast.ofNetworks(trained(EXPERIMENT), trained(EXPERIMENT), 5)
                        .steps())
                .extracting(ContrastStep::sequence)
                .containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void tasksAreTheSameIfTheirStepsAre() {
        Experiment other = of(Task.parse("0 1 2 3 4", "3 0 1 2 3"));
        assertThat(trained(EXPERIMENT).hasTheTaskOf(trained(EXPERIMENT.stepByStep())))
                .isTrue();
        assertThat(trained(EXPERIMENT).hasTheTaskOf(initial(other))).isFalse();
    }
}
