package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.Tracer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaliencyTest {

    /** The symbol e never occurs: its row of the input kernel is where an input between two symbols can be written. */
    private static final Task TASK = Task.parse("a b c d e", "a b c d a b");

    private static final int[] SEQUENCE = TASK.encoded()[0];
    private static final int SPARE = 4;
    private static final double NUDGE = 1e-5;

    private record Setting(Cell cell, int layers, Output output) {}

    static List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Cell cell : Cell.values()) {
            for (Output output : Output.values()) {
                settings.add(new Setting(cell, 1, output));
                settings.add(new Setting(cell, 2, output));
            }
        }
        return settings;
    }

    private static Experiment experiment(Setting setting) {
        return new Experiment(
                TASK,
                Hyperparameters.reference()
                        .withHiddenUnits(3)
                        .withCell(setting.cell)
                        .withLayers(setting.layers)
                        .withOutput(setting.output),
                EngineName.KERNEL);
    }

    /** A random network of a setting, and what its output 1 at the end of the sequence hangs on. */
    private record Asked(Experiment experiment, Parameters parameters, Saliency saliency) {

        static Asked of(Setting setting) {
            Experiment experiment = SaliencyTest.experiment(setting);
            Parameters parameters = random(experiment.layout());
            return new Asked(experiment, parameters, SaliencyTest.saliency(experiment, parameters, 5, 1));
        }
    }

    private static Saliency saliency(Experiment experiment, Parameters parameters, int number, int output) {
        return Saliency.of(new Tracer(experiment), parameters, TASK.step(0, number), output);
    }

    private static Saliency ofAnswer(Snapshot end, int sequence) {
        Step answer = end.experiment().task().step(sequence, 4);
        return Saliency.of(new Tracer(end.experiment()), end.parameters(), answer, answer.target());
    }

    private static Parameters random(ParameterLayout layout) {
        return RandomParameters.of(layout, 3);
    }

    /** An output after the steps 0 to 4, with something done to the network before each. */
    private static double output(Experiment experiment, Parameters parameters, int[] fed, int output, Nudge nudge) {
        NetworkState state = new NetworkState(parameters.layout());
        double[] y = new double[parameters.layout().outputs()];
        for (int t = 0; t < 5; t++) {
            nudge.before(t, state);
            Network.step(parameters, fed[t], state);
        }
        Network.outputNetInputs(parameters, state, y);
        experiment.hyperparameters().output().activate(y);
        return y[output];
    }

    private interface Nudge {
        void before(int t, NetworkState state);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isTheGradientWithRespectToEveryInput(Setting setting) {
        Asked asked = Asked.of(setting);
        Saliency saliency = asked.saliency();
        assertThat(saliency.input()).hasNumberOfRows(5);
        for (int time = 0; time < 5; time++) {
            for (int k = 0; k < 4; k++) {
                double slope = (withInput(asked, time, k, NUDGE) - withInput(asked, time, k, -NUDGE)) / (2 * NUDGE);
                assertThat(saliency.input()[time][k])
                        .as("%s: input %d at %d", setting, k, time)
                        .isCloseTo(slope, within(1e-5 * Math.max(1e-4, Math.abs(slope))));
            }
        }
    }

    /** The output when the input of one time step is its one-hot vector with one component changed. */
    private static double withInput(Asked asked, int time, int k, double by) {
        return mixed(asked, time, k, new double[] {1, by});
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isTheGradientWithRespectToEveryState(Setting setting) {
        Asked asked = Asked.of(setting);
        Saliency saliency = asked.saliency();
        for (int time = 1; time < 5; time++) {
            for (int unit = 0; unit < asked.parameters.layout().allUnits(); unit++) {
                assertSlope(asked, Quantity.HIDDEN_STATE, time, unit, saliency.hidden()[time][unit]);
                assertSlope(asked, Quantity.CELL_STATE, time, unit, saliency.cell()[time][unit]);
            }
        }
    }

    private static void assertSlope(Asked asked, Quantity quantity, int time, int unit, double gradient) {
        double up = output(
                asked.experiment,
                asked.parameters,
                SEQUENCE,
                1,
                (t, state) -> state.get(quantity)[unit] += t == time ? NUDGE : 0);
        double down = output(
                asked.experiment,
                asked.parameters,
                SEQUENCE,
                1,
                (t, state) -> state.get(quantity)[unit] -= t == time ? NUDGE : 0);
        double slope = (up - down) / (2 * NUDGE);
        assertThat(gradient)
                .as("%s of unit %d before %d", quantity, unit, time)
                .isCloseTo(slope, within(1e-5 * Math.max(1e-4, Math.abs(slope))));
    }

    @Test
    void endsWhereTheStateWasReset() {
        Experiment experiment = experiment(new Setting(Cell.LSTM, 1, Output.SIGMOID));
        Experiment stateless = experiment.with(all -> all.withResetPolicy(ResetPolicy.EVERY_STEP));
        Saliency saliency = saliency(stateless, random(experiment.layout()), 4, 0);
        assertThat(saliency.symbols()).containsExactly(3);
        assertThat(saliency.strongestEarlier()).isEmpty();
    }

    @Test
    void withALagEachStepHasAsManyInputs() {
        Experiment experiment = experiment(new Setting(Cell.LSTM, 1, Output.SIGMOID));
        Experiment lagged = experiment.with(all -> all.withLag(2));
        Saliency saliency = saliency(lagged, random(experiment.layout()), 4, 0);
        assertThat(saliency.symbols()).containsExactly(0, 1, 1, 2, 2, 3);
    }

    @Test
    void aSymbolIsAsStrongAsTheOutputChangesWhenItBeginsToTurnIntoAnother() {
        Asked asked = Asked.of(new Setting(Cell.LSTM, 1, Output.SIGMOID));
        Saliency saliency = asked.saliency();
        for (int place = 0; place < 5; place++) {
            double fastest = 0;
            for (int k = 0; k < 4; k++) {
                double slope = (turned(asked, place, k, NUDGE) - turned(asked, place, k, -NUDGE)) / (2 * NUDGE);
                fastest = Math.max(fastest, Math.abs(slope));
            }
            // The spare symbol could be the one it turns into most: it has weights of its own
            double spare = saliency.input()[place][SPARE] - saliency.input()[place][SEQUENCE[place]];
            assertThat(saliency.strengths()[place])
                    .isCloseTo(Math.max(fastest, Math.abs(spare)), within(1e-5 * fastest));
        }
    }

    /** The output when a share of the symbol at a time step is taken away and given to another one. */
    private static double turned(Asked asked, int time, int other, double share) {
        return mixed(asked, time, other, new double[] {1 - share, share});
    }

    /** The output when the input of a time step is so much of its own symbol and so much of another one. */
    private static double mixed(Asked asked, int time, int other, double[] shares) {
        LayerLayout layer = asked.parameters.layout().layer(0);
        int width = layer.gateWidth();
        double[] values = asked.parameters.toArray();
        for (int column = 0; column < width; column++) {
            values[layer.inputKernel() + SPARE * width + column] =
                    shares[0] * values[layer.inputKernel() + SEQUENCE[time] * width + column]
                            + shares[1] * values[layer.inputKernel() + other * width + column];
        }
        int[] fed = SEQUENCE.clone();
        fed[time] = SPARE;
        return output(asked.experiment, Parameters.of(asked.parameters.layout(), values), fed, 1, (t, state) -> {});
    }

    @ParameterizedTest
    @MethodSource("settings")
    void afterAStepIsBeforeTheNextAndAfterTheLastTheOutputsLookAtH(Setting setting) {
        Asked asked = Asked.of(setting);
        Saliency saliency = asked.saliency();
        assertThat(saliency.afterStep(false, 1)).containsExactly(saliency.hidden()[2]);
        assertThat(saliency.afterStep(true, 3)).containsExactly(saliency.cell()[4]);
        for (int unit = 0; unit < asked.parameters.layout().allUnits(); unit++) {
            double slope = (atLast(asked, unit, NUDGE) - atLast(asked, unit, -NUDGE)) / (2 * NUDGE);
            assertThat(saliency.afterStep(false, 4)[unit])
                    .isCloseTo(slope, within(1e-5 * Math.max(1e-4, Math.abs(slope))));
        }
    }

    private static double atLast(Asked asked, int unit, double by) {
        NetworkState state = new NetworkState(asked.parameters.layout());
        for (int t = 0; t < 5; t++) {
            Network.step(asked.parameters, SEQUENCE[t], state);
        }
        state.get(Quantity.HIDDEN_STATE)[unit] += by;
        double[] y = new double[asked.parameters.layout().outputs()];
        Network.outputNetInputs(asked.parameters, state, y);
        asked.experiment.hyperparameters().output().activate(y);
        return y[1];
    }

    @Test
    void withALagASymbolCountsEachTimeThatItIsFed() {
        Experiment experiment = experiment(new Setting(Cell.LSTM, 1, Output.SIGMOID));
        Experiment lagged = experiment.with(all -> all.withLag(2));
        Saliency saliency = saliency(lagged, random(experiment.layout()), 4, 0);
        double strongest = 0;
        for (int k = 0; k < 5; k++) {
            double twice = saliency.input()[1][k] + saliency.input()[2][k];
            double own = saliency.input()[1][1] + saliency.input()[2][1];
            strongest = Math.max(strongest, Math.abs(twice - own));
        }
        assertThat(saliency.strengths()[1]).isEqualTo(strongest);
        assertThat(saliency.afterStep(false, 0)).containsOnly(Double.NaN);
        assertThat(saliency.afterStep(false, 1)).containsExactly(saliency.hidden()[2]);
        assertThat(saliency.afterStep(false, 2)).containsExactly(saliency.hidden()[4]);
    }

    @Test
    void theAnswerHangsOnTheFirstSymbolInMostNetworksThatRemember() {
        int remembering = 0;
        int first = 0;
        for (long seed = 1; seed <= 20; seed++) {
            Snapshot end = TrainedNetworks.remembering(seed);
            for (int s = 0; s < 2; s++) {
                if (end.verdict() == Verdict.REMEMBERS) {
                    remembering++;
                    Saliency saliency = ofAnswer(end, s);
                    first += saliency.strongestEarlier().orElse(-1) == 0 ? 1 : 0;
                }
            }
        }
        assertThat(remembering).isGreaterThan(34);
        assertThat((double) first / remembering).isGreaterThan(0.7);
    }

    @Test
    void inANetworkThatIsRightByLuckItHangsOnTheSymbolsBeforeInstead() {
        Snapshot end = TrainedNetworks.lucky();
        for (int s = 0; s < 2; s++) {
            Saliency saliency = ofAnswer(end, s);
            assertThat(saliency.strongestEarlier()).hasValue(2);
        }
    }
}
