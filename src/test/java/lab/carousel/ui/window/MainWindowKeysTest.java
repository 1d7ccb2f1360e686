package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import lab.carousel.classroom.LiveClass;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.ui.Nodes;
import lab.carousel.ui.controls.FirstControl;
import lab.carousel.ui.controls.LateMenu;
import org.junit.jupiter.api.Test;

/**
 * The list of keys against what the keys do. Every key is pressed in every place; what a place uses up, and a plain control
 * of its kind does not, must stand in the list, and what stands there must be used up.
 */
class MainWindowKeysTest extends MainWindowFixture {

    private static final Set<KeyCode> MODIFIERS = Set.of(
            KeyCode.SHIFT,
            KeyCode.CONTROL,
            KeyCode.ALT,
            KeyCode.META,
            KeyCode.COMMAND,
            KeyCode.SHORTCUT,
            KeyCode.WINDOWS,
            KeyCode.ALT_GRAPH,
            KeyCode.UNDEFINED,
            KeyCode.CAPS,
            KeyCode.NUM_LOCK);

    /** Groups of the list whose keys hold in the whole window. */
    private static final List<String> EVERYWHERE =
            List.of("toolbar", "history", "fileMenu", "editMenu", "lessonMenu", "viewMenu", "helpMenu");

    /** Groups whose keys hold in a node of this id. */
    private static final Map<String, String> NODES = Map.ofEntries(
            Map.entry("lossView", "lossPlot"),
            Map.entry("state", "stateHeatmap"),
            Map.entry("hyperparameters", "hiddenUnitsSlider"),
            Map.entry("taskEditor", "sequenceField0"),
            Map.entry("microscope", "microscopeWide"),
            Map.entry("microscope-cell", "cellTerms"),
            Map.entry("microscope-slow", "slow"),
            Map.entry("microscope-update", "update-next"),
            Map.entry("microscope-transplant", "shownGrid"),
            Map.entry("lessonCard", "lessonCard"),
            Map.entry("lessonVote", "lessonCard"));

    private final Map<String, Set<String>> listed = ListedKeys.listed();

    /** The node found last by {@link #present}. */
    private Node presentLast;

    @Test
    void whatHoldsEverywhereIsListed() {
        Set<String> all =
                EVERYWHERE.stream().flatMap(group -> listed.get(group).stream()).collect(Collectors.toSet());
        Set<String> found = accelerators();
        found.addAll(usedUp("toolbar", key -> true));
        assertThat(found).as("what the list has does something").containsAll(all);
        assertThat(ListedKeys.missing(found, all)).as("missing in the list").isEmpty();
    }

    @Test
    void whatHoldsInTheLossChartIsListed() {
        trainEpoch();
        compare("lossView", new Pane(), "");
    }

