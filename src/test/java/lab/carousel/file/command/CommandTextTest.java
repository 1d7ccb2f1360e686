package lab.carousel.file.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.io.TempDir;

class CommandTextTest {

    @TempDir
    Path folder;

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

    /** Every control character in ASCII, and what shells read, alone and together, as a file name could have them. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashReadsEveryWordAsItIs() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("", "~", "*", "#", "-n", "a\u0085b", "a\u2028b", "größe 😀"));
        IntStream.rangeClosed(1, 127).mapToObj(code -> "a" + (char) code + "b").forEach(words::add);
        words.add(IntStream.rangeClosed(1, 127).mapToObj(Character::toString).collect(Collectors.joining()));
        words.add("a\n$(touch injected)'`id`\\\";\r\ntouch injected #.carousel");
        Process bash = new ProcessBuilder("bash", "-c", "printf '%s\\0' " + CommandText.line(words))
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        assertThat(said.split("\0", -1))
                .containsExactly(Stream.concat(words.stream(), Stream.of("")).toArray(String[]::new));
        assertThat(folder).isEmptyDirectory();
        assertThat(CommandText.line(words)).doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLineBeginsWithWhatStartedTheProgram() throws IOException {
        List<String> words = List.of("carousel", "train");
        Properties system = new Properties();
        assertThat(CommandText.here(words, system)).isEqualTo(words);
        system.setProperty("java.class.path", "target/classes:lib/a.jar");
        assertThat(CommandText.here(words, system)).isEqualTo(words);
        system.setProperty("java.class.path", "my target/carousel.jar");
        String jar = Path.of("my target/carousel.jar").toAbsolutePath().toString();
        assertThat(CommandText.here(words, system)).containsExactly("java", "-jar", jar, "train");
        system.setProperty("jpackage.app-path", "/home/ada/Carousel/bin/Carousel");
        assertThat(CommandText.here(words, system)).containsExactly("/home/ada/Carousel/bin/Carousel", "train");
        system.setProperty("jpackage.app-path", "C:\\Carousel\\Carousel.exe");
        assertThat(CommandText.here(words, system)).containsExactly("C:\\Carousel\\carousel-console.exe", "train");
        system.setProperty("jpackage.app-path", CommandText.LINKED);
        assertThat(CommandText.here(words, system)).isEqualTo(words);
        assertThat(Files.readString(Path.of("packaging/linux/postinst")))
                .contains("home=/opt/APPLICATION_PACKAGE", "ln -sf $home/bin/Carousel /usr/bin/carousel");
    }

    @Test
    void aPresetThatThereIsNotIsToldWithAll() {
        assertThatThrownBy(() -> CommandText.preset("none"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("gradientThroughTime");
    }

    @Test
    void everySymbolThatMayFollowIsSaid() {
        Experiment reference = Experiment.reference();
        Experiment sets =
                new Experiment(reference.task().withSets(true), reference.hyperparameters(), reference.engine());
        assertThat(CommandText.train(sets)).contains(List.of("carousel", "train", "--sets"));
    }
}
