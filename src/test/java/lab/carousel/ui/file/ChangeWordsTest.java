package lab.carousel.ui.file;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.Test;

class ChangeWordsTest {

    @Test
    void namesEachSettingWithBothValues() {
        Experiment reference = Experiment.reference();
        Experiment other = reference.with(
                Hyperparameters.reference().with(Settings.SEED, 5L).with(Settings.LEARNING_RATE, 0.01));
        assertThat(ChangeWords.of(reference, other)).isEqualTo("Learning rate: 0.001 → 0.01\nSeed: 1 → 5");
    }
}
