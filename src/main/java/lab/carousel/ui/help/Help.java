package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.lesson.Lesson;
import lab.carousel.manual.ChapterEntry;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.ShippedManual;
import lab.carousel.manual.search.Vocabulary;
import lab.carousel.text.Citation;
import lab.carousel.text.GlossaryEntry;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.Urgency;
import lab.carousel.ui.command.KeyLine;
import lab.carousel.ui.command.KeyTable;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Stylesheets;
import lab.carousel.view.SingleEntryCache;

/**
 * The manual in a window of its own beside the lab, which it leaves usable. It is built when it is opened for the first time, and
 * read in the background before. Used on the JavaFX thread.
 */
public final class Help {

    /** The name of the work that reads the manual. */
    public static final String READING = "manual";

    private static final String ABOUT = "about.md";
    private static final String DARK = "dark";
    private static final double WIDTH = 960;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 400;

    private final Background background;
    private final Supplier<Optional<Window>> lab;
    private final Supplier<List<Lesson>> lessons;
    private final BiConsumer<Lesson, Integer> onLesson;
    private boolean isRead;
    private Optional<Material> material = Optional.empty();
    private Optional<Opened> opened = Optional.empty();
    /** The last request, while the manual is being read. */
    private Optional<Consumer<Opened>> pending = Optional.empty();

    private final Supplier<Map<String, List<KeyLine>>> keys;
    private Runnable onRead = () -> {};
    private boolean isDark;

    private record Material(Manual manual, ManualSearch search) {}

    private record Opened(Manual manual, ManualView view, Stage stage) {}

    /**
     * @param lab      the window beside which it is read; empty if there is none yet
     * @param keys     gives those of the window
     * @param lessons  those whose questions are found; asked in the background
     * @param onLesson is given a lesson that shall begin, and its step, counted from 1
     */
    public Help(
            Background background,
            Supplier<Optional<Window>> lab,
            Supplier<Map<String, List<KeyLine>>> keys,
            Supplier<List<Lesson>> lessons,
            BiConsumer<Lesson, Integer> onLesson) {
        this.background = background;
        this.lab = lab;
        this.keys = keys;
        this.lessons = lessons;
        this.onLesson = onLesson;
    }

    /** @param action is told when the manual has been read */
    public void onRead(Runnable action) {
        onRead = action;
    }

    /** Reads the manual in the background, so that it opens sooner. */
    public void prepare() {
        if (!isRead) {
            isRead = true;
            Map<String, List<KeyLine>> table = keys.get();
            background.inOrder(READING, Urgency.ASIDE).ask(() -> read(table), this::take);
        }
    }

    private void take(Material read) {
        material = Optional.of(read);
        onRead.run();
        pending.ifPresent(then -> open(read, then));
        pending = Optional.empty();
    }

    /** Opens the manual as soon as it is read, which the window does not wait for. */
    private void whenOpen(Consumer<Opened> then) {
        prepare();
        material.ifPresentOrElse(read -> open(read, then), () -> pending = Optional.of(then));
    }

    private Material read(Map<String, List<KeyLine>> table) {
        Manual manual = manual(table);
        SingleEntryCache<Language, List<ManualSearch>> others =
                new SingleEntryCache<>(current -> inOthers(current, table));
        ManualSearch search = new ManualSearch(manual, lessons.get(), () -> others.of(Language.current()));
        search.warmUp();
        return new Material(manual, search);
    }

    private List<ManualSearch> inOthers(Language current, Map<String, List<KeyLine>> table) {
        return Language.all().stream()
                .filter(language -> language != current)
                .map(language -> language.meanwhile(() -> new ManualSearch(manual(table), lessons.get())))
                .toList();
    }

    private static Manual manual(Map<String, List<KeyLine>> table) {
        return ShippedManual.read(Language.current().code())
                .with(ManualPage.read(KeyPage.NAME, KeyPage.markdown(table, Optional.empty(), Optional.empty())))
                .with(ManualPage.read(SettingsPage.NAME, SettingsPage.markdown()))
                .with(ManualPage.read(GlossaryPage.NAME, GlossaryPage.markdown()))
                .with(ManualPage.read(ABOUT, about()));
    }

