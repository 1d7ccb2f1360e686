package lab.carousel.file.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import lab.carousel.file.animation.AnimationPlan;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Preset;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CommandTextTest {

    private static String line(Experiment experiment) {
        return CommandText.line(CommandText.train(experiment).orElseThrow());
    }

    @Test
    void saysInWhatAnExperimentDiffersFromTheTutorialOrAPresetOfItsTask() {
        Experiment reference = Experiment.reference();
        assertThat(line(reference)).isEqualTo("carousel train");
        assertThat(line(reference.with(all -> all.with(Settings.SEED, 7L)
                        .with(Settings.LEARNING_RATE, 0.0003)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE))))
                .isEqualTo(
                        "carousel train --set learningRate=3.0E-4 --set \"updateInterval=whole sequence\" --set seed=7");
        assertThat(line(Presets.preset("letters").with(EngineName.DL4J)))
                .isEqualTo("carousel train --preset letters --engine dl4j");
    }

    @Test
    void everyPresetCanBeSaid() {
        assertThat(Preset.all()).allSatisfy(preset -> assertThat(CommandText.train(preset.experiment()))
                .isPresent());
    }

    @Test
    void anOwnTaskAndASettingWithoutInfluenceNeedAFile() {
        Experiment reference = Experiment.reference();
        Experiment own = new Experiment(Task.parse("a b", "a b a"), reference.hyperparameters(), reference.engine());
        assertThat(CommandText.train(own)).isEmpty();
        assertThat(CommandText.train(reference.with(all -> all.with(Settings.MOMENTUM, 0.9))))
                .isEmpty();
        assertThat(line(reference.with(
                        all -> all.with(Settings.OPTIMISER, Optimiser.SGD).with(Settings.MOMENTUM, 0.9))))
                .isEqualTo("carousel train --set optimiser=sgd --set momentum=0.9");
    }

    @Test
    void studiesAndAnimationsHaveTheirOptionsWhereTheyAreNotAsUsual() {
        assertThat(CommandText.study("erased", OptionalInt.empty(), "erased"))
                .containsExactly("carousel", "study", "erased", "--out", "erased");
        assertThat(CommandText.study("my.json", OptionalInt.of(3), "my")).contains("--seeds", "3");
        assertThat(CommandText.animation(AnimationPlan.USUAL)).isEmpty();
        assertThat(CommandText.animation(new AnimationPlan(640, 10, 5)))
                .containsExactly("--animation-width", "640", "--animation-seconds", "5");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void wordsAreQuotedAsShellsReadThem() {
        assertThat(CommandText.line(List.of("a b", "c:/d-e_f.g=h", "costs $5", "it's $5", "größe.csv")))
                .isEqualTo("\"a b\" c:/d-e_f.g=h 'costs $5' 'it'\\''s $5' \"größe.csv\"");
    }

    @Test
    void aPresetThatThereIsNotIsToldWithAll() {
        assertThatThrownBy(() -> CommandText.preset("none"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gradientThroughTime");
    }
}
