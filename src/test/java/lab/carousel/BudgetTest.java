package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.ui.window.CopiedCommand;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How many files of main name a thing of a kind: the most that any has, so that a new one of the kind takes no more. That nothing
 * else has to name a new one is held by those that only tests declare, which contracts go through: {@code Cells.MINIMAL} and other
 * shapes, {@code Optimisers.ADAGRAD}, the made-up languages of {@code LanguageTest}, and the command of {@code MainWindowCommandsTest}.
 *
 * <p>Not counted is what experiments that come with the program choose, and what is said of a library that has the thing. It cannot
 * see what would have to change for a new thing although it names no other one.
 */
class BudgetTest {

    private static final Path MAIN = Path.of("src/main");
    private static final String JAVA = "src/main/java/lab/carousel/";
    private static final Pattern COUNTED = Pattern.compile(".*\\.(java|js|html|css|properties|mustache)");
    /** Presets and ready-made studies choose values. */
    private static final Pattern CHOOSES =
            Pattern.compile(".*model/Preset\\.java|.*study/ReadyMade\\.java|.*/studies\\.properties");
    /** What networks and programs of libraries have, and what is said of them. */
    private static final Pattern OF_LIBRARIES =
            Pattern.compile(".*/(file/(model|code)|engine/dl4j)/.*|.*/(ui|cli|network)\\.properties");
    /** They are the size of the network, its kinds, or the order in which it is trained: whatever computes names them. */
    private static final List<Setting<?>> OF_THE_WHOLE = List.of(
            Settings.CELL,
            Settings.HIDDEN_UNITS,
            Settings.LAYERS,
            Settings.OUTPUT,
            Settings.OPTIMISER,
            Settings.LEARNING_RATE,
            Settings.UPDATE_INTERVAL,
            Settings.EPOCHS,
            Settings.SEED,
            Settings.LOSS_WEIGHTING,
            Settings.BATCH_SIZE,
            Settings.LAG,
            Settings.RESET_POLICY,
            Settings.ORDER);

    /** Their loops are held equal to it, it is the first choice, or one equation is told with its own words. */
    private static final Pattern FAST_OR_FIRST =
            Pattern.compile(".*(model/BatchOutputs|model/Settings|engine/OneUpdate|ui/update/UpdateStages)\\.java");

    private record Source(String file, String text) {}

    /** Whatever each word stands in. */
    private static final NavigableMap<String, Set<Source>> INDEX = new TreeMap<>();

    private static final Pattern WORD = Pattern.compile("\\w+");

    @BeforeAll
    static void readEachFileOnce() {
        SourceFiles.below(MAIN, "").stream()
                .filter(file -> COUNTED.matcher(file.toString()).matches())
                .map(file -> new Source(file.toString(), SourceFiles.text(file)))
                .forEach(source -> WORD.matcher(source.text).results().forEach(word -> INDEX.computeIfAbsent(
                                word.group(), fresh -> new HashSet<>())
                        .add(source)));
    }

