package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import lab.carousel.training.Pace;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.help.Help.KeyPage;
import lab.carousel.ui.palette.PaletteEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A command is declared once, and found wherever commands are. */
class MainWindowCommandsTest extends MainWindowFixture {

    private final AtomicInteger done = new AtomicInteger();
    /** What no other one has: a key, and words that are there for something else. */
    private final Command made = new Command("fileMenu", "made", "status.letBack", done::incrementAndGet, "Shortcut+J");

    private void add() {
        robot.interact(() -> menu().getItems().add(window.commands.add(made).item()));
    }

    private static MenuButton menu() {
        return (MenuButton) find("fileMenu");
    }

    @AfterEach
    void takeAway() {
        robot.interact(() -> {
            menu().getItems().removeIf(item -> "made".equals(item.getId()));
            SetBack.<List<Command>>part(window.commands, "all").remove(made);
            List.copyOf(Window.getWindows()).stream()
                    .filter(each -> each.getScene().lookup("#manual") != null)
                    .forEach(Window::hide);
        });
    }

    @SuppressWarnings("unchecked")
    private static List<PaletteEntry> palette() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> isOnScreen("paletteField"));
        List<PaletteEntry> all = new ArrayList<>();
        robot.interact(() -> all.addAll(((ListView<PaletteEntry>) find("paletteList")).getItems()));
        robot.push(KeyCode.ESCAPE);
        return all;
    }

    private String page() {
        String[] page = {""};
        robot.interact(() -> page[0] = KeyPage.markdown(window.commands.keys(), Optional.empty(), Optional.empty()));
        return page[0];
    }

    @Test
    void thePageOfTheSiteIsTheSame() throws IOException {
        Path written = Path.of("target", KeyPage.NAME);
        Files.writeString(written, page());

        assertThat(Path.of("src/site/markdown", KeyPage.NAME))
                .as("copy %s over it", written)
                .content()
                .isEqualTo(page());
    }

    /** The one file that a new command takes is the one that declares it, here this test; its words are in a bundle. */
    @Test
    void aNewCommandTakesOneFileAndWords() {
        add();
        List<PaletteEntry> found = palette().stream()
                .filter(entry -> entry.keys().equals("Ctrl+J"))
                .toList();

        assertThat(item("fileMenu", "made").getText()).isEqualTo("Let the gradient travel back");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).name()).isEqualTo("Let the gradient travel back");
        assertThat(found.get(0).where()).isEqualTo("File");
        assertThat(page()).contains("| `Ctrl+J` | Sets the update interval to the whole sequence and trains again. ");
        robot.push(KeyCode.F1);
        await(() -> Window.getWindows().stream()
                .flatMap(each -> Nodes.all(each.getScene().getRoot()))
                .anyMatch(node -> node instanceof Text text && "Ctrl+J".equals(text.getText())
                        || node instanceof Label label && "Ctrl+J".equals(label.getText())));
        robot.interact(() -> stage.requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(found.get(0).action());
        robot.interact(() -> item("fileMenu", "made").fire());
        assertThat(done.get()).isEqualTo(3);
    }

    @Test
    void aButtonOfACommandNamesTheKeyInItsTipAndDoesIt() {
        // Heard of until the window is closed
        Command own = new Command("fileMenu", "made", "status.letBack", done::incrementAndGet, "Shortcut+U");
        Commands few = new Commands();
        Button button = own.icon(Feather.PLAY).doneBy(new Button());
        Button another = own.alsoDoneBy(new Button());
        robot.interact(() -> {
            few.add(own);
            few.listen(window);
        });
        robot.push(KeyCode.CONTROL, KeyCode.U);

        assertThat(Tip.of(button)).endsWith(" (Ctrl+U)");
        assertThat(button.getAccessibleText()).isEqualTo("Let the gradient travel back");
        assertThat(done.get()).isEqualTo(1);
        robot.interact(() -> own.disabled().set(true));
        robot.push(KeyCode.CONTROL, KeyCode.U);
        robot.interact(button::fire);
        assertThat(((FontIcon) another.getGraphic()).getIconCode()).isEqualTo(Feather.PLAY);
        robot.interact(() -> own.icon().set(Feather.PAUSE));
        assertThat(((FontIcon) another.getGraphic()).getIconCode()).isEqualTo(Feather.PAUSE);
        assertThat(List.of(button.isDisabled(), another.isDisabled())).containsOnly(true);
        assertThat(done.get()).isEqualTo(1);
    }

    /** A sign is on another key, or needs Shift, on some keyboards. */
    @Test
    void aSignIsMeantWhicheverKeyHasIt() {
        robot.interact(() -> find("play").requestFocus());
        Pace before = workspace.lab().paceProperty().get();
        robot.push(KeyCode.SUBTRACT);
        Pace slower = workspace.lab().paceProperty().get();
        robot.push(KeyCode.SHIFT, KeyCode.EQUALS);

        assertThat(slower).isNotEqualTo(before);
        assertThat(workspace.lab().paceProperty().get()).isEqualTo(before);
        robot.interact(() -> find("sequenceField0").requestFocus());
        robot.push(KeyCode.SUBTRACT);
        assertThat(workspace.lab().paceProperty().get()).as("while typing").isEqualTo(before);
    }

    @Test
    void whatCannotBeUsedNowIsDoneFromNowhere() {
        add();
        robot.interact(() -> made.disabled().set(true));
        robot.push(KeyCode.CONTROL, KeyCode.J);
        robot.interact(made::run);

        assertThat(item("fileMenu", "made").isDisable()).isTrue();
        assertThat(palette()).extracting(PaletteEntry::keys).doesNotContain("Ctrl+J");
        assertThat(done.get()).isZero();
    }

    @Test
    void whatALessonLocksIsDoneByNoKeyAndNotListed() {
        Pace before = workspace.lab().paceProperty().get();
        robot.interact(() -> {
            find("speed").setDisable(true);
            find("runButtons").setDisable(true);
        });
        robot.push(KeyCode.SUBTRACT).push(KeyCode.F6);

        assertThat(workspace.lab().paceProperty().get()).isEqualTo(before);
        assertThat(workspace.run().updates()).isZero();
        assertThat(palette())
                .extracting(PaletteEntry::keys)
                .doesNotContain("−", "F6")
                .contains("F2");
        robot.interact(() -> {
            find("speed").setDisable(false);
            find("runButtons").setDisable(false);
        });
        robot.push(KeyCode.SUBTRACT);
        assertThat(workspace.lab().paceProperty().get()).isNotEqualTo(before);
        assertThat(palette()).extracting(PaletteEntry::keys).contains("−", "F6");
    }

    @Test
    void twoCommandsWithOneKeyAreRefused() {
        Commands few = new Commands();
        few.add(made);
        few.add("fileMenu", "another", "ui.save", done::incrementAndGet, "Shortcut+H");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> few.add("viewMenu", "other", "ui.save", done::incrementAndGet, "Shortcut+J"))
                .withMessageContaining("Shortcut+J");
        assertThat(few.all()).extracting(Command::id).containsExactly("made", "another");
    }
}
