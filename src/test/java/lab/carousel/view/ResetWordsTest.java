package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.study.Contrast;
import lab.carousel.task.Task;
import org.junit.jupiter.api.Test;

class ResetWordsTest {

    private static String state(int repeats) {
        String symbols = String.join(" ", Collections.nCopies(repeats, "a b"));
        Experiment experiment =
                new Experiment(Task.parse("a b", symbols, symbols), Hyperparameters.reference(), EngineName.KERNEL);
        Contrast both = Contrast.ofReset(
                experiment, InitialParameters.of(experiment), experiment.task().encoded(), List.of(0, 1));
        return ResetSwitchView.ResetWords.of(experiment, both).state();
    }

    @Test
    void saysHowManyStepsOfLongSequencesThePictureShows() {
        assertThat(state(150)).endsWith("The picture shows the first 200 steps of each sequence.");
        assertThat(state(100)).doesNotContain("picture");
    }
}