    /**
     * The files of main that one of these stands in, but for those that need not name a new thing.
     *
     * @param begin what a word in each of these files begins with
     */
    private static TreeSet<String> naming(List<Pattern> without, List<String> begin, String... named) {
        Pattern any = Pattern.compile(String.join("|", named));
        return begin.stream()
                .flatMap(first -> INDEX.subMap(first, first + Character.MAX_VALUE).values().stream())
                .flatMap(Set::stream)
                .distinct()
                .filter(source -> any.matcher(source.text).find())
                .map(Source::file)
                .filter(file ->
                        without.stream().noneMatch(each -> each.matcher(file).matches()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String constant(String key) {
        return key.replaceAll("([A-Z])", "_$1").toUpperCase();
    }

    static Stream<Setting<?>> settings() {
        return Settings.ALL.stream().filter(setting -> !OF_THE_WHOLE.contains(setting));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aSettingTakesAtMostEightFiles(Setting<?> setting) {
        String name = setting.name();
        TreeSet<String> files = naming(
                List.of(CHOOSES),
                List.of(name, constant(name)),
                "\\bSettings\\." + constant(name) + "\\b",
                "Setting<>\\(\\s*\"" + name + "\"",
                "\\bhyperparameters\\." + name + "\\b",
                "\\{\\{[#^/]?(unusual\\.)?" + name + "\\}\\}");
        assertThat(files).hasSizeBetween(4, 8);
    }

    @Test
    void fewSettingsAreOfTheWholeNetwork() {
        assertThat(settings()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(Settings.ALL).containsAll(OF_THE_WHOLE);
    }

    static Stream<PlaceName> places() {
        return Arrays.stream(PlaceName.values()).filter(place -> views().noneMatch(view -> view.name() == place));
    }

    static Stream<View> views() {
        return Views.all();
    }

    /** With its words, besides what lets a class see another one's network, and what a lesson asks for. */
    @ParameterizedTest
    @MethodSource("views")
    void aViewTakesAtMostFiveFiles(View view) {
        String name = view.getClass().getSimpleName();
        String key = view.name().key();
        TreeSet<String> files = naming(
                List.of(Pattern.compile(".*/(StudentNetwork|Places|LessonController)\\.java")),
                List.of(key, name, view.name().name()),
                "\\b" + name + "\\b",
                "\\bPlaceName\\." + view.name() + "\\b",
                "\\b" + view.name() + "\\(\"",
                "(?m)^" + key + "\\.menu\\b",
                "#" + key + "[A-Z]");
        assertThat(files)
                .contains(JAVA + "view/Views.java", JAVA + "view/" + name + ".java", JAVA + "lesson/PlaceName.java")
                .hasSizeBetween(5, 5);
    }

    /** None of them lists views by itself: whoever declares one finds it there. */
    @Test
    void windowPageReportAndCommandLineReadTheViewsFromOneList() {
        assertThat(naming(
                        List.of(Pattern.compile(".*/view/Views\\.java")),
                        List.of("Views"),
                        "\\bViews(::|\\.)(all|written|named)\\b"))
                .containsExactly(
                        JAVA + "cli/TrainCommand.java",
                        JAVA + "cli/ViewCommand.java",
                        JAVA + "file/page/PageStep.java",
                        JAVA + "file/page/PageViews.java",
                        JAVA + "file/report/Report.java",
                        JAVA + "ui/export/ExportMenu.java",
                        JAVA + "ui/window/Places.java");
    }

    @Test
    void eachViewIsFoundInPageReportAndCommandLine(@TempDir Path folder) {
        List<String> names = views().map(view -> view.name().key()).toList();
        String page = folder.resolve("page.html").toString();
        String report = folder.resolve("report.html").toString();
        CopiedCommand.run(List.of(
                "train",
                "--epochs",
                "1",
                "--page",
                page,
                "--report",
                report,
                "--report-views",
                String.join(",", names)));
        String help = CopiedCommand.run(List.of("view", "--help"));
        String written = SourceFiles.text(Path.of(page));
        for (String name : names) {
            assertThat(help).contains(" " + name + ": ");
            assertThat(written).contains("\"" + name + ".menu\":");
            assertThat(SourceFiles.text(Path.of(report))).contains("<h2>" + Message.text(name + ".menu") + "</h2>");
        }
    }

    /** Besides the folder of its computation and its drawing, and besides what lets other places show it. */
    @ParameterizedTest
    @MethodSource("places")
    void aPlaceTakesAtMostEightFiles(PlaceName place) {
        String key = place.key();
        String name = Character.toUpperCase(key.charAt(0)) + key.substring(1) + "Place";
        TreeSet<String> files = naming(
                List.of(),
                List.of(key, name, place.name()),
                "\\b" + name + "\\b",
                "\\bPlaceName\\." + place + "\\b",
                "\\b" + place + "\\(\"",
                "(?m)^" + key + "\\.menu\\b",
                "#" + key + "[A-Z]");
        assertThat(files)
                .contains(JAVA + "ui/window/Places.java", JAVA + "lesson/PlaceName.java")
                .hasSizeBetween(5, 8);
        assertThat(Path.of(JAVA, "ui", key.toLowerCase())).isDirectoryContaining("glob:**/" + name + ".java");
    }

    static Stream<Cell> cells() {
        return Cell.all().stream();
    }

    /** Besides its loop, where it has one to be fast, and besides being the first choice. */
    @ParameterizedTest
    @MethodSource("cells")
    void aCellTakesAtMostFourFiles(Cell cell) {
        Pattern fastOrFirst =
                Pattern.compile(".*(kernel/Layer|model/Settings|layout/ParameterLayout|study/Remedies)\\.java");
        assertThat(naming(
                        List.of(CHOOSES, OF_LIBRARIES, fastOrFirst),
                        List.of(cell.toString()),
                        "\\bCell\\." + cell + "\\b",
                        "new Cell\\(\\s*\"" + cell + "\"",
                        "(?m)^\\w+\\.(cell|\\w+\\.cell)\\." + cell + "\\b"))
                .hasSizeBetween(3, 4);
    }

    static Stream<Optimiser> optimisers() {
        return Optimiser.all().stream();
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void anOptimiserTakesAtMostFourFiles(Optimiser optimiser) {
        assertThat(naming(
                        List.of(CHOOSES),
                        List.of(optimiser.toString()),
                        "\\bOptimiser\\." + optimiser + "\\b",
                        "new Optimiser\\(\\s*\"" + optimiser + "\"",
                        "(?m)^[\\w.]+\\.optimiser\\." + optimiser + "\\b"))
                .hasSizeBetween(3, 4);
    }

    static Stream<Output> outputs() {
        return Output.all().stream();
    }

    /** That a loss which only tests declare is trained is held by {@code OutputTest}. */
    @ParameterizedTest
    @MethodSource("outputs")
    void whatOutputsComputeWithTheirLossTakesOneFileAndWords(Output output) {
        TreeSet<String> files = naming(
                List.of(CHOOSES, OF_LIBRARIES, FAST_OR_FIRST),
                List.of(output.toString()),
                "\\bOutput\\." + output + "\\b",
                "new Output\\(\\s*\"" + output + "\"");
        assertThat(files).containsExactly(JAVA + "model/Output.java");
    }

    static Stream<DrawnTask> drawnTasks() {
        return DrawnKinds.ALL.stream();
    }

    /** Its class, the list of kinds, and two bundles. */
    @ParameterizedTest
    @MethodSource("drawnTasks")
    void aDrawnTaskTakesTwoClassesAndWords(DrawnTask kind) {
        TreeSet<String> files = naming(
                List.of(CHOOSES),
                List.of(kind.getClass().getSimpleName(), kind.name()),
                "\\b" + kind.getClass().getSimpleName() + "\\b",
                "\"" + kind.name() + "\"",
                "(?m)^[\\w.]+\\.source\\." + kind.name() + "\\b");
        assertThat(files).hasSize(4);
        assertThat(files.stream().filter(file -> file.endsWith(".java"))).hasSize(2);
    }

    @Test
    void aLanguageTakesNoFileThatNamesIt() {
        List<Language> others =
                Language.all().stream().filter(each -> each != Language.ENGLISH).toList();
        assertThat(others).isNotEmpty();
        for (Language language : others) {
            assertThat(naming(
                            List.of(),
                            List.of(language.code()),
                            "\"" + language.code() + "\"",
                            "/" + language.code() + "/"))
                    .as(language.code())
                    .isEmpty();
        }
    }

    @Test
    void whatIsNamedInOneFileMoreIsCounted() {
        assertThat(naming(List.of(), List.of("LSTM1997"), "\\bCell\\.LSTM1997\\b"))
                .isEmpty();
        TreeSet<String> files = naming(List.of(), List.of("LSTM1997"), "new Cell\\(\\s*\"LSTM1997\"");
        assertThat(files).containsExactly(JAVA + "model/layout/Cell.java");
        assertThat(naming(
                        List.of(Pattern.compile(".*Cell\\.java")), List.of("LSTM1997"), "new Cell\\(\\s*\"LSTM1997\""))
                .isEmpty();
    }

    /** In each language, besides those that have a section of their own there. */
    @Test
    void thePageNamesThePlacesThatOnlyTheWindowHas() {
        Set<PlaceName> inPage = EnumSet.of(PlaceName.CELL, PlaceName.PREDICTIONS);
        views().map(View::name).forEach(inPage::add);
        for (Language language : Language.all()) {
            String names = language.meanwhile(() -> EnumSet.complementOf(EnumSet.copyOf(inPage)).stream()
                    .map(place -> Message.text(place.key() + ".menu"))
                    .collect(Collectors.joining(", ")));
            assertThat(language.meanwhile(() -> Message.text("page.view.window")))
                    .endsWith(": " + names + ".");
        }
    }
}
