package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Microsoft's runtime runs the models that are written. */
class OnnxModelTest {

    private static final double SINGLE = 1e-6;

    static Stream<Experiment> computesTheSameInAnotherRuntimeStepByStepAndAtOnce() {
        return ModelFormatTest.experiments(CellLibrary.ONNX);
    }

    @ParameterizedTest
    @MethodSource
    void computesTheSameInAnotherRuntimeStepByStepAndAtOnce(Experiment experiment) throws OrtException {
        Parameters parameters = ModelFormatTest.parameters(experiment);
        int[] sequence = experiment.task().indices()[0];
        Trace trace = Trace.of(parameters, experiment.hyperparameters(), Steps.of(sequence));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        try (OrtSession session = environment.createSession(ModelFormat.ONNX.bytes(experiment, parameters), options)) {
            Map<String, OnnxTensor> state = zeroState(environment, experiment);
            for (int step = 0; step < trace.steps(); step++) {
                OrtSession.Result result = session.run(withInput(environment, state, sequence, step, 1));
                assertOutputs(((float[][][]) result.get("y").orElseThrow().getValue())[0][0], trace.outputs(step));
                for (String name : new ArrayList<>(state.keySet())) {
                    state.put(name, (OnnxTensor) result.get(name + "_out").orElseThrow());
                }
            }
            OrtSession.Result whole =
                    session.run(withInput(environment, zeroState(environment, experiment), sequence, 0, trace.steps()));
            float[][][] outputs = (float[][][]) whole.get("y").orElseThrow().getValue();
            for (int step = 0; step < trace.steps(); step++) {
                assertOutputs(outputs[step][0], trace.outputs(step));
            }
        }
    }

    private static void assertOutputs(float[] found, double[] expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat((double) found[k]).isCloseTo(expected[k], within(SINGLE));
        }
    }

    private static Map<String, OnnxTensor> zeroState(OrtEnvironment environment, Experiment experiment)
            throws OrtException {
        Cell cell = experiment.hyperparameters().get(Settings.CELL);
        int units = experiment.hyperparameters().get(Settings.HIDDEN_UNITS);
        Map<String, OnnxTensor> state = new HashMap<>();
        for (int layer = 0; cell.isRecurrent() && layer < experiment.layout().layers(); layer++) {
            for (String vector : cell.hasCellState() ? List.of("h", "c") : List.of("h")) {
                state.put(vector + layer, tensor(environment, new float[units], 1, 1, units));
            }
        }
        return state;
    }

    private static Map<String, OnnxTensor> withInput(
            OrtEnvironment environment, Map<String, OnnxTensor> state, int[] sequence, int first, int steps)
            throws OrtException {
        int symbols = 5;
        float[] oneHot = new float[steps * symbols];
        for (int step = 0; step < steps; step++) {
            oneHot[step * symbols + sequence[first + step]] = 1;
        }
        Map<String, OnnxTensor> all = new HashMap<>(state);
        all.put("x", tensor(environment, oneHot, steps, 1, symbols));
        return all;
    }

    private static OnnxTensor tensor(OrtEnvironment environment, float[] values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
    }
}
