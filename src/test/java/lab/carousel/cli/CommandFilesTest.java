package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command writes over what it reads, nor over a file of another kind. */
class CommandFilesTest extends CommandInFolder {

    @BeforeEach
    void fill() throws IOException {
        ExperimentFile.write(
                folder.resolve("mine.carousel"), Experiment.reference().with(all -> all.with(Settings.EPOCHS, 1)));
        Files.writeString(
                folder.resolve("study.json"),
                """
                {"format": "carousel study", "version": 1, "title": "Small", "question": "tuning", "seeds": 1,
                 "experiment": {"hyperparameters": {"epochs": 2}}, "axes": [{"name": "hiddenUnits", "values": [2, 3]}]}
                """);
        Files.createDirectory(folder.resolve("class"));
        for (String name : new String[] {"mine.npz", "mine.zip", "PAGE.HTML", "a.py", "a.csv"}) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.toString(),
                        Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
            }
        }
        return contents;
    }

    private void assertNothingWritten(String words, String line) throws IOException {
        Map<String, String> before = contents();
        assertRefused(words, line);
        assertThat(carousel.output).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --csv @mine.carousel",
                "train --page @mine.carousel",
                "train --pytorch @mine.carousel",
                "train --keras @mine.carousel",
                "train --deeplearning4j @mine.carousel",
                "train --csv @study.json",
                "train --csv @PAGE.HTML",
                "train --page @mine.npz",
                "train --keras @a.csv",
                "train --deeplearning4j @a.py",
                "view unit @mine.carousel --csv @a.py",
                "view automaton @mine.carousel --dot @a.csv",
                "answers @class --csv @mine.carousel"
            })
    void aFileOfAnotherKindIsNotWrittenOver(String line) throws IOException {
        assertNothingWritten(", a file of another kind: choose a name that ends in .", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train @mine.carousel --csv @mine.carousel",
                "train @mine.carousel --csv @class/../mine.carousel",
                "view stateMap @mine.carousel --csv @mine.carousel",
                "view unit @mine.carousel --network @mine.npz --csv @mine.npz",
                "network @mine.npz --experiment @mine.carousel --states @mine.npz",
                "answers @mine.zip --csv @mine.zip",
                "study @study.json --out @."
            })
    void aFileThatIsReadIsNotWrittenOver(String line) throws IOException {
        assertNothingWritten(", which this command reads: choose another name.", line);
    }

    @Test
    void aLinkToWhatIsReadIsTheSameFile() throws IOException {
        Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("class"));
        Files.createSymbolicLink(folder.resolve("mine.csv"), folder.resolve("mine.carousel"));
        assertNothingWritten("which this command reads", "train @mine.carousel --csv @mine.csv");
        assertNothingWritten("a file of another kind", "train --csv @mine.csv");
        assertNothingWritten("both name", "train --csv @class/b.csv --states @linked/b.csv");
        assertThat(run("train @mine.carousel --csv @linked/b.csv")).isZero();
        assertThat(folder.resolve("class/b.csv")).isNotEmptyFile();
    }

    @Test
    void whatALessonIsMadeOfIsReadAsWell() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("assets/lessons/gradient"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("class").resolve(file.getFileName()));
            }
        }
        for (String lesson : new String[] {"@class", "@class/lesson.json"}) {
            String line = "train --epochs 1 --page @p.html --lesson " + lesson + " --report ";
            assertNothingWritten("which this command reads", line + "@class/README.md");
            assertThat(run(line + "@class/mine.md")).isZero();
            Files.delete(folder.resolve("class/mine.md"));
        }
    }

    @Test
    void whatIsOfTheSameKindOrOfNoneIsWrittenAnew() throws IOException {
        Files.writeString(folder.resolve("b.dat"), "old");
        assertThat(run("train @mine.carousel --csv @a.csv --keras @a.py --chart @b.svg --page @PAGE.HTML"))
                .isZero();
        assertThat(run("train @mine.carousel --csv @b.dat")).isZero();
        assertThat(folder.resolve("b.dat")).hasSameTextualContentAs(folder.resolve("a.csv"));
    }
}
