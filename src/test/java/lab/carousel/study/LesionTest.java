package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.Settings;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LesionTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final int[] SEQUENCE = {3, 0, 1, 2, 3};

    private static Trace trace(Experiment experiment, Parameters parameters, Lesion... lesions) {
        Operation operation = Lesion.operation(List.of(lesions), parameters.layout());
        return FedSteps.of(experiment, parameters).with(operation).trace(0, 0, 4);
    }

    private static Trace trace(Lesion... lesions) {
        return trace(NETWORK.experiment(), NETWORK.parameters(), lesions);
    }

    /** What is held, at which value, and what c and h of its unit are at the third step; NaN if that is left to the network. */
    @ParameterizedTest
    @CsvSource({"HIDDEN_STATE, 0, NaN, 0", "CELL_STATE, 0, 0, 0", "CELL_STATE, 2, 2, NaN"})
    void aStateIsHeldWithWhatFollowsFromIt(Quantity state, double value, double cell, double hidden) {
        Trace trace = trace(force(5, state, value));
        Trace whole = trace();
        assertHeld(trace, Quantity.CELL_STATE, cell);
        assertHeld(trace, Quantity.HIDDEN_STATE, hidden);
        assertThat(trace.value(Quantity.HIDDEN_STATE, 0, 4)).isEqualTo(whole.value(Quantity.HIDDEN_STATE, 0, 4));
        Trace both = trace(Lesion.silence(Set.of(5), Quantity.HIDDEN_STATE), force(5, Quantity.CELL_STATE, 2));
        assertHeld(both, Quantity.HIDDEN_STATE, 0);
        assertHeld(both, Quantity.CELL_STATE, 2);
    }

    private static void assertHeld(Trace trace, Quantity state, double value) {
        if (Double.isNaN(value)) {
            assertThat(trace.value(state, 2, 5)).isNotZero();
        } else {
            assertThat(trace.value(state, 2, 5)).isEqualTo(value);
        }
    }

    /** A gate of a unit held at a value at every step. */
    private static Lesion force(int unit, Quantity gate, double value) {
        return new Lesion(Set.of(unit), gate, value, 0, Lesion.EVERYWHERE);
    }

    @Test
    void aForcedGateIsUsedInTheEquations() {
        Trace trace = trace(force(7, Quantity.FORGET_GATE, 1), force(7, Quantity.INPUT_GATE, 0));
        double first = trace.value(Quantity.CELL_STATE, 0, 7);
        assertThat(first).isZero();
        Trace open = trace(
                new Lesion(Set.of(7), Quantity.FORGET_GATE, 1, 1, 3),
                new Lesion(Set.of(7), Quantity.INPUT_GATE, 0, 1, 3));
        double kept = open.value(Quantity.CELL_STATE, 0, 7);
        assertThat(kept).isNotZero();
        assertThat(open.value(Quantity.CELL_STATE, 3, 7)).isEqualTo(kept);
        assertThat(open.value(Quantity.HIDDEN_STATE, 3, 7))
                .isEqualTo(open.value(Quantity.OUTPUT_GATE, 3, 7) * Activation.tanh(kept));
    }

    @Test
    void aLesionOfSomeStepsLeavesTheOthersAsTheyWere() {
        Trace whole = trace();
        Trace trace = trace(new Lesion(Set.of(0, 1, 2, 3), Quantity.HIDDEN_STATE, 0, 2, 2));
        assertThat(trace.outputs(1)).containsExactly(whole.outputs(1));
        assertThat(trace.outputs(2)).isNotEqualTo(whole.outputs(2));
        assertThat(trace.value(Quantity.HIDDEN_STATE, 3, 0)).isNotZero();
    }

    @Test
    void inAStackTheLayerAboveSeesTheLesion() {
        Experiment experiment = NETWORK.experiment();
        Experiment stacked = experiment.with(all ->
                all.with(Settings.CELL, Cell.GRU).with(Settings.LAYERS, 2).with(Settings.HIDDEN_UNITS, 3));
        Parameters parameters = InitialParameters.of(stacked);
        Trace whole = trace(stacked, parameters);
        Trace lower = trace(stacked, parameters, force(1, Quantity.UPDATE_GATE, 1));
        assertThat(lower.value(Quantity.HIDDEN_STATE, 0, 1)).isZero();
        assertThat(lower.value(Quantity.HIDDEN_STATE, 0, 4)).isNotEqualTo(whole.value(Quantity.HIDDEN_STATE, 0, 4));
        Trace upper = trace(stacked, parameters, force(4, Quantity.UPDATE_GATE, 1));
        assertThat(upper.value(Quantity.HIDDEN_STATE, 0, 4)).isZero();
        assertThat(upper.value(Quantity.HIDDEN_STATE, 0, 1)).isEqualTo(whole.value(Quantity.HIDDEN_STATE, 0, 1));
    }

    @Test
    void withoutALesionOrOfWhatACellDoesNotHaveNothingChanges() {
        Experiment gated = NETWORK.experiment()
                .with(all -> all.with(Settings.CELL, Cell.GRU).with(Settings.HIDDEN_UNITS, 3));
        Parameters parameters = InitialParameters.of(gated);
        Trace whole = Trace.of(parameters, gated.hyperparameters(), Steps.of(SEQUENCE));
        Trace trace = trace(gated, parameters, Lesion.silence(Set.of(1), Quantity.CELL_STATE));
        for (int step = 0; step < 4; step++) {
            assertThat(trace.outputs(step)).containsExactly(whole.outputs(step));
        }
    }

    @Test
    void isPlannedForTheUnitsAndStepsThatANetworkHas() {
        ParameterLayout layout = NETWORK.parameters().layout();
        UnitChoice some =
                UnitChoice.of(Set.of(2, 19), layout).with(3, true, layout).with(2, false, layout);
        assertThat(some.in(layout)).containsExactlyInAnyOrder(3, 19);
        assertThat(some.in(new ParameterLayout(5, 5))).containsExactly(3);
        assertThat(UnitChoice.of(Transplant.allUnits(layout), layout)).isEqualTo(UnitChoice.ALL);
        PlannedLesion planned = new PlannedLesion(Quantity.FORGET_GATE, 0, some, TypedSteps.parse("2-4"));
        assertThat(planned.in(layout)).contains(new Lesion(Set.of(3, 19), Quantity.FORGET_GATE, 0, 1, 3));
        assertThat(planned.in(new ParameterLayout(5, 3)))
                .as("units that it lacks")
                .isEmpty();
        assertThat(planned.in(new ParameterLayout(5, 5, 20, Cell.GRU, 1)))
                .as("a gate that it lacks")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''   | 1 | 2147483647
                    3    | 3 | 3
                    2-4  | 2 | 4
                    2 –4 | 2 | 4
                    3-   | 3 | 2147483647
                    """)
    void stepsAreTypedAsPeopleWriteThem(String typed, int from, int to) {
        TypedSteps span = TypedSteps.parse(typed);
        assertThat(span).isEqualTo(new TypedSteps(from, to));
        assertThat(TypedSteps.parse(typed).words()).isNotBlank();
        for (String wrong : List.of("0", "4-2", "x", "1-2-3", "123456")) {
            assertThatThrownBy(() -> TypedSteps.parse(wrong)).as(wrong).isInstanceOf(InvalidInput.class);
        }
    }
}
