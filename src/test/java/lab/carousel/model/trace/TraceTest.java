package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Network;
import lab.carousel.model.NetworkBuilder;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TraceTest {

    private static final int[] SEQUENCE = {3, 0, 1, 2, 3};
    private static final Hyperparameters REFERENCE = Hyperparameters.reference();
    private static final Parameters DRAWN = InitialParameters.of(Experiment.reference());

    @Test
    void marksThePredictionRightOrWrong() {
        // Of 3 and 4 after 2 it prefers 3 whatever came first
        Parameters network = NetworkBuilder.ofCurrentSymbol(1, 0).build();
        Trace second = Trace.of(network, REFERENCE, new int[] {4, 0, 1, 2, 4});
        assertThat(second.predicted(2)).isEqualTo(2);
        assertThat(second.predicted(2)).isEqualTo(second.target(2));
        assertThat(second.predicted(3)).isEqualTo(3);
        assertThat(second.predicted(3)).isNotEqualTo(second.target(3));
    }

    @Test
    void aStretchIsTheSameAsInTheWhole() {
        Trace whole = Trace.of(DRAWN, REFERENCE, SEQUENCE);
        Trace stretch = Trace.of(DRAWN, REFERENCE, SEQUENCE, 1, 2);
        assertThat(stretch.steps()).isEqualTo(2);
        assertThat(stretch.firstStep()).isEqualTo(1);
        for (int step = 0; step < 2; step++) {
            assertThat(stretch.outputs(step)).containsExactly(whole.outputs(step + 1));
            assertThat(stretch.loss(step)).isEqualTo(whole.loss(step + 1));
            assertThat(stretch.input(step)).isEqualTo(whole.input(step + 1));
            assertThat(stretch.target(step)).isEqualTo(whole.target(step + 1));
            for (Quantity quantity : Cell.LSTM.quantities()) {
                assertThat(stretch.values(quantity, step)).containsExactly(whole.values(quantity, step + 1));
            }
        }
    }

    @Test
    void aStretchMustLieWithinTheSequence() {
        assertThatThrownBy(() -> Trace.of(DRAWN, REFERENCE, SEQUENCE, 2, 3))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Trace.of(DRAWN, REFERENCE, SEQUENCE, -1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhatEachStepComputes(Cell cell) {
        Experiment experiment =
                Experiment.reference().with(REFERENCE.with(Settings.CELL, cell).with(Settings.LAYERS, 2));
        Parameters parameters = InitialParameters.of(experiment);
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), SEQUENCE);
        assertThat(trace.steps()).isEqualTo(4);
        assertThat(trace.quantities()).containsExactlyInAnyOrderElementsOf(cell.quantities());
        NetworkState state = new NetworkState(parameters.layout());
        for (int step = 0; step < 4; step++) {
            Network.step(parameters, SEQUENCE[step], state);
            for (Quantity quantity : cell.quantities()) {
                assertThat(trace.values(quantity, step)).hasSize(40).containsExactly(state.get(quantity));
                assertThat(trace.value(quantity, step, 7)).isEqualTo(state.get(quantity)[7]);
            }
            double[] z = new double[5];
            Network.outputNetInputs(parameters, state, z);
            assertThat(trace.loss(step)).isEqualTo(Output.SIGMOID.loss(z, SEQUENCE[step + 1]));
            Output.SIGMOID.activate(z);
            assertThat(trace.outputs(step)).containsExactly(z);
            assertThat(trace.input(step)).isEqualTo(SEQUENCE[step]);
            assertThat(trace.target(step)).isEqualTo(SEQUENCE[step + 1]);
        }
        state.reset();
        Network.step(parameters, SEQUENCE[0], state);
        assertThat(state.get(Quantity.HIDDEN_STATE)).containsExactly(trace.values(Quantity.HIDDEN_STATE, 0));
    }

    @Test
    void withALagAStepIsAsManySymbolsFromTheCarriedState() {
        Trace trace = Trace.of(DRAWN, REFERENCE.with(Settings.LAG, 3), SEQUENCE);
        assertThat(trace.steps()).isEqualTo(2);
        assertThat(trace.firstStep()).isEqualTo(2);
        assertThat(trace.input(0)).isEqualTo(1);
        assertThat(trace.target(0)).isEqualTo(2);
        NetworkState state = new NetworkState(DRAWN.layout());
        for (int symbol : new int[] {3, 0, 1}) {
            Network.step(DRAWN, symbol, state);
        }
        assertThat(trace.values(Quantity.CELL_STATE, 0)).containsExactly(state.get(Quantity.CELL_STATE));
        for (int symbol : new int[] {0, 1, 2}) {
            Network.step(DRAWN, symbol, state);
        }
        assertThat(trace.values(Quantity.CELL_STATE, 1)).containsExactly(state.get(Quantity.CELL_STATE));
        Trace last = Trace.of(DRAWN, REFERENCE.with(Settings.LAG, 3), SEQUENCE, 3, 1);
        assertThat(last.outputs(0)).containsExactly(trace.outputs(1));
    }

    @Test
    void withALagAStretchBeginsNoEarlierThanTheFirstWholeOne() {
        assertThatThrownBy(() -> Trace.of(DRAWN, REFERENCE.with(Settings.LAG, 3), SEQUENCE, 1, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void withoutMemoryTheSameSymbolGivesTheSameStep() {
        Hyperparameters stateless = REFERENCE.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP);
        int[] twice = {2, 0, 2, 4};
        Trace trace = Trace.of(DRAWN, stateless, twice);
        assertThat(trace.outputs(2)).containsExactly(trace.outputs(0));
        assertThat(Trace.of(DRAWN, REFERENCE, twice).outputs(2)).isNotEqualTo(trace.outputs(0));
    }

    @Test
    void thePredictionIsTheFirstOfTheLargestOutputs() {
        assertThat(Output.argmax(new double[] {0.1, 0.7, 0.3, 0.7})).isEqualTo(1);
        assertThat(Output.argmax(new double[] {-2, -1})).isEqualTo(1);
    }
}
