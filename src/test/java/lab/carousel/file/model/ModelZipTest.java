package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.text.InvalidInput;
import org.deeplearning4j.nn.conf.BackpropType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.RmsProp;

class ModelZipTest {

    @ParameterizedTest
    @MethodSource("lab.carousel.model.Outputs#ofSymbols")
    void isLoadedByPlainDeeplearning4jAndGivesTheSameOutputs(Output output) throws IOException {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.OUTPUT, output));
        Parameters parameters = InitialParameters.of(experiment);
        MultiLayerNetwork network = restore(experiment, parameters);
        assertThat(network.getClass()).isEqualTo(MultiLayerNetwork.class);
        assertThat(network.getLayer(0).getClass()).isEqualTo(LSTM.class);
        assertSameOutputs(network, experiment, parameters);
    }

    @Test
    void theSameNetworkIsTheSameBytesWhenever() throws IOException {
        Experiment experiment = Experiment.reference();
        byte[] bytes = ModelZip.bytes(experiment, InitialParameters.of(experiment));
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTime()).as(entry.getName()).isZero();
                entries++;
            }
        }
        assertThat(entries).isEqualTo(2);
        assertThat(ModelZip.bytes(experiment, InitialParameters.of(experiment))).isEqualTo(bytes);
    }

    @Test
    void canBeTrainedOnByPlainDeeplearning4j() throws IOException {
        Experiment experiment = Experiment.reference();
        MultiLayerNetwork network = restore(experiment, InitialParameters.of(experiment));
        int[] sequence = experiment.task().indices()[0];
        INDArray before = network.params().dup();

        network.fit(oneHot(sequence, 0), oneHot(sequence, 1));

        assertThat(network.params().sub(before).norm2Number().doubleValue()).isBetween(1e-4, 1.0);
    }

    private static MultiLayerNetwork restore(Experiment experiment, Parameters parameters) throws IOException {
        byte[] zip = ModelZip.bytes(experiment, parameters);
        return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), true);
    }

    private static void assertSameOutputs(MultiLayerNetwork network, Experiment experiment, Parameters parameters) {
        for (int[] sequence : experiment.task().indices()) {
            Trace trace = Trace.of(parameters, experiment.hyperparameters(), Steps.of(sequence));
            INDArray outputs = network.output(oneHot(sequence, 0));
            network.rnnClearPreviousState();
            for (int step = 0; step < trace.steps(); step++) {
                INDArray stepOutputs = network.rnnTimeStep(oneHot(new int[] {sequence[step], 0}, 0));
                for (int k = 0; k < 5; k++) {
                    assertThat(outputs.getDouble(0, k, step)).isCloseTo(trace.outputs(step)[k], within(1e-12));
                    assertThat(stepOutputs.getDouble(0, k, 0)).isCloseTo(trace.outputs(step)[k], within(1e-12));
                }
            }
        }
    }

    private static INDArray oneHot(int[] sequence, int first) {
        INDArray vectors = Nd4j.zeros(DataType.DOUBLE, 1, 5, sequence.length - 1);
        for (int t = 0; t + 1 < sequence.length; t++) {
            vectors.putScalar(0, sequence[first + t], t, 1);
        }
        return vectors;
    }

    @Test
    void saysHowTheNetworkWasTrained() throws IOException {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.OPTIMISER, Optimiser.RMSPROP)
                .with(Settings.LEARNING_RATE, 0.02)
                .with(Settings.UPDATE_INTERVAL, new UpdateInterval(3));
        Experiment experiment = Experiment.reference().with(hyperparameters);

        MultiLayerNetwork network = restore(experiment, InitialParameters.of(experiment));

        MultiLayerConfiguration configuration = network.getLayerWiseConfigurations();
        assertThat(configuration.getBackpropType()).isEqualTo(BackpropType.TruncatedBPTT);
        assertThat(configuration.getTbpttFwdLength()).isEqualTo(3);
        assertThat(configuration.getTbpttBackLength()).isEqualTo(3);
        assertThat(configuration.getDataType()).isEqualTo(DataType.DOUBLE);
        RmsProp updater = (RmsProp) ((org.deeplearning4j.nn.conf.layers.LSTM)
                        configuration.getConf(0).getLayer())
                .getIUpdater();
        assertThat(updater).isEqualTo(new RmsProp(0.02, 0.9, 1e-7));
    }

    @Test
    void takesStandardBackpropagationForTheWholeSequence() throws IOException {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));

        MultiLayerNetwork network = restore(experiment, InitialParameters.of(experiment));

        assertThat(network.getLayerWiseConfigurations().getBackpropType()).isEqualTo(BackpropType.Standard);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#ofDeeplearning4j")
    void holdsLayersOfEveryCellThatDeeplearning4jHasHoweverTheyWereTrained(Cell cell) throws IOException {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 7)
                        .with(Settings.CLIPPING, 1.0)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.MOMENTUM, 0.9)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        Parameters parameters = InitialParameters.of(experiment);

        assertSameOutputs(restore(experiment, parameters), experiment, parameters);
    }

    @Test
    void holdsFewerOutputsThanSymbols() throws IOException {
        Experiment experiment = Experiment.reference();
        ParameterLayout layout = new ParameterLayout(5, 2, 3, Cell.LSTM, 1);
        Parameters parameters = Parameters.of(
                layout, new SplittableRandom(2).doubles(layout.size(), -1, 1).toArray());
        int[] sequence = experiment.task().indices()[0];

        INDArray outputs = restore(experiment, parameters).output(oneHot(sequence, 0));

        Trace trace = Trace.of(parameters, experiment.hyperparameters(), Steps.of(sequence));
        assertThat(outputs.shape()).containsExactly(1, 2, 4);
        for (int step = 0; step < 4; step++) {
            assertThat(outputs.getDouble(0, 1, step)).isCloseTo(trace.outputs(step)[1], within(1e-12));
        }
    }

    @Test
    void thereIsNoneOfAGatedRecurrentUnit() {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.CELL, Cell.GRU));

        assertThatThrownBy(() -> ModelZip.bytes(experiment, InitialParameters.of(experiment)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Deeplearning4j has no cells of this kind");
    }
}