    /** Opens the manual where it was read last. */
    public void showManual() {
        whenOpen(now -> {});
    }

    /** Opens the manual with the keyboard in its search box. */
    public void showSearch() {
        whenOpen(now -> now.view.focusSearch());
    }

    /** Opens the manual with what is found for words. */
    public void showSearch(String words) {
        whenOpen(now -> now.view.search(words));
    }

    public void showWord(GlossaryEntry entry) {
        whenOpen(now -> now.view.open(GlossaryPage.target(entry)));
    }

    /**
     * @param names of the place where the keyboard is, the closest first: the keys of the first one that has some come
     *     first
     */
    public void showKeys(List<String> names) {
        whenOpen(now -> showKeys(now, names));
    }

    private void showKeys(Opened now, List<String> names) {
        Map<String, List<KeyLine>> table = keys.get();
        Optional<String> place = names.stream().filter(table::containsKey).findFirst();
        String markdown = KeyPage.markdown(table, place, about(now, names));
        now.view.replace(ManualPage.read(KeyPage.NAME, markdown));
        now.view.open(LinkTarget.page(KeyPage.NAME));
    }

    private static Optional<LinkTarget> about(Opened now, List<String> names) {
        return names.stream().map(now.manual::about).flatMap(Optional::stream).findFirst();
    }

    /** @param names of the place, the closest first: the first one that the manual knows counts */
    public void showPlace(List<String> names) {
        whenOpen(now -> about(now, names).ifPresent(now.view::open));
    }

    public void showAbout() {
        showPage(ABOUT);
    }

    /** The pages of the manual for those who use the program, by their titles in the contents; none until it was read, see {@link #prepare}. */
    public List<ChapterEntry> pages() {
        return material.stream()
                .flatMap(read -> read.manual.chapters().stream())
                .flatMap(chapter -> chapter.entries().stream())
                .filter(entry -> !ManualSearch.FOR_DEVELOPERS.contains(entry.page()))
                .toList();
    }

    /** The words that mean the same to whoever looks for something. */
    public static Vocabulary vocabulary() {
        return ManualSearch.spoken();
    }

    /** @param name of its file */
    public void showPage(String name) {
        whenOpen(now -> now.view.open(LinkTarget.page(name)));
    }

    private void open(Material read, Consumer<Opened> then) {
        if (opened.isPresent()) {
            bringToFront(opened.get());
            then.accept(opened.get());
            return;
        }
        Opened built = build(read);
        opened = Optional.of(built);
        setDark(isDark);
        bringToFront(built);
        // One after the other, so that nothing holds up the lab for the time of all; first what was asked for
        background.show(() -> {
            built.view.showContents();
            background.show(() -> {
                then.accept(built);
                showPieces(built.view);
            });
        });
    }

    private void showPieces(ManualView view) {
        if (view.showMore()) {
            background.show(() -> showPieces(view));
        }
    }

    private static void bringToFront(Opened now) {
        if (!now.stage.isShowing()) {
            now.stage.show();
        }
        now.stage.toFront();
        now.stage.requestFocus();
        now.view.focusPage();
    }

    private Opened build(Material read) {
        Manual manual = read.manual;
        Stage stage = new Stage();
        ManualView view = new ManualView(background, manual, read.search, onLesson, stage::hide);
        stage.setTitle(Message.text("help.title"));
        Scene scene = new Scene(view);
        Stylesheets.addTo(scene);
        scene.getAccelerators().put(KeyCombination.valueOf("F1"), () -> showKeys(List.of()));
        stage.setScene(scene);
        lab.get().ifPresent(window -> {
            Icons.copy(stage, window);
            placeBeside(stage, window);
        });
        return new Opened(manual, view, stage);
    }

