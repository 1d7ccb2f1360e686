package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Window;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Freeze;
import lab.carousel.ui.controls.LateMenu;

/**
 * Everything that a person does in the window, one thing at a time, and how long each holds up the window: the longest time
 * of the processor that its thread needs in one go, which other programs do not lengthen, and where it was when it stood still.
 */
final class Actions {

    private static final int MOST_MILLIS = 100;
    /** Where all words or colours change, or a task at its bounds is opened. */
    private static final Pattern SLOWER = Pattern.compile("view-dark|view-colours|open .*carousel");

    private static final int MOST_MILLIS_SLOWER = 400;
    private static final List<String> MENUS = List.of(
            "presets", "editMenu", "viewMenu", "exportMenu", "fileMenu", "lessonMenu", "helpMenu", "microscopePlaces");
    private static final String WORDS = "forget gate carousel";

    private final Path folder;
    private final List<Freeze> freezes = new CopyOnWriteArrayList<>();
    private final RealWindow shown = new RealWindow(Experiment.reference(), MOST_MILLIS, freezes::add);
    private final Holds holds = new Holds(MOST_MILLIS);
    /** What is waited for besides. */
    private BooleanSupplier isThere = () -> true;
    /** A line for each action. */
    final List<String> report = new ArrayList<>();

    Actions(Path folder) {
        this.folder = folder;
    }

    List<String> falls() {
        return shown.falls;
    }

