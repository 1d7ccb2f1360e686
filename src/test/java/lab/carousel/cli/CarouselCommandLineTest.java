package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.file.disk.Names;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarouselCommandLineTest extends CommandInFolder {

    private void assertBadInput(String message, String... arguments) {
        assertThat(carousel.run(arguments)).isEqualTo(2);
        assertThat(carousel.errors).isEqualTo(message + "\n");
        assertThat(carousel.output).isEmpty();
        assertThat(carousel.windows).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            train --sead 3|There is no option --sead: see --help for all options.
            --wide|There is no option --wide: see --help for all options.
            train --seed|--seed needs a value: see --help.
            train --seed 1 --seed 2|--seed is given twice: give it once.
            train --seed abc|--seed must be a whole number from 0 to 9,007,199,254,740,991, not “abc”.
            train --seed -1|--seed must be a whole number from 0 to 9,007,199,254,740,991, not “-1”.
            train --seed 99999999999999999999|--seed must be a whole number from 0 to 9,007,199,254,740,991, not “99999999999999999999”.
            train --epochs 2.5|--epochs must be a whole number from 0 to 10,000,000, not “2.5”.
            train --epochs=4294967297|--epochs must be a whole number from 0 to 10,000,000, not “4294967297”.
            train --epochs ١٢|--epochs must be a whole number from 0 to 10,000,000, not “١٢”.
            train --set epochs=١٢|epochs=١٢: Expected a whole number without decimal point or exponent, found “١٢”.
            train --set learningRate=٠.١|learningRate=٠.١: Expected a number, found “٠.١”.
            class gradient --port ٨٠٨٠|--port must be a whole number from 0 to 65,535, not “٨٠٨٠”.
            study many-seeds --out never --threads ٢|--threads must be a whole number from 1 to 1,024, not “٢”.
            study many-seeds --out never --seeds ٢|--seeds must be a whole number from 1 to 1,000,000, not “٢”.
            study many-seeds --out never --part ١/٢|--part must be a share and the number of shares, such as 3/16, not “١/٢”.
            train --verify=maybe|--verify takes no value, but “maybe” was given: see --help.
            study --list extra|One argument too many, “extra”: see --help.
            study --list --threads 2|One argument too many, “--threads”: see --help.
            train --engine torch|--engine must be one of dl4j, kernel, not “torch”.
            train --engine|--engine needs a value: see --help.
            train --set|--set needs a value: see --help.
            train --set clipping=0|clipping=0: The clipping norm must be a number above 0.
            train --set chronoSpan=1|chronoSpan=1: The span T of chrono initialisation must be a whole number from 2 to 1,000,000.
            train --set batchSize=5|The batch size 5 is larger than the 4 steps of the longest sequence, so some slots would never see a symbol: use at most 4.
            train --set lag=5|The lag 5 is longer than the shortest sequence, which has 4 steps: use at most 4.
            train --set cell=gru --engine dl4j|Deeplearning4j cannot train with this kind of cell: choose the kernel, or change that setting.
            train --set lag=2 --set lag=3|The hyperparameter lag is set twice: set it once.
            train --set seed=2 --seed 3|seed is given twice, with --seed and with --set: give it once.
            train --set clipping|“clipping” sets nothing: write a name, an equals sign and a value, such as clipping=1.
            train no.carousel|There is no file no.carousel: check its name and folder.
            train a.carousel b.carousel|One argument too many, “b.carousel”: see --help.
            train --chart a.jpg|a.jpg must end in .svg or .png, which decides the format.
            train --heatmap a|a must end in .svg or .png, which decides the format.
            train --csv no/a.csv|no/a.csv cannot be written because the folder %FOLDER%/no does not exist: create it, or choose another place.
            train --csv a.svg --chart ./a.svg|--csv and --chart both name ./a.svg: choose two different files.
            trian|There is no command and no file “trian”: see --help.
            trian --epochs 5|There is no command and no file “trian”: see --help.
            """)
    void badInputIsOneLineAndStatusTwo(String line, String message) {
        String here = Path.of("").toAbsolutePath().toString();
        assertBadInput(message.replace("%FOLDER%", here), line.split(" "));
    }

    @Test
    void anEmptyFileNameIsBadInput() {
        assertBadInput("The file name is missing: enter one.", "train", "--csv", "");
    }

    @Test
    void aDamagedFileIsNamedWithThePlace() throws IOException {
        Path file = Files.writeString(folder.resolve("a.carousel"), "{\n  oops");
        assertThat(run("train %s", file)).isEqualTo(2);
        assertThat(carousel.errors)
                .startsWith(file + ", line 2, column 3: From here on this is not JSON")
                .containsOnlyOnce("\n");
    }

    @Test
    void outputsAreCheckedBeforeTraining() throws IOException {
        assertThat(run("train --csv @a.csv --model @no/m.zip")).isEqualTo(2);
        assertThat(carousel.output).isEmpty();
        assertThat(Names.in(folder)).isEmpty();
    }

    @Test
    void anOutputMustNotReplaceTheExperiment() {
        Path file = folder.resolve("a.carousel");
        ExperimentFile.write(file, Experiment.reference());
        assertBadInput(
                "--csv would write over " + file + ", which this command reads: choose another name.",
                "train",
                file.toString(),
                "--csv",
                file.toString());
        assertThat(ExperimentFile.read(file)).isEqualTo(Experiment.reference());
    }

    @Test
    void opensTheWindowAlsoWithAFileThatIsDamagedOrNotThere() throws IOException {
        String damaged =
                Files.writeString(folder.resolve("damaged.carousel"), "").toString();
        assertThat(carousel.run()).isZero();
        assertThat(carousel.windows).containsExactly(List.of());
        for (String file : List.of(damaged, "no.carousel", "no.carousel-session", "no/such")) {
            assertThat(carousel.run(file)).isZero();
            assertThat(run("open %s", file)).isZero();
            assertThat(carousel.windows).endsWith(List.of(Path.of(file)), List.of(Path.of(file)));
        }
        assertThat(carousel.errors).isEmpty();
    }

    @Test
    void tellsOnOneLineWhyTheWindowDoesNotOpen() {
        carousel.windowProblem = Optional.of(Message.of("cli.window.noDisplay"));
        assertThat(carousel.run()).isEqualTo(1);
        assertThat(carousel.errors)
                .isEqualTo(
                        "The window has no display to open on, because DISPLAY is not set. To train without a window:"
                                + " java -jar carousel.jar train\n");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(carousel.output)
                .startsWith("Usage:\n  java -jar carousel.jar [FILE.carousel]\n")
                .contains("Commands:\n  train    Trains an experiment without a window.");
        assertThat(run("train --help")).isZero();
        assertThat(carousel.output)
                .contains("java -jar carousel.jar train [FILE | --preset NAME] [--seed N] [--epochs N]")
                .contains(
                        "--model=F",
                        "--set=NAME=VALUE",
                        "forgetGateBias",
                        "Exit status:\n  0          Trained to the last epoch.\n  1          The run diverged");
        assertThat(run("study --help")).isZero();
        assertThat(carousel.output)
                .contains("  130, 143   Interrupted by Ctrl-C")
                .doesNotContain("1   It was interrupted");
        assertThat(run("--version")).isZero();
        assertThat(carousel.output).isEqualTo("Carousel (not packaged)\n");
        assertThat(carousel.errors).isEmpty();
        assertThat(carousel.windows).isEmpty();
    }

    @Test
    void aFirstWordThatCanBeNoFileIsAComplaintAmongOtherMistakes() {
        assertThat(carousel.run(" ", "--nonsense")).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).hasLineCount(1).doesNotContain("InvalidInput");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(strings = {"train PIPE", "study PIPE --out OUT", "answers PIPE", "study --join PIPE --out OUT"})
    void aPipeIsRefusedAsNobodyMayEverWriteIntoIt(String command, @TempDir Path folder) throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(isMade(pipe)).as("this system has pipes with names").isTrue();
        String[] words = Stream.of(command.split(" "))
                .map(word -> word.replace("PIPE", pipe.toString()).replace("OUT", folder.resolve("out") + ""))
                .toArray(String[]::new);
        assertThat(carousel.run(words)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).hasLineCount(1).contains(pipe.toString());
    }

    private static boolean isMade(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
