package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {

    private static final String REFERENCE =
            """
            {
              "format": "carousel experiment",
              "version": 1,
              "engine": "kernel",
              "task": {
                "alphabet": "0 1 2 3 4",
                "sequences": [
                  "3 0 1 2 3",
                  "4 0 1 2 4"
                ]
              },
              "hyperparameters": {
                "cell": "lstm",
                "layers": 1,
                "hiddenUnits": 20,
                "output": "sigmoid",
                "learningRate": 0.001,
                "epochs": 250,
                "updateInterval": 1,
                "batchSize": 1,
                "lag": 1,
                "resetPolicy": "after sequence",
                "order": "as listed",
                "lossWeighting": "all steps",
                "optimiser": "adam",
                "momentum": 0.0,
                "clipping": "none",
                "forgetGateBias": 1.0,
                "inputGateBias": 0.0,
                "chronoSpan": "off",
                "seed": 1
              }
            }
            """;

    @TempDir
    Path folder;

    private static Experiment roundTrip(Experiment experiment) {
        return ExperimentFile.parse("x.carousel", ExperimentFile.toJson(experiment));
    }

    @Test
    void writesTheReferenceReadably() {
        assertThat(ExperimentFile.toJson(Experiment.reference())).isEqualTo(REFERENCE);
        assertThat(ExperimentFile.parse("x.carousel", REFERENCE)).isEqualTo(Experiment.reference());
    }

    @Test
    void everyValueComesBackAsItWas() {
        Experiment experiment = new Experiment(
                Task.parse("tick \"q\\ é 日本 🎠", "🎠 tick 日本 tick", "é \"q\\ é tick"),
                Hyperparameters.reference()
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 8)
                        .with(Settings.LAG, 2)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(0.3))
                        .with(Settings.MOMENTUM, 0.9)
                        .with(Settings.CLIPPING, 1e-3)
                        .with(Settings.FORGET_GATE_BIAS, -1.5)
                        .with(Settings.INPUT_GATE_BIAS, 2.25)
                        .with(Settings.CHRONO_SPAN, 1_000)
                        .with(Settings.HIDDEN_UNITS, 512)
                        .with(Settings.LEARNING_RATE, 0.1 + 0.2)
                        .with(Settings.EPOCHS, 10_000_000)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                        .with(Settings.ORDER, Order.SHUFFLED)
                        .with(Settings.SEED, Hyperparameters.MAX_SEED)
                        .with(Settings.OPTIMISER, Optimiser.RMSPROP)
                        .with(Settings.OUTPUT, Output.SOFTMAX),
                EngineName.KERNEL);
        assertThat(roundTrip(experiment)).isEqualTo(experiment);
    }

    @Test
    void aRecentSettingStandsThereOnlyWhereItIsUnusual() {
        Experiment decaying =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.WEIGHT_DECAY, 0.01));
        assertThat(ExperimentFile.toJson(decaying))
                .isEqualTo(REFERENCE.replace(
                        "    \"clipping\": \"none\",\n", "    \"weightDecay\": 0.01,\n    \"clipping\": \"none\",\n"));
        assertThat(roundTrip(decaying)).isEqualTo(decaying);
    }

    @Test
    void everyWordComesBackAsItWas() {
        Hyperparameters reference = Hyperparameters.reference();
        for (Cell cell : Cell.values()) {
            Experiment experiment = Experiment.reference().with(reference.with(Settings.CELL, cell));
            assertThat(roundTrip(experiment)).isEqualTo(experiment);
        }
        Experiment lastStep =
                Experiment.reference().with(reference.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP));
        assertThat(roundTrip(lastStep)).isEqualTo(lastStep);
        for (ResetPolicy policy : ResetPolicy.values()) {
            Experiment experiment = Experiment.reference().with(reference.with(Settings.RESET_POLICY, policy));
            assertThat(roundTrip(experiment)).isEqualTo(experiment);
        }
        for (Optimiser optimiser : Optimiser.values()) {
            Experiment experiment = Experiment.reference().with(reference.with(Settings.OPTIMISER, optimiser));
            assertThat(roundTrip(experiment)).isEqualTo(experiment);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 2e-3, 1e-10, 2.2250738585072014E-308, 0.1, 1, 99.99999999999999, 2e-23})
    void learningRatesComeBackBitForBit(double rate) {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.LEARNING_RATE, rate));
        assertThat(roundTrip(experiment).hyperparameters().get(Settings.LEARNING_RATE))
                .isEqualTo(rate);
    }

    @Test
    void whatIsMissingHasTheValueOfTheReference() {
        String json = "{\"format\":\"carousel experiment\",\"version\":1,"
                + "\"task\":{\"alphabet\":\"a b\",\"sequences\":[\"a  b\\ta\"]},\"hyperparameters\":{\"seed\":7}}";
        assertThat(ExperimentFile.parse("x.carousel", json))
                .isEqualTo(new Experiment(
                        Task.parse("a b", "a b a"),
                        Hyperparameters.reference().with(Settings.SEED, 7L),
                        EngineName.KERNEL));
    }

    @Test
    void savesAndOpens() throws IOException {
        Path file = folder.resolve("a.carousel");
        ExperimentFile.write(file, Experiment.reference());
        assertThat(file).hasContent(REFERENCE);
        assertThat(ExperimentFile.read(file)).isEqualTo(Experiment.reference());
    }

    @Test
    void readsAFileThatStartsWithAByteOrderMark() throws IOException {
        Path file = Files.writeString(folder.resolve("a.carousel"), "\ufeff" + REFERENCE.replace("\n", "\r\n"));
        assertThat(ExperimentFile.read(file)).isEqualTo(Experiment.reference());
    }

    @Test
    void tellsOfAFileThatCannotBeRead() {
        Path missing = folder.resolve("no.carousel");
        assertThatThrownBy(() -> ExperimentFile.read(missing))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("There is no file " + missing + ": check its name and its folder.");
        assertThatThrownBy(() -> ExperimentFile.read(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(folder + " is a folder: name a file in it.");
    }

    @Test
    void tellsOfAFileThatIsTooLarge() throws IOException {
        Path file = folder.resolve("large.carousel");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(256_000_001);
        }
        assertThatThrownBy(() -> ExperimentFile.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(file + " is larger than 256 megabytes: no Carousel file is that large.");
    }

    @Test
    void tellsOfAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("a.carousel"), new byte[] {'{', '}', (byte) 0xff, 'x'});
        assertThatThrownBy(() -> ExperimentFile.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(file + " is not a Carousel file: from byte 3 on it is no text in UTF-8.");
        Path cut = Files.write(folder.resolve("b.carousel"), "{\"é".getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(cut), 3);
        Files.write(cut, half);
        assertThatThrownBy(() -> ExperimentFile.read(cut)).isInstanceOf(InvalidInput.class);
    }
}
