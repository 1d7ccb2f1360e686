package lab.carousel.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.account.Accountant;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Parameters;
import lab.carousel.training.Training;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The h and c that are accounted for against those of Deeplearning4j's own layers, in a network that was trained. */
class AccountAgainstDeeplearning4jTest {

    @Test
    void theStatesOfATrainedNetworkAreThoseOfDeeplearning4j() {
        Experiment experiment = Experiment.reference();
        experiment = experiment.with(experiment
                .hyperparameters()
                .withHiddenUnits(6)
                .withLayers(2)
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withEpochs(200));
        Parameters parameters = train(experiment);
        MultiLayerNetwork network = PlainNetwork.of(experiment, parameters);
        Accountant accountant = new Accountant(experiment);
        int[][] sequences = experiment.task().encoded();
        for (int s = 0; s < sequences.length; s++) {
            network.rnnClearPreviousState();
            for (int t = 0; t + 1 < sequences[s].length; t++) {
                INDArray input = Nd4j.zeros(DataType.DOUBLE, 1, 5);
                input.putScalar(0, sequences[s][t], 1);
                network.rnnTimeStep(input);
                for (int unit = 0; unit < 12; unit++) {
                    Map<String, INDArray> state = network.rnnGetPreviousState(unit / 6);
                    UnitAccount account =
                            accountant.account(parameters, s, t + 1, unit).unit();
                    assertThat(account.h()).isCloseTo(state.get("prevAct").getDouble(0, unit % 6), within(1e-12));
                    assertThat(account.c()).isCloseTo(state.get("prevMem").getDouble(0, unit % 6), within(1e-12));
                }
            }
        }
    }

    private static Parameters train(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot().parameters();
        }
    }
}
