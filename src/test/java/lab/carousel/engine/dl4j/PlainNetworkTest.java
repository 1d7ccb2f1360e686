package lab.carousel.engine.dl4j;

import static lab.carousel.engine.Near.assertNear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Outputs;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.account.CellExplanation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The forward pass of the model against Deeplearning4j's own: outputs, h and c of every step. */
class PlainNetworkTest {

    private static final int UNITS = 7;

    static Stream<Hyperparameters> networks() {
        return Stream.of(Cell.LSTM, Cell.RECURRENT, Cell.DENSE).flatMap(cell -> Stream.of(1, 2)
                .flatMap(layers -> Stream.of(Output.SIGMOID, Output.SOFTMAX).map(output -> Hyperparameters.reference()
                        .with(Settings.HIDDEN_UNITS, UNITS)
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, layers)
                        .with(Settings.OUTPUT, output))));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void givesTheOutputsAndStatesOfTheTraceAtEveryStep(Hyperparameters settings) {
        Task task = Task.parse("a b c d", "a b c d d c b a a", "b d");
        Experiment experiment = new Experiment(task, settings, EngineName.DL4J);
        Parameters parameters = RandomParameters.of(experiment.layout(), 3);
        MultiLayerNetwork network = PlainNetwork.of(experiment, parameters);
        for (Steps sequence : task.encoded()) {
            Trace trace = Trace.of(parameters, settings, sequence);
            network.rnnClearPreviousState();
            for (int step = 0; step < trace.steps(); step++) {
                INDArray input = Nd4j.zeros(DataType.DOUBLE, 1, 4);
                input.putScalar(0, sequence.input(step), 1);
                double[] outputs = network.rnnTimeStep(input).toDoubleVector();
                assertNear(outputs, trace.outputs(step), 1e-12, () -> "outputs of " + settings);
                for (int layer = 0;
                        layer < settings.get(Settings.LAYERS) && settings.get(Settings.CELL) == Cell.LSTM;
                        layer++) {
                    Map<String, INDArray> state = network.rnnGetPreviousState(layer);
                    assertState(state.get("prevAct"), trace.values(Quantity.HIDDEN_STATE, step), layer);
                    assertState(state.get("prevMem"), trace.values(Quantity.CELL_STATE, step), layer);
                }
            }
        }
    }

    /** It learns on in plain Deeplearning4j as it was told to here. */
    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#ofDeeplearning4j")
    void whereOnlyTheOutputLearnsSoItDoesThere(Cell cell, @TempDir Path folder) throws IOException {
        Experiment experiment = Experiment.reference().with(settings -> settings.with(Settings.CELL, cell)
                .with(Settings.TRAINS, Settings.Trains.OUTPUT_ONLY)
                .with(Settings.WEIGHT_DECAY, 0.5));
        File zip = folder.resolve("network.zip").toFile();
        PlainNetwork.of(experiment, RandomParameters.of(experiment.layout(), 3)).save(zip);
        MultiLayerNetwork network = MultiLayerNetwork.load(zip, true);
        INDArray before = network.params().dup();
        network.fit(Nd4j.ones(DataType.DOUBLE, 1, 5, 4), Nd4j.ones(DataType.DOUBLE, 1, 5, 4));
        double[] change = network.params().sub(before).toDoubleVector();
        int first = experiment.layout().outputKernel();
        assertThat(Arrays.copyOf(change, first)).containsOnly(0);
        assertThat(Arrays.copyOfRange(change, first, change.length)).doesNotContain(0);
    }

    @ParameterizedTest
    @CsvSource({"LINEAR, ActivationIdentity", "SQUARED, ActivationSigmoid"})
    void aSavedNetworkOfNumbersIsDeeplearning4jsOwn(
            @ConvertWith(Outputs.ByName.class) Output output, String activation, @TempDir Path folder)
            throws IOException {
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.OUTPUT, output)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        ParameterLayout layout = new ParameterLayout(2, 2, 3, Cell.LSTM, 1);
        Parameters parameters = RandomParameters.of(layout, 3);
        double[][] rows = {{-0.5, 1}, {0.25, 0}, {2, -1}};
        double[][] wanted = {{0.5, -1}, {3, 0}, {0.125, 1}};
        Steps steps =
                Steps.ofRows(rows, Stream.of(wanted).map(Target::ofNumbers).toArray(Target[]::new));
        FedSteps fed = FedSteps.of(parameters, settings, new Steps[] {steps}, false);
        NativeCode.load();
        MultiLayerNetwork made = new MultiLayerNetwork(Configuration.plain(settings, 3, layout));
        made.init(new ParameterOrder(layout).toNetwork(parameters), false);
        File zip = folder.resolve("network.zip").toFile();
        made.save(zip);

        MultiLayerNetwork network = MultiLayerNetwork.load(zip, true);
        BaseOutputLayer last = (BaseOutputLayer) network.getOutputLayer().conf().getLayer();
        assertThat(last.getActivationFn().getClass().getSimpleName()).isEqualTo(activation);
        assertThat(last.getLossFn()).isEqualTo(new LossMSE());
        INDArray inputs =
                Nd4j.createFromArray(rows).transpose().reshape(1, 2, 3).castTo(DataType.DOUBLE);
        INDArray targets =
                Nd4j.createFromArray(wanted).transpose().reshape(1, 2, 3).castTo(DataType.DOUBLE);
        double loss = 0;
        for (int step = 0; step < 3; step++) {
            double[] outputs =
                    network.output(inputs).tensorAlongDimension(step, 1).toDoubleVector();
            assertNear(outputs, fed.outputs(0, step), 1e-12, output::toString);
            loss += CellExplanation.of(fed, 0, step + 1, 0).output().loss();
        }
        assertThat(network.score(new DataSet(inputs, targets))).isEqualTo(loss, within(1e-12));
    }

    private static void assertState(INDArray actual, double[] all, int layer) {
        double[] expected = Arrays.copyOfRange(all, layer * UNITS, (layer + 1) * UNITS);
        assertNear(actual.toDoubleVector(), expected, 1e-12, () -> "state of layer " + layer);
    }
}