    /** Closes with the lab and stays before it, so that a click into the lab does not put the manual away. */
    private static void placeBeside(Stage stage, Window window) {
        stage.initOwner(window);
        Rectangle2D place = new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        Rectangle2D screen = Screen.getScreensForRectangle(place).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
        Rectangle2D bounds = WindowPlacement.bounds(place, screen, WIDTH, LEAST_WIDTH);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setMinWidth(Math.min(LEAST_WIDTH, bounds.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, bounds.getHeight()));
    }

    /** The page about the program, with the versions of what is running. */
    private static String about() {
        String[] parts =
                ShippedManual.markdown(ABOUT, Language.current().code()).split("\n", 2);
        String version = Citation.version().orElseGet(() -> Message.text("help.about.unpacked"));
        String running = Message.text(
                "help.about.version",
                version,
                System.getProperty("java.version"),
                System.getProperty("javafx.runtime.version"),
                System.getProperty("os.name"));
        return parts[0] + "\n\n" + running + "\n" + parts[1];
    }

    public void setDark(boolean dark) {
        isDark = dark;
        opened.ifPresent(now -> {
            now.view.getStyleClass().remove(DARK);
            if (dark) {
                now.view.getStyleClass().add(DARK);
            }
        });
    }

    public void close() {
        pending = Optional.empty();
        opened.ifPresent(now -> {
            now.view.close();
            now.stage.hide();
        });
    }

    /** Where a window goes that is read beside another one: next to it if the screen has room, otherwise over its right half. */
    static final class WindowPlacement {

        private WindowPlacement() {}

        /**
         * @param screen what of the screen can be used
         * @param wanted the width that the window should have, in pixels
         * @param least  the width that it needs
         */
        static Rectangle2D bounds(Rectangle2D other, Rectangle2D screen, double wanted, double least) {
            double height = Math.min(Math.max(other.getHeight(), 0), screen.getHeight());
            double y = within(other.getMinY(), screen.getMinY(), screen.getMaxY() - height);
            double right = screen.getMaxX() - other.getMaxX();
            double left = other.getMinX() - screen.getMinX();
            if (right >= least) {
                return new Rectangle2D(other.getMaxX(), y, Math.min(wanted, right), height);
            }
            if (left >= least) {
                double width = Math.min(wanted, left);
                return new Rectangle2D(other.getMinX() - width, y, width, height);
            }
            double width = Math.min(least, screen.getWidth());
            return new Rectangle2D(screen.getMaxX() - width, y, width, height);
        }

        private static double within(double value, double least, double most) {
            return Math.max(least, Math.min(most, value));
        }
    }

    public static final class KeyPage {

        public static final String NAME = "keys.md";

        private KeyPage() {}

        /**
         * @param table the keys
         * @param place the place whose keys come first; empty if it has none, or none is meant
         * @param about where the manual tells of that place, if it does
         */
        public static String markdown(
                Map<String, List<KeyLine>> table, Optional<String> place, Optional<LinkTarget> about) {
            StringBuilder page =
                    new StringBuilder("# " + Message.text("keys.title") + "\n\n" + Message.text("keys.intro") + "\n");
            about.ifPresent(target -> page.append("\n**" + Message.text("keys.here", target.link()) + "**\n"));
            List<String> places = new ArrayList<>(table.keySet());
            places.sort(Comparator.comparing(each -> !place.equals(Optional.of(each))));
            for (String each : places) {
                page.append("\n<a id=\"keys-" + each + "\"></a>\n\n## " + KeyTable.title(each) + "\n\n");
                page.append(
                        "| " + Message.text("keys.key") + " | " + Message.text("keys.does") + " |\n| --- | --- |\n");
                for (KeyLine line : table.getOrDefault(each, List.of())) {
                    page.append("| " + keys(line) + " | " + line.words() + " |\n");
                }
            }
            return page.toString();
        }

        private static String keys(KeyLine line) {
            return line.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        }
    }
}
