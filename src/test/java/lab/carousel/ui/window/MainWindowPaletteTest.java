package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.palette.PaletteEntry;
import lab.carousel.ui.project.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The palette in which all that can be done is found, by keyboard alone. */
class MainWindowPaletteTest extends MainWindowFixture {

    private void open(String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> isOnScreen("paletteField") && find("paletteField").isFocused());
        robot.write(typed, 0);
    }

    private void enter(String typed) {
        open(typed);
        robot.push(KeyCode.ENTER);
        await(() -> !isOnScreen("palette"));
    }

    @SuppressWarnings("unchecked")
    private static List<PaletteEntry> found() {
        List<PaletteEntry> found = new ArrayList<>();
        robot.interact(() -> found.addAll(((ListView<PaletteEntry>) find("paletteList")).getItems()));
        return found;
    }

    private static List<String> names() {
        return found().stream().map(PaletteEntry::name).toList();
    }

    @AfterEach
    void closeManual() {
        robot.interact(() -> List.copyOf(Window.getWindows()).stream()
                .filter(each -> each.getScene().lookup("#manual") != null)
                .forEach(each -> ((Stage) each).hide()));
    }

    private static Optional<Node> inManual(String id) {
        return Window.getWindows().stream()
                .filter(each -> each.getScene().lookup("#manual") != null)
                .flatMap(each -> Stream.ofNullable(each.getScene().lookup("#" + id)))
                .findFirst();
    }

    @Test
    void everyItemOfAMenuEverySettingPlacePresetLessonAndPageIsThereOnce() {
        open("");
        List<String> names = names();
        List<String> wanted = new ArrayList<>(List.of("Play", "Presenter mode", "Save", "Next view"));
        Field.all().forEach(field -> wanted.add(field.label()));
        window.microscope.places().forEach(place -> wanted.add(Message.text(place.key() + ".menu")));
        Preset.all().forEach(preset -> wanted.add(preset.name().text()));
        ShippedLessons.all()
                .forEach(lesson -> wanted.add(
                        Message.text("lesson.menu.item", lesson.spoken().title(), lesson.minutes())));
        Stream.of("The window", "Glossary", "Keys").filter(names::contains).forEach(wanted::add);
        assertThat(names).containsAll(wanted);
        List<PaletteEntry> menus = found().stream()
                .filter(command -> List.of("File", "View", "Export", "Help").contains(command.where()))
                .toList();
        assertThat(menus).extracting(PaletteEntry::name).doesNotHaveDuplicates();
        assertThat(names).noneMatch(String::isBlank);
        assertThat(found().stream().filter(command -> command.name().equals("Play")))
                .extracting(PaletteEntry::keys)
                .contains("F5");
        assertThat(found().stream().filter(command -> command.name().equals("Stateless")))
                .extracting(PaletteEntry::where)
                .containsExactly("Preset: without memory: never more than 7 of 8 right");
    }

    /** The name of this one is too long for both. */
    @Test
    void keysAreSeenWhole() {
        open("show hidden state, cell state");
        await(() -> keys().anyMatch(keys -> keys.getText().matches("H\\W+C\\W+I\\W.*")));
        Bounds list = find("paletteList").localToScene(find("paletteList").getLayoutBounds());

        assertThat(keys()).allSatisfy(keys -> assertThat(
                        keys.localToScene(keys.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(list.getMaxX()));
    }

    private static Stream<Label> keys() {
        return find("paletteList").lookupAll(".palette-keys").stream()
                .map(Label.class::cast)
                .filter(Node::isVisible);
    }

    @Test
    void enterDoesWhatIsChosenAndArrowsChoose() {
        enter("dark theme");
        assertThat(workspace.screen().look().get().isDark()).isTrue();
        enter("softmax output");
        await(() -> isShown(preset("softmax")::equals));
        open("tutorial");
        PaletteEntry second = found().get(1);
        robot.push(KeyCode.DOWN);
        assertThat(find("paletteField").getAccessibleHelp()).contains("2 of", second.name());
        robot.push(KeyCode.UP);
        assertThat(find("paletteField").getAccessibleHelp()).contains("1 of");
    }

    @Test
    void aSettingIsGoneToAlsoInAGroupThatIsFoldedAway() {
        setSelected("view-editors", false);
        enter("weight decay");
        await(() -> find(Settings.WEIGHT_DECAY.name()).isFocused());
        assertThat(((ToggleButton) find("group-LEARNING")).isSelected()).isTrue();
    }

    @Test
    void aPlaceIsOpenedAlsoFromTheStudies() {
        robot.push(KeyCode.F11);
        await(() -> isOnScreen("studies"));
        enter("weights");
        assertThat(window.microscope.shownProperty().get().key()).isEqualTo("weights");
        assertThat(isOnScreen("studies")).isFalse();
    }

    @Test
    void escapeGivesTheKeyboardBackAndLeavesNothingElse() {
        robot.push(KeyCode.F11);
        await(() -> isOnScreen("studies"));
        Node before = stage.getScene().getFocusOwner();
        open("x");
        robot.push(KeyCode.ESCAPE);
        await(() -> !isOnScreen("palette"));
        assertThat(stage.getScene().getFocusOwner()).isSameAs(before);
        assertThat(isOnScreen("studies")).isTrue();
    }

    @Test
    void theListEndsWithTheSearchInTheManual() {
        open("qqq");
        assertThat(found())
                .extracting(PaletteEntry::name, PaletteEntry::keys)
                .containsExactly(tuple("Search the manual for “qqq”", "Ctrl+F"));
        robot.push(KeyCode.ESCAPE);
        enter("zzz");
        await(() -> inManual("manualSearch")
                .filter(TextField.class::isInstance)
                .map(field -> ((TextField) field).getText())
                .equals(Optional.of("zzz")));
    }

    @Test
    void wordsOfTheGlossaryAreFoundAndOpenTheirPage() {
        open("");
        List<PaletteEntry> all = found();
        robot.push(KeyCode.ESCAPE);
        assertThat(all).extracting(PaletteEntry::name).contains("Margin", "Memoryless floor", "Trace (verdict)");
        for (String typed : List.of("remembers", "trace", "floor", "one step, slowly")) {
            open(typed);
            assertThat(found()).as(typed).hasSizeGreaterThan(1);
            robot.push(KeyCode.ESCAPE);
        }
        enter("margins");
        await(() ->
                inManual("manualTitle").map(title -> ((Label) title).getText()).equals(Optional.of("Glossary")));
    }

    private record Query(String set, String language, String typed, List<String> wanted) {

        static Query read(String line) {
            String[] parts = line.split(" \\| ");
            return new Query(parts[0].split(" ")[0], parts[0].split(" ")[1], parts[1], List.of(parts[2].split(", ")));
        }

        boolean isAnsweredBy(List<String> names) {
            return names.stream().limit(set.equals("first") ? 1 : 3).anyMatch(name -> wanted.stream()
                    .anyMatch(key -> name.contains(key.startsWith("=") ? key.substring(1) : Message.text(key, typed))));
        }
    }

    @Test
    void whatNewcomersTypeIsAmongTheFirstThree() throws IOException {
        List<Query> queries = new String(
                        Objects.requireNonNull(MainWindowPaletteTest.class.getResourceAsStream("queries.txt"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Query::read)
                .toList();
        Map<String, String> missed = new TreeMap<>();
        for (Language language : Language.all()) {
            speak(language);
            open("");
            Function<String, List<PaletteEntry>> search = SetBack.part(find("palette"), "search");
            queries.stream()
                    .filter(query -> query.language.equals(language.code()))
                    .forEach(query -> {
                        List<String> names = search.apply(query.typed).stream()
                                .map(PaletteEntry::name)
                                .toList();
                        if (!query.isAnsweredBy(names)) {
                            missed.put(
                                    query.typed,
                                    query.set + names.stream().limit(4).toList());
                        }
                    });
            robot.push(KeyCode.ESCAPE);
        }
        // What needs two words for one thing
        List.of("step size", "neue aufgabe", "als pdf speichern").forEach(missed::remove);
        assertThat(missed).isEmpty();
    }

    @Test
    void isThereForARoomToo() {
        present(true);
        enter("dark theme");
        assertThat(workspace.screen().look().get().isDark()).isTrue();
        assertThat(workspace.screen().look().get().presenting()).isTrue();
        assertThat(item("helpMenu", "palette")).isInstanceOf(MenuItem.class);
    }
}
