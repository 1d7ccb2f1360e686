package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.study.TrainedNetworks;
import lab.carousel.study.Transplant;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TransplantViewTest {

    private static String sentence(Snapshot network, int donor, int step) {
        Set<Integer> all = Transplant.allUnits(network.parameters().layout());
        return TransplantView.sentence(
                network.experiment(),
                new TransplantView.Ask(donor, 1, step, TransplantView.MovedStates.BOTH, all),
                Transplant.of(
                        FedSteps.of(network.experiment(), network.parameters()),
                        donor,
                        1,
                        step - 1,
                        TransplantView.MovedStates.BOTH.quantities(),
                        all));
    }

    @Test
    void comparesTheEndsOfSequencesThatAreDrawnAtRandom() {
        Snapshot network = TrainedNetworks.noisyGap();
        int end = network.experiment().task().sequences().get(1).steps();
        assertThat(sentence(network, 0, 20))
                .startsWith("A and B continue differently, so their last answers are compared: at its last step, " + end
                        + ", B now answers x, as A does at its own, no longer y: the memory moved with h and c.");
        assertThat(sentence(network, 3, 20))
                .isEqualTo("A and B end with the same answer, so nothing shows whether memory moved:"
                        + " choose two that end differently.");
    }

    @Test
    void asksForAStepAtWhichListedSequencesSeeTheSame() {
        assertThat(sentence(TrainedNetworks.remembering(1), 0, 1))
                .isEqualTo(
                        "At step 1, A and B see different symbols: choose a step from which they see the same ones.");
    }
}
