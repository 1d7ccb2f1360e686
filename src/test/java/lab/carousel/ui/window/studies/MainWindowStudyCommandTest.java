package lab.carousel.ui.window.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.file.disk.Names;
import lab.carousel.model.Settings;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.CopiedCommand;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** <i>Copy as command</i> of studies: the copied line writes the files that the window exports. */
class MainWindowStudyCommandTest extends StudiesFixture {

    private static String copied() {
        await(() -> !find("studyCommand").isDisabled());
        fire("studyCommand");
        return CopiedCommand.line();
    }

    @Test
    void aReadyMadeStudyIsSaidByItsName() {
        showStudies();
        await(() -> isThere("studyCommand"));
        assertThat(copied()).isEqualTo("carousel study many-seeds --out many-seeds");
        type("studySeeds", "3");
        assertThat(copied()).isEqualTo("carousel study many-seeds --seeds 3 --out many-seeds");
    }

    @Test
    void anOwnStudyIsSavedForItAndComesToTheSameFiles() throws IOException {
        open(all -> all.with(Settings.EPOCHS, 3));
        showStudies();
        await(() -> isThere("study-own"));
        choose("own");
        type("studySeeds", "2");
        run(2);
        dialogs.answer = folder.resolve("mine.json");
        copied();
        awaitStart("noticeWords", "Saved as mine.json");
        String line = CopiedCommand.line();
        assertThat(line).endsWith("mine.json --out mine");
        List<String> words = CopiedCommand.words(line);
        dialogs.answer = Files.createDirectories(folder.resolve("window"));
        MainWindowFixture.choose("studyExport", "study-everything");
        Frames.awaitInTime(() -> text("noticeWords").startsWith("Saved window."));
        Path byCommand = folder.resolve("command");
        words.set(words.size() - 1, byCommand.toString());
        CopiedCommand.run(words);
        List<String> names = Names.in(dialogs.answer);
        assertThat(names).hasSizeGreaterThan(4).isEqualTo(Names.in(byCommand));
        for (String name : names) {
            assertThat(byCommand.resolve(name)).hasBinaryContent(Files.readAllBytes(dialogs.answer.resolve(name)));
        }
    }
}
