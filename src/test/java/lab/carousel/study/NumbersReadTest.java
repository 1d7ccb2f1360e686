package lab.carousel.study;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.dl4j.Dl4jInference;
import lab.carousel.file.model.onnx.OnnxModel;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.NumbersExperiment;
import lab.carousel.model.Output;
import lab.carousel.model.Outputs;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.account.TermSource;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of a network that is fed numbers, negative ones too. */
class NumbersReadTest {

    private static double[] losses(Experiment experiment, Parameters parameters, Steps steps) {
        double[] losses = new double[steps.size()];
        new ForwardPass(parameters, experiment.hyperparameters())
                .feed(steps.with(ScoredSteps.ALL), (t, target, loss, outputs, state) -> losses[t] = loss);
        return losses;
    }

    private static final int NUMBER = 4;

    static Stream<Experiment> experiments() {
        return Cell.all().stream().flatMap(cell -> Stream.of(Output.LINEAR, Output.SQUARED)
                .flatMap(output -> Stream.of(1, 2).flatMap(layers -> Stream.of(1, 2)
                        .map(lag -> NumbersExperiment.of(Hyperparameters.reference()
                                .with(Settings.HIDDEN_UNITS, 3)
                                .with(Settings.CELL, cell)
                                .with(Settings.OUTPUT, output)
                                .with(Settings.LAYERS, layers)
                                .with(Settings.LAG, lag))))));
    }

    private static Parameters parameters(Experiment experiment) {
        return RandomParameters.of(experiment.layout(), 3);
    }

    private static Step at(Experiment experiment) {
        return new Step(0, NUMBER, Target.NO_INDEX, experiment.encoded()[0].target(NUMBER - 1));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theAccountIsThatOfTheTrace(Experiment experiment) {
        Parameters parameters = parameters(experiment);
        Steps steps = experiment.encoded()[0];
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), steps);
        int place = NUMBER - experiment.hyperparameters().get(Settings.LAG);
        for (int unit = 0; unit < experiment.layout().allUnits(); unit++) {
            ForwardAccount account = CellExplanation.of(FedSteps.of(experiment, parameters), 0, NUMBER, unit);
            assertThat(account.unit().h()).isEqualTo(trace.values(Quantity.HIDDEN_STATE, place)[unit], within(1e-15));
            assertThat(account.output().y()).containsExactly(trace.outputs(place), within(1e-15));
            assertThat(account.output().loss())
                    .isEqualTo(losses(experiment, parameters, steps)[NUMBER - 1], within(1e-15));
            assertThat(account.isFedNumbers()).isTrue();
            assertThat(account.fed()).containsExactly(steps.fed(NUMBER - 1, 0), steps.fed(NUMBER - 1, 1));
            double[] terms = account.unit().gates().get(0).input().terms().stream()
                    .filter(term -> term.from() == TermSource.CHANNEL)
                    .mapToDouble(Term::value)
                    .toArray();
            assertThat(terms).isEqualTo(unit < 3 ? account.fed() : new double[0]);
        }
    }

    /** The output with the number that is fed to an input at a place changed. */
    private static double output(Experiment experiment, Parameters parameters, int place, int input, double by) {
        Steps steps = experiment.encoded()[0];
        double[][] rows = IntStream.range(0, NUMBER)
                .mapToObj(t -> new double[] {steps.fed(t, 0), steps.fed(t, 1)})
                .toArray(double[][]::new);
        rows[place][input] += by;
        Target[] targets = IntStream.range(0, NUMBER).mapToObj(steps::target).toArray(Target[]::new);
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), Steps.ofRows(rows, targets));
        return trace.outputs(trace.steps() - 1)[1];
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void theSaliencyIsThatOfDifferences(Experiment experiment) {
        Parameters parameters = parameters(experiment);
        Saliency saliency = Saliency.of(FedSteps.of(experiment, parameters), at(experiment), 1);
        for (int place = 0; place < NUMBER; place++) {
            double largest = 0;
            for (int input = 0; input < 2; input++) {
                double slope = (output(experiment, parameters, place, input, 1e-5)
                                - output(experiment, parameters, place, input, -1e-5))
                        / 2e-5;
                largest = Math.max(largest, Math.abs(slope));
            }
            assertThat(saliency.strengths()[place]).isEqualTo(largest, within(1e-8));
        }
        assertThat(saliency.strengths()[NUMBER - 1]).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void integratedGradientsAddUpToTheDifferenceFromAllZeroInputs(Experiment experiment) {
        Parameters parameters = parameters(experiment);
        IntegratedGradients parts = IntegratedGradients.of(FedSteps.of(experiment, parameters), at(experiment), 1);
        assertThat(parts.output()).isEqualTo(output(experiment, parameters, 0, 0, 0), within(1e-12));
        assertThat(parts.difference()).isNotZero();
        assertThat(parts.isClose()).isTrue();
    }

    static Stream<Experiment> ofDeeplearning4j() {
        return experiments()
                .filter(each -> each.layout()
                        .cell()
                        .obstacle(CellLibrary.DEEPLEARNING4J)
                        .isEmpty())
                .flatMap(each -> Stream.of(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.EVERY_STEP)
                        .map(policy -> each.with(settings -> settings.with(Settings.RESET_POLICY, policy))));
    }

    @ParameterizedTest
    @MethodSource("ofDeeplearning4j")
    void deeplearning4jGivesTheSameOutputs(Experiment experiment) {
        Steps steps = experiment.encoded()[0];
        Trace trace = Trace.of(parameters(experiment), experiment.hyperparameters(), steps);
        double[][] outputs = new Dl4jInference(experiment, parameters(experiment)).outputs(steps, trace.steps());
        for (int step = 0; step < trace.steps(); step++) {
            assertNear(outputs[step], trace.outputs(step), 1e-12, experiment::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, Identity, Sigmoid", "SQUARED, Sigmoid, Identity"})
    void onnxHasItsActivation(@ConvertWith(Outputs.ByName.class) Output output, String activation, String other) {
        Experiment experiment = NumbersExperiment.of(
                Hyperparameters.reference().with(Settings.CELL, Cell.DENSE).with(Settings.OUTPUT, output));
        String bytes = new String(OnnxModel.bytes(experiment, parameters(experiment)), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains(activation).doesNotContain(other);
        assertThat(Output.all().stream().map(each -> each.squashing().keras()))
                .containsExactly("sigmoid", "softmax", "linear", "sigmoid");
    }
}