    @Test
    void whatHoldsInTheHeatmapIsListed() {
        awaitHeatmap();
        Set<String> found = typed();
        // Escape has nothing to do where nothing is selected
        robot.interact(() -> isUsedUp(window, find("stateHeatmap"), pressed(KeyCode.RIGHT, 0)));
        compare("state", new Pane(), "[A-Z]");
        open(all -> all.with(Settings.CELL, Cell.GRU));
        await(() -> typed().contains("Z"));
        found.addAll(typed());
        assertThat(found)
                .isEqualTo(listed.get("state").stream()
                        .filter(key -> key.matches("[A-Z]"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatHoldsOnASliderIsListed() {
        compare("hyperparameters", new Slider(), "", "Home", "End", "Space");
    }

    @Test
    void whatHoldsInTheMicroscopeIsListed() {
        compare("microscope", new ToggleButton(), "");
    }

    /** Not every key: some change what there is, and those after them would meet something else. */
    @Test
    void whatIsListedOfAPlaceDoesSomethingThere() {
        showPlace("transplant");
        robot.interact(() -> Nodes.all(window)
                .filter(node -> node.getStyleClass().contains("unit-grid") && FirstControl.isOnScreen(node))
                .findFirst()
                .orElseThrow()
                .setId("shownGrid"));
        assertUsedUp("microscope-transplant");
        showPlace("update");
        robot.push(KeyCode.F6);
        await(() -> !find("update-next").isDisabled());
        assertUsedUp("microscope-update");
        showPlace("cell");
        robot.interact(
                () -> ((TableView<?>) find("cellTerms")).getSelectionModel().select(3));
        assertUsedUp("microscope-cell");
        robot.interact(() -> ((ToggleButton) find("slow")).fire());
        assertUsedUp("microscope-slow");
        assertUsedUp("taskEditor");
        startLesson("tutorial");
        assertUsedUp("lessonCard");
        robot.interact(() -> workspace
                .lesson()
                .liveProperty()
                .set(Optional.of(new LiveClass(folder.resolve("class"), Optional.empty(), true))));
        await(() -> isThere("lessonAnswered"));
        assertUsedUp("lessonVote");
    }

    private void assertUsedUp(String group) {
        assertThat(usedUp(NODES.get(group), listed.get(group)::contains)).isEqualTo(listed.get(group));
    }

    @Test
    void everyGroupIsCompared() {
        // The manual and presenter mode have tests of their own; of the other two the keys act on rows that first have
        // to be made
        Stream<String> elsewhere = Stream.of("microscope-lesion", "studies", "help", "presenter");
        assertThat(ManualPage.read("keys.md", ShippedManual.markdown("keys.md")).places())
                .extracting(anchor -> anchor.replaceFirst("keys-", ""))
                .containsExactlyInAnyOrderElementsOf(Stream.of(EVERYWHERE.stream(), NODES.keySet().stream(), elsewhere)
                        .flatMap(groups -> groups)
                        .toList());
    }

    /** Compares a group of the list with what its place uses up beyond the window and beyond a plain control. */
    private void compare(String group, Node plain, String notPressed, String... alsoUsual) {
        Set<String> usual = usedUp("toolbar", key -> true);
        robot.interact(() -> {
            Pane root = new Pane(plain);
            new Scene(root, 200, 200);
            root.applyCss();
            root.layout();
            usual.addAll(usedUp(root, () -> plain, key -> true));
        });
        usual.addAll(List.of(alsoUsual));
        Set<String> wanted = listed.get(group).stream()
                .filter(key -> !key.matches(notPressed))
                .collect(Collectors.toSet());
        Set<String> found = usedUp(NODES.get(group), key -> true);
        assertThat(found).as("what the list has for %s does something", group).containsAll(wanted);
        found.removeAll(usual);
        assertThat(ListedKeys.missing(found, wanted))
                .as("missing in the list, of %s", group)
                .isEmpty();
    }

    /** The keys that are used up on the way to a node and back, without the accelerators of menus. */
    private Set<String> usedUp(String id, Predicate<String> wanted) {
        Set<String> used = new TreeSet<>();
        robot.interact(() -> {
            used.addAll(usedUp(window, () -> present(id), wanted));
            // Escape would mean them
            if (window.studies.isVisible()) {
                window.studies.switchOver();
            }
        });
        return used;
    }

    private static Set<String> usedUp(Node root, Supplier<Node> node, Predicate<String> wanted) {
        return Stream.of(KeyCode.values())
                .filter(code -> !MODIFIERS.contains(code))
                .flatMap(code -> IntStream.range(0, 8).mapToObj(modifiers -> pressed(code, modifiers)))
                .filter(event -> wanted.test(ListedKeys.name(event)) && isUsedUp(root, node.get(), event))
                .map(ListedKeys::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static KeyEvent pressed(KeyCode code, int modifiers) {
        String text = code.isDigitKey() && code.getName().length() == 1 ? code.getName() : "";
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                text,
                code,
                (modifiers & 1) > 0,
                (modifiers & 2) > 0,
                (modifiers & 4) > 0,
                false);
    }

    /** A node by its id; what the keys before have changed is laid out first. */
    private Node present(String id) {
        // Asked for before each of a thousand keys, and hardly ever another one
        if (presentLast != null && id.equals(presentLast.getId()) && presentLast.getScene() == window.getScene()) {
            return presentLast;
        }
        Node node = window.lookup("#" + id);
        if (node == null || node.getScene() == null) {
            window.applyCss();
            window.layout();
            // Of a list, another line may be on the screen by now
            String beginning = id.replaceAll("\\d+$", "");
            node = Nodes.all(window)
                    .filter(each -> each.getId() != null && each.getId().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
        presentLast = node;
        return node;
    }

    private static boolean isUsedUp(Node root, Node node, KeyEvent event) {
        boolean[] arrived = {false};
        EventHandler<KeyEvent> last = seen -> {
            arrived[0] = !seen.isConsumed();
            // Not on to the menus: they have accelerators, which are compared by themselves
            seen.consume();
        };
        root.addEventHandler(event.getEventType(), last);
        Event.fireEvent(node, event);
        root.removeEventHandler(event.getEventType(), last);
        return !arrived[0];
    }

    private Set<String> accelerators() {
        return Nodes.all(window)
                .filter(MenuButton.class::isInstance)
                .flatMap(menu -> all(LateMenu.items((MenuButton) menu)))
                .map(MenuItem::getAccelerator)
                .filter(accelerator -> accelerator != null)
                .map(KeyCombination::getDisplayText)
                .map(ListedKeys::ordered)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The letters that the heatmap uses up. */
    private Set<String> typed() {
        Set<String> used = new TreeSet<>();
        robot.interact(() -> {
            for (String letter : "abcdefghijklmnopqrstuvwxyz".split("")) {
                KeyEvent event =
                        new KeyEvent(KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false);
                if (isUsedUp(window, find("stateHeatmap"), event)) {
                    used.add(letter.toUpperCase(Locale.ROOT));
                }
            }
        });
        return used;
    }
}
