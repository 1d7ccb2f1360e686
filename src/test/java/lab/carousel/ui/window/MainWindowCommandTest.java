package lab.carousel.ui.window;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lab.carousel.file.disk.Zips;
import lab.carousel.model.Settings;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.LateMenu;
import lab.carousel.view.Views;
import org.junit.jupiter.api.Test;

/** <i>Copy as command</i>: what the menu of exports writes and what the copied line writes are the same bytes. */
class MainWindowCommandTest extends MainWindowFixture {

    private static final Map<String, String> ITEMS = Map.of(
            "loss-PNG", "loss-png-2",
            "loss-SVG", "loss-svg",
            "state-PNG", "state-png-2",
            "state-SVG", "state-svg",
            "page", "exportPage");

    private static String copied(String id) {
        choose("exportMenu", id);
        return CopiedCommand.line();
    }

    /** The bytes of a file, of a Keras file the bytes in it, without the moment at which it was saved. */
    private static Map<String, String> content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, byte[]> files = file.toString().endsWith(".keras") ? Zips.files(bytes) : Map.of("", bytes);
        return files.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new String(entry.getValue(), ISO_8859_1)
                        .replaceAll("\"date_saved\" ?: ?\"[^\"]*\"", "")));
    }

    private static List<String> commands() {
        Menu menu = (Menu) LateMenu.items((MenuButton) find("exportMenu")).stream()
                .filter(item -> "export-command".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        return menu.getItems().stream()
                .map(MenuItem::getId)
                .filter(id -> !id.equals("command-train"))
                .toList();
    }

    /** Exports by the menu; the file that was written. */
    private Path byMenu(String command) throws IOException {
        String id = command.replace("command-", "");
        if (id.equals("animation")) {
            dialogs.answer = folder.resolve("menu.gif");
            choose("exportMenu", "exportAnimation");
            select("animationWidth", 0);
            select("animationLength", 0);
            fire("animationWrite");
            await(() -> Files.exists(dialogs.answer));
            return dialogs.answer;
        }
        Path file = Files.createDirectories(folder.resolve("menu")).resolve(id);
        String line = copied(command);
        String ending = line.substring(line.lastIndexOf('.')).replace("\"", "");
        return export(ITEMS.getOrDefault(id, id), folder.relativize(file) + ending);
    }

    @Test
    void everyKindOfExportIsTheSameByTheMenuAndByTheCommand() throws IOException {
        train(workspace.lab().runningProperty().get().with(all -> all.with(Settings.EPOCHS, 4)
                .with(Settings.SEED, 5L)));
        awaitHeatmap();
        List<String> commands = commands();
        assertThat(commands).hasSize(20);
        for (String command : commands) {
            Path menu = byMenu(command);
            List<String> words = CopiedCommand.words(copied(command));
            int file = 2
                    + words.indexOf(words.stream()
                            .filter(word -> word.startsWith("--") && !word.equals("--set"))
                            .findFirst()
                            .orElseThrow())
                    - 1;
            // A report names itself
            Path byCommand = Files.createDirectories(folder.resolve("cli")).resolve(menu.getFileName());
            words.set(file, byCommand.toString());
            CopiedCommand.run(words);
            assertThat(content(byCommand)).as(command).isEqualTo(content(menu));
        }
    }

    @Test
    void aReportHasTheViewsThatAreTicked() throws IOException {
        assertThat(Views.all()).allSatisfy(view -> assertThat(
                        item("exportMenu", "report-" + view.name().key()).getText())
                .isEqualTo("With “" + Message.text(view.name().key() + ".menu") + "”"));
        robot.interact(() -> Stream.of("stateMap", "unit", "afterFork")
                .forEach(view -> ((CheckMenuItem) item("exportMenu", "report-" + view)).setSelected(true)));
        robot.interact(() -> ((CheckMenuItem) item("exportMenu", "report-afterFork")).setSelected(false));
        awaitHeatmap();
        Path report = export("report-md", "seen.md");
        assertThat(Files.readString(report))
                .contains("seen-files/unit.svg", "seen-files/stateMap.svg")
                .doesNotContain("afterFork");
        assertThat(copied("command-report-md"))
                .isEqualTo("carousel train --report report.md --report-views \"unit,stateMap\"");
    }

    @Test
    void trainingIsSaidWithWhatDiffersFromTheTutorial() {
        assertThat(copied("command-train")).isEqualTo("carousel train");
        choosePreset("paper2a");
        await(() -> isShown(preset("paper2a")::equals));
        assertThat(copied("command-train")).isEqualTo("carousel train --preset paper2a");
        assertThat(text("noticeWords")).isEqualTo("Copied to the clipboard: carousel train --preset paper2a");
    }

    @Test
    void anOwnTaskIsSavedForIt() {
        openTask(Task.parse("a b c", "a b c a"));
        // It stands in the file that was opened
        assertThat(copied("command-train")).isEqualTo("carousel train " + folder.resolve("given.carousel"));
        type("hiddenUnits", "3");
        await(() -> isShown(experiment -> experiment.hyperparameters().get(Settings.HIDDEN_UNITS) == 3));
        dialogs.answer = folder.resolve("own.carousel");
        choose("exportMenu", "command-model-NPZ");
        await(() -> Files.exists(dialogs.answer));
        awaitStart(
                "noticeWords",
                "Saved as own.carousel; the command reads this file. Copied to the clipboard: carousel train ");
    }
}
