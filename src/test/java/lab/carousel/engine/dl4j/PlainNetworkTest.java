package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Task;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own output against the forward pass of the model. */
class PlainNetworkTest {

    @ParameterizedTest
    @EnumSource
    void givesTheOutputsOfTheTraceAtEveryStep(Output output) {
        Hyperparameters hyperparameters =
                Hyperparameters.reference().withHiddenUnits(7).withOutput(output);
        Task task = Task.parse("a b c d", "a b c d d c b a a", "b d");
        Experiment experiment = new Experiment(task, hyperparameters, EngineName.DL4J);
        double[] values = new SplittableRandom(3)
                .doubles(experiment.layout().size(), -1.5, 1.5)
                .toArray();
        Parameters parameters = Parameters.of(experiment.layout(), values);

        MultiLayerNetwork network = PlainNetwork.of(experiment, parameters);

        for (int[] sequence : task.encoded()) {
            Trace trace = Trace.of(parameters, hyperparameters, sequence);
            INDArray outputs = network.output(oneHot(sequence, 4));
            for (int step = 0; step < trace.steps(); step++) {
                for (int k = 0; k < 4; k++) {
                    assertThat(outputs.getDouble(0, k, step)).isCloseTo(trace.outputs(step)[k], within(1e-12));
                }
            }
        }
    }

    private static INDArray oneHot(int[] sequence, int symbols) {
        INDArray inputs = Nd4j.zeros(DataType.DOUBLE, 1, symbols, sequence.length - 1);
        for (int t = 0; t + 1 < sequence.length; t++) {
            inputs.putScalar(0, sequence[t], t, 1);
        }
        return inputs;
    }
}
