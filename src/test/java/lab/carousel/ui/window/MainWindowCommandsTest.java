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
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Window;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.help.Help.KeyPage;
import lab.carousel.ui.palette.PaletteEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A command is declared once, and found wherever commands are. */
class MainWindowCommandsTest extends MainWindowFixture {

    private final AtomicInteger done = new AtomicInteger();
    /** What no other one has: a key, and words that are there for something else. */
    private final Command made = new Command("fileMenu", "made", "status.letBack", done::incrementAndGet)
            .keys("Shortcut+J")
            .explained();

    private void add() {
        robot.interact(() -> menu().getItems().add(made.item()));
    }

    private static MenuButton menu() {
        return (MenuButton) find("fileMenu");
    }

    @AfterEach
    void takeAway() {
        robot.interact(() -> {
            menu().getItems().removeIf(item -> "made".equals(item.getId()));
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
        robot.interact(() -> page[0] =
                KeyPage.markdown(KeyTable.of(Command.in(window.toolbar)), Optional.empty(), Optional.empty()));
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
        Command own = made.keys("Shortcut+U");
        HBox bar = new HBox();
        robot.interact(() -> {
            bar.getChildren().add(own.doneBy(new Button("made")));
            Command.listen(window, bar);
        });
        robot.push(KeyCode.CONTROL, KeyCode.U);

        assertThat(Tip.of(bar.getChildren().get(0))).endsWith(" (Ctrl+U)");
        assertThat(done.get()).isEqualTo(1);
        robot.interact(() -> own.disabled().set(true));
        robot.push(KeyCode.CONTROL, KeyCode.U);
        assertThat(bar.getChildren().get(0).isDisabled()).isTrue();
        assertThat(done.get()).isEqualTo(1);
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
    void twoCommandsWithOneKeyAreRefused() {
        MenuButton menu = new MenuButton();
        menu.getItems().addAll(made.item(), made.keys("Shortcut+H").item());
        Node part = new HBox(menu);
        Command.listen(new HBox(), part);
        menu.getItems()
                .add(new Command("viewMenu", "other", "ui.save", done::incrementAndGet)
                        .keys("Shortcut+J")
                        .item());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Command.listen(new HBox(), part))
                .withMessageContaining("Shortcut+J");
    }
}
