package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ContrastOfResetTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Hyperparameters HYPERPARAMETERS = NETWORK.experiment().hyperparameters();
    private static final int[][] ENCODED = NETWORK.experiment().task().encoded();

    private static final List<Contrast.Step> STEPS = inOrder(0, 1).steps();

    private static Contrast inOrder(Integer... order) {
        return Contrast.ofReset(NETWORK.experiment(), NETWORK.parameters(), ENCODED, List.of(order));
    }

    @Test
    void beforeTheFirstSequenceEndsNothingCanLeak() {
        for (Contrast.Step step : STEPS.subList(0, 4)) {
            assertThat(step.b().outputs()).isEqualTo(step.a().outputs());
            assertThat(step.outputChange()).isZero();
            assertThat(step.difference(Quantity.HIDDEN_STATE).distance()).isZero();
            assertThat(step.difference(Quantity.CELL_STATE).distance()).isZero();
        }
    }

    @Test
    void withoutAResetTheFirstSequenceLeaksIntoTheSecond() {
        assertThat(STEPS).hasSize(8);
        assertThat(STEPS.get(4).place()).isEqualTo(1);
        assertThat(STEPS.get(4).difference(Quantity.HIDDEN_STATE).distance()).isPositive();
        assertThat(STEPS.get(4).difference(Quantity.CELL_STATE).distance()).isPositive();
        assertThat(STEPS.get(4).outputChange()).isPositive();
    }

    @Test
    void whatIsFedWithoutAResetIsOneLongSequence() {
        Trace joined = Trace.of(NETWORK.parameters(), HYPERPARAMETERS, new int[] {3, 0, 1, 2, 4, 0, 1, 2, 0});
        Trace second = Trace.of(NETWORK.parameters(), HYPERPARAMETERS, ENCODED[1]);
        for (int index = 0; index < 8; index++) {
            Contrast.Step step = STEPS.get(index);
            assertThat(step.b().predicted()).isEqualTo(joined.predicted(index));
            assertThat(step.b().outputs()[step.b().target()])
                    .isEqualTo(joined.outputs(index)[step.a().target()]);
        }
        for (int t = 0; t < 4; t++) {
            int step = t;
            assertThat(STEPS.get(4 + t).a().outputs()[ENCODED[1][t + 1]])
                    .isEqualTo(second.outputs(t)[ENCODED[1][t + 1]]);
            assertThat(STEPS.get(4 + t).outputChange())
                    .isEqualTo(IntStream.range(0, 5)
                            .mapToDouble(k -> Math.abs(joined.outputs(4 + step)[k] - second.outputs(step)[k]))
                            .max()
                            .orElseThrow());
            double squares = 0;
            for (int unit = 0; unit < 20; unit++) {
                double h =
                        joined.value(Quantity.HIDDEN_STATE, 4 + t, unit) - second.value(Quantity.HIDDEN_STATE, t, unit);
                squares += h * h;
                assertThat(inOrder(0, 1)
                                .difference(4 + t, Quantity.HIDDEN_STATE)
                                .ofUnits()[unit])
                        .isEqualTo(h);
                assertThat(inOrder(0, 1).difference(4 + t, Quantity.CELL_STATE).ofUnits()[unit])
                        .isEqualTo(joined.value(Quantity.CELL_STATE, 4 + t, unit)
                                - second.value(Quantity.CELL_STATE, t, unit));
            }
            assertThat(STEPS.get(4 + t).difference(Quantity.HIDDEN_STATE).distance())
                    .isCloseTo(Math.sqrt(squares), within(1e-12));
        }
    }

    @Test
    void theRecallWithResetsIsThatOfTheEvaluation() {
        Contrast both = inOrder(0, 1);
        assertThat(both.scored()).isEqualTo(8);
        assertThat(both.rightA()).isEqualTo(NETWORK.evaluation().right());
        assertThat(both.rightB())
                .isEqualTo(STEPS.stream().filter(step -> step.b().isRight()).count());
    }

    @Test
    void theOrderDecidesWhatLeaksIntoWhat() {
        Contrast turned = inOrder(1, 0);
        assertThat(turned.steps()).extracting(step -> step.a().input()).containsExactly(4, 0, 1, 2, 3, 0, 1, 2);
        assertThat(turned.stepsAt(0))
                .allMatch(step -> step.difference(Quantity.HIDDEN_STATE).distance() == 0);
        assertThat(turned.stepsAt(1))
                .allMatch(step -> step.difference(Quantity.HIDDEN_STATE).distance() > 0);
        // The same sequence twice is not the same twice: only the first time it starts from zero
        assertThat(inOrder(0, 0)
                        .stepsAt(1)
                        .get(0)
                        .difference(Quantity.HIDDEN_STATE)
                        .distance())
                .isPositive();
    }

    @Test
    void nothingLeaksWhereTheStateIsResetAtEveryStep() {
        Experiment stateless =
                NETWORK.experiment().with(Hyperparameters.reference().withResetPolicy(ResetPolicy.EVERY_STEP));
        Contrast both = Contrast.ofReset(stateless, NETWORK.parameters(), ENCODED, List.of(0, 1));
        assertThat(both.steps())
                .allMatch(step -> step.difference(Quantity.HIDDEN_STATE).distance() == 0 && step.outputChange() == 0);
    }

    @Test
    void ofLongSequencesTheFirstStepsAreKeptInDetail() {
        String middle = "0 1 2 ".repeat(200);
        Experiment experiment = new Experiment(
                Task.parse("0 1 2 3 4", "3 " + middle + "3", "4 " + middle + "4"),
                Hyperparameters.reference(),
                NETWORK.experiment().engine());
        Contrast both = Contrast.ofReset(
                experiment, InitialParameters.of(experiment), experiment.task().encoded(), List.of(0, 1));
        assertThat(both.steps()).hasSize(2 * 601);
        for (int place = 0; place < 2; place++) {
            assertThat(both.stepsAt(place).stream()
                            .filter(step -> step.differences()
                                            .get(Quantity.HIDDEN_STATE)
                                            .ofUnits()
                                            .length
                                    > 0)
                            .map(Contrast.Step::number))
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
                    .hasMessageEndingWith("is not the number of a sequence: they go from 1 to 3.");
        }
        assertThatThrownBy(() -> SequenceOrder.of(" ", task))
                .hasMessage("Name at least one sequence and at most 50 by their numbers.");
        assertThatThrownBy(() -> SequenceOrder.of("1 ".repeat(51), task)).isInstanceOf(InvalidInput.class);
        Task long2 = Task.parse("0 1", "0 ".repeat(5_000), "0 1");
        assertThat(SequenceOrder.first(long2)).containsExactly(0, 1);
        assertThatThrownBy(() -> SequenceOrder.of("1 1 1 1 1", long2))
                .hasMessage("These sequences have 24,995 steps together; at most 20,000 are possible. Name fewer.");
    }
}
