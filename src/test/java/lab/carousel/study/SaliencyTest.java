package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Network;
import lab.carousel.model.Operation;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.LayerLayout;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaliencyTest {

    /** The symbol e never occurs: its row of the input kernel is where an input between two symbols can be written. */
    private static final Task TASK = Task.parse("a b c d e", "a b c d a b");

    private static final int[] SEQUENCE = TASK.indices()[0];
    private static final int SPARE = 4;
    private static final Hyperparameters SMALL = Hyperparameters.reference().with(Settings.HIDDEN_UNITS, 3);

    static Stream<Hyperparameters> settings() {
        return Cell.all().stream().flatMap(cell -> Stream.of(Output.SIGMOID, Output.SOFTMAX)
                .flatMap(output -> Stream.of(1, 2).map(layers -> SMALL.with(Settings.CELL, cell)
                        .with(Settings.OUTPUT, output)
                        .with(Settings.LAYERS, layers))));
    }

    /** A random network of a setting, and what its output 1 at a step hangs on. */
    private record Asked(Experiment experiment, Parameters parameters, Saliency saliency) {
        static Asked of(Hyperparameters settings, int number) {
            Experiment experiment = new Experiment(TASK, settings, EngineName.KERNEL);
            Parameters parameters = RandomParameters.of(experiment.layout(), 3);
            Step at = TASK.step(0, number);
            return new Asked(experiment, parameters, Saliency.of(FedSteps.of(experiment, parameters), at, 1));
        }

        /** The output at the end of the sequence with a number added to a state before a time step. */
        double pushed(Quantity quantity, int time, int unit, double by) {
            Operation push = new Operation() {
                @Override
                public void beforeStep(int t, NetworkState state) {
                    state.get(quantity)[unit] += t == time ? by : 0;
                }
            };
            return FedSteps.of(experiment, parameters).with(push).outputs(0, 4)[1];
        }

        /** The output when the input of a time step is so much of its own symbol and so much of another one. */
        double mixed(int time, int other, double own, double share) {
            LayerLayout layer = parameters.layout().layer(0);
            int width = layer.gateWidth();
            double[] values = parameters.toArray();
            for (int column = 0; column < width; column++) {
                values[layer.inputKernel() + SPARE * width + column] =
                        own * values[layer.inputKernel() + SEQUENCE[time] * width + column]
                                + share * values[layer.inputKernel() + other * width + column];
            }
            int[] fed = SEQUENCE.clone();
            fed[time] = SPARE;
            return Trace.of(Parameters.of(parameters.layout(), values), experiment.hyperparameters(), Steps.of(fed))
                    .outputs(4)[1];
        }
    }

    private static double slope(DoubleUnaryOperator output) {
        return (output.applyAsDouble(1e-5) - output.applyAsDouble(-1e-5)) / 2e-5;
    }

    private static void assertSlope(double gradient, DoubleUnaryOperator output) {
        double slope = slope(output);
        assertThat(gradient).isCloseTo(slope, within(1e-5 * Math.max(1e-4, Math.abs(slope))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isTheGradientWithRespectToEveryInputAndState(Hyperparameters settings) {
        Asked asked = Asked.of(settings, 5);
        Saliency saliency = asked.saliency();
        assertThat(saliency.flow().input()).hasNumberOfRows(5);
        for (int t = 0; t < 5; t++) {
            int time = t;
            for (int symbol = 0; symbol < 4; symbol++) {
                int k = symbol;
                assertSlope(saliency.flow().input()[time][k], by -> asked.mixed(time, k, 1, by));
            }
            for (int each = 0; each < asked.parameters.layout().allUnits() && time > 0; each++) {
                int unit = each;
                assertSlope(
                        saliency.flow().hidden()[time][unit],
                        by -> asked.pushed(Quantity.HIDDEN_STATE, time, unit, by));
                assertSlope(
                        saliency.flow().cell()[time][unit], by -> asked.pushed(Quantity.CELL_STATE, time, unit, by));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void afterAStepIsBeforeTheNextAndAfterTheLastTheOutputsLookAtH(Hyperparameters settings) {
        Asked asked = Asked.of(settings, 5);
        Saliency saliency = asked.saliency();
        assertThat(saliency.afterStep(false, 1)).containsExactly(saliency.flow().hidden()[2]);
        assertThat(saliency.afterStep(true, 3)).containsExactly(saliency.flow().cell()[4]);
        for (int each = 0; each < asked.parameters.layout().allUnits(); each++) {
            int unit = each;
            assertSlope(saliency.afterStep(false, 4)[unit], by -> atLast(asked, unit, by));
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
        asked.experiment.hyperparameters().get(Settings.OUTPUT).activate(y);
        return y[1];
    }

    @Test
    void aSymbolIsAsStrongAsTheOutputChangesWhenItBeginsToTurnIntoAnother() {
        Asked asked = Asked.of(SMALL, 5);
        Saliency saliency = asked.saliency();
        for (int place = 0; place < 5; place++) {
            double fastest = 0;
            for (int other = 0; other < 4; other++) {
                int time = place;
                int k = other;
                fastest = Math.max(fastest, Math.abs(slope(share -> asked.mixed(time, k, 1 - share, share))));
            }
            // The spare symbol could be the one it turns into most: it has weights of its own
            double spare =
                    saliency.flow().input()[place][SPARE] - saliency.flow().input()[place][SEQUENCE[place]];
            assertThat(saliency.strengths()[place])
                    .isCloseTo(Math.max(fastest, Math.abs(spare)), within(1e-5 * fastest));
        }
    }

    @Test
    void endsWhereTheStateWasReset() {
        Saliency saliency = Asked.of(SMALL.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP), 4)
                .saliency();
        assertThat(saliency.flow().symbols()).containsExactly(3);
        assertThat(saliency.strongestEarlier()).isEmpty();
    }

    @Test
    void withALagASymbolCountsEachTimeThatItIsFed() {
        Saliency saliency = Asked.of(SMALL.with(Settings.LAG, 2), 4).saliency();
        assertThat(saliency.flow().symbols()).containsExactly(0, 1, 1, 2, 2, 3);
        double[] twice = new double[5];
        Arrays.setAll(
                twice, k -> saliency.flow().input()[1][k] + saliency.flow().input()[2][k]);
        assertThat(saliency.strengths()[1])
                .isEqualTo(Arrays.stream(twice)
                        .map(each -> Math.abs(each - twice[1]))
                        .max()
                        .orElseThrow());
        assertThat(saliency.afterStep(false, 0)).containsOnly(Double.NaN);
        assertThat(saliency.afterStep(false, 1)).containsExactly(saliency.flow().hidden()[2]);
        assertThat(saliency.afterStep(false, 2)).containsExactly(saliency.flow().hidden()[4]);
    }

    /** The places of the earlier symbols that the two answers hang on most. */
    private static Stream<Integer> strongest(Snapshot end) {
        return Stream.of(0, 1).map(sequence -> {
            Step answer = end.experiment().task().step(sequence, 4);
            return Saliency.of(
                            FedSteps.of(end.experiment(), end.parameters()),
                            answer,
                            answer.target().index())
                    .strongestEarlier()
                    .orElse(-1);
        });
    }

    @Test
    void theAnswerHangsOnTheFirstSymbolInMostNetworksThatRememberAndOnTheSymbolBeforeInALuckyOne() {
        List<Integer> places = LongStream.rangeClosed(1, 20)
                .mapToObj(TrainedNetworks::remembering)
                .filter(end -> end.verdict() == Verdict.REMEMBERS)
                .flatMap(SaliencyTest::strongest)
                .toList();
        assertThat(places).hasSizeGreaterThan(34);
        assertThat(places).filteredOn(place -> place == 0).hasSizeGreaterThan(7 * places.size() / 10);
        assertThat(strongest(TrainedNetworks.lucky())).containsExactly(2, 2);
    }
}