    void run() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        shown.dialogs.mayOverwrite = true;
        shown.show();
        holds.begin();
        calm(20_000);
        act("play", () -> shown.workspace().lab().play());
        fresh();
        act("prepare", () -> shown.window().warmUp());
        for (int round = 1; round <= 2; round++) {
            places(round);
            menus(round);
            help(round);
        }
        rest();
        for (Path file : Bounds.files(folder)) {
            isThere = () -> shown.workspace().title().getValue().startsWith(name(file));
            act("open " + name(file), () -> shown.window().open(file));
            act("play it", () -> shown.workspace().lab().play());
        }
        holds.end();
        shown.close();
    }

    private void act(String name, Runnable action) throws InterruptedException, ExecutionException, TimeoutException {
        freezes.clear();
        shown.onScreen(holds::forget);
        long start = System.nanoTime();
        shown.onScreen(action);
        long at = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        calm(15_000);
        long wall = freezes.stream().mapToLong(Freeze::millis).max().orElse(0);
        long cpu = holds.longestMillis();
        boolean isOver = cpu > (SLOWER.matcher(name).find() ? MOST_MILLIS_SLOWER : MOST_MILLIS);
        report.add((isOver ? "OVER " : "") + name + ": " + cpu + " ms of the processor, " + at
                + " until done, stood still " + wall);
        if (isOver) {
            freezes.forEach(freeze -> report.add(freeze.toString()));
        }
    }

    /** Until nothing more comes of it. */
    private void calm(int most) throws InterruptedException, ExecutionException, TimeoutException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most);
        boolean[] isDown = {true};
        while (!isThere.getAsBoolean() && System.nanoTime() - end < 0) {
            Thread.sleep(50);
        }
        for (int quiet = 0; quiet < 2 && System.nanoTime() - end < 0; quiet++) {
            Thread.sleep(150);
            shown.onScreen(
                    () -> isDown[0] = shown.workspace().background().barrier().isDown());
            if (isDown[0]) {
                quiet = -1;
            }
        }
    }

    /** What a person is first to look at, as long as the window has made nothing that is not seen. */
    private void fresh() throws InterruptedException, ExecutionException, TimeoutException {
        for (String id : MENUS) {
            act("open " + id, () -> menu(id).show());
            act("close " + id, () -> menu(id).hide());
        }
        for (MenuItem place : places()) {
            act("first " + name(place), place::fire);
        }
        for (String way : List.of("to", "from", "to", "from")) {
            act("studies " + way, () -> ((ButtonBase) shown.window().lookup("#showStudies")).fire());
        }
        isThere = () -> manual().isPresent();
        act("first manual", items("helpMenu").get(0)::fire);
        isThere = () -> true;
        act("away", () -> manual().orElseThrow().getScene().getWindow().hide());
    }

    /** Those that can be chosen; the others are headings. */
    private List<MenuItem> places() throws InterruptedException, ExecutionException, TimeoutException {
        return items("microscopePlaces").stream()
                .filter(item -> !item.isDisable())
                .toList();
    }

    private MenuButton menu(String id) {
        return (MenuButton) shown.window().lookup("#" + id);
    }

    private void places(int round) throws InterruptedException, ExecutionException, TimeoutException {
        for (MenuItem item : places()) {
            act("place " + name(item) + " " + round, item::fire);
            if (round == 1) {
                controls("microscope", name(item));
            }
        }
    }

    private void menus(int round) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        for (String menu :
                List.of("presets", "editMenu", "viewMenu", "exportMenu", "fileMenu", "lessonMenu", "viewMenu")) {
            int count = items(menu).size();
            for (int index = 0; index < count; index++) {
                List<MenuItem> now = items(menu);
                if (index >= now.size() || now.get(index).isDisable()) {
                    continue;
                }
                MenuItem item = now.get(index);
                shown.dialogs.answer =
                        Files.createDirectories(folder.resolve("exported")).resolve("x" + index);
                act(menu + " " + name(item) + " " + round, () -> {
                    if (item instanceof CheckMenuItem check) {
                        check.setSelected(!check.isSelected());
                    } else if (item instanceof RadioMenuItem radio) {
                        radio.setSelected(true);
                    }
                    item.fire();
                });
            }
        }
    }

    /** What is on the screen besides: the editors, the run, the studies, a lesson, the size of the window. */
    private void rest() throws InterruptedException, ExecutionException, TimeoutException {
        for (String part : List.of("taskEditor", "hyperparameters", "lossView", "state", "history", "toolbar")) {
            controls(part, "");
        }
        act("preset again", items("presets").get(0)::fire);
        act("play", () -> shown.workspace().lab().play());
        // what draws into memory has no room beyond its screen
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        act("wider", () -> shown.stage().setWidth(Math.min(1_700, screen.getWidth())));
        act("higher", () -> shown.stage().setHeight(Math.min(1_000, screen.getHeight())));
        act("narrower", () -> shown.stage().setWidth(RealWindow.WIDTH - 200));
        act("as before", () -> shown.stage().setWidth(RealWindow.WIDTH));
        controls("studies", "");
        act("lesson", items("lessonMenu").get(0)::fire);
        for (int step = 0; step < 12; step++) {
            controls("lessonCard", "step " + step);
        }
    }

    /** Each control of a part that is seen, once. */
    private void controls(String part, String where) throws InterruptedException, ExecutionException, TimeoutException {
        List<Node> found = new ArrayList<>();
        shown.onScreen(() -> shown.window().lookupAll("#" + part).forEach(node -> collect(node, found)));
        int number = 0;
        for (Node control : found.subList(0, Math.min(found.size(), 40))) {
            number++;
            if (control.getScene() == null || control.isDisabled()) {
                continue;
            }
            String name = part + " " + where + " " + number + " "
                    + control.getClass().getSimpleName() + " " + (control.getId() == null ? "" : control.getId());
            for (Use use : Use.of(control)) {
                act(name + use.name(), use.action());
            }
        }
    }

    private static void collect(Node node, List<Node> into) {
        if (node.isVisible() && node instanceof Control control && isOfInterest(control)) {
            into.add(control);
        } else if (node.isVisible() && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static boolean isOfInterest(Control control) {
        return control instanceof ButtonBase && !(control instanceof MenuButton)
                || control instanceof Slider
                || control instanceof TextInputControl
                || control instanceof ComboBoxBase
                || control instanceof ListView;
    }

    private void help(int round) throws InterruptedException, ExecutionException, TimeoutException {
        isThere = () -> manual().isPresent();
        for (MenuItem item : items("helpMenu")) {
            act("helpMenu " + name(item) + " " + round, item::fire);
        }
        isThere = () -> true;
        TextField field = (TextField) manual().orElseThrow().lookup("#manualSearch");
        for (int letter = 1; letter <= WORDS.length(); letter++) {
            String words = WORDS.substring(0, letter);
            act("search " + words + " " + round, () -> field.setText(words));
        }
        act("open the hit " + round, () -> Use.press(field, KeyCode.ENTER));
        act("away " + round, () -> field.getScene().getWindow().hide());
    }

    private Optional<Parent> manual() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window != shown.stage() && window.isShowing() && window.getScene() != null)
                .map(window -> window.getScene().getRoot())
                .filter(root -> "manual".equals(root.getId()))
                .findFirst();
    }

    private List<MenuItem> items(String menu) throws InterruptedException, ExecutionException, TimeoutException {
        List<MenuItem> found = new ArrayList<>();
        shown.onScreen(() -> leaves(LateMenu.items(menu(menu)))
                .filter(item -> item.getText() != null || item.getId() != null)
                .forEach(found::add));
        return found;
    }

    private static Stream<MenuItem> leaves(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? leaves(menu.getItems()) : Stream.of(item));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String name(MenuItem item) {
        return item.getId() == null ? item.getText() : item.getId();
    }
}
