package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.study.Contrast;
import lab.carousel.study.TrainedNetworks;
import lab.carousel.task.Task;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TwoSequencesViewTest {

    private static String sentence(Snapshot network) {
        Contrast compared = Contrast.ofSequences(
                FedSteps.of(network.experiment(), network.parameters()), 0, 1, Quantity.CELL_STATE, 0);
        return TwoSequencesView.sentence(compared, Quantity.CELL_STATE, network.experiment());
    }

    @Test
    void tellsTheStretchOnWhichADifferenceIsMemory() {
        assertThat(sentence(TrainedNetworks.remembering(1)))
                .startsWith("At steps 2–4 the inputs are the same, so any difference is memory");
    }

    @Test
    void doesNotCallACommonBeginningForgetfulness() {
        Experiment experiment = new Experiment(
                Task.parse("b x y 1 2", "b x 1 2", "b y 2 1"), Hyperparameters.reference(), EngineName.KERNEL);
        assertThat(sentence(RecordedRuns.end(experiment)))
                .isEqualTo(
                        "A and B see the same only at step 1, at their beginning: later differences may come from the"
                                + " input. To see memory, choose sequences that see the same again after they have"
                                + " differed.");
    }
}
