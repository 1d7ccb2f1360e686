package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.domain.Bounds;
import lab.carousel.task.Alphabet;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into the page, or stands in an address, is read as the program reads it. */
class PageFormTest {

    private static final Experiment GIVEN = Experiment.reference();

    private static Map<String, Object> read(Map<String, String> typed) {
        return PageForm.read(typed, GIVEN);
    }

    private static Experiment experiment(Map<String, String> typed) {
        Map<String, Object> read = read(typed);
        assertThat(read.get("complaints")).isEqualTo(Map.of());
        return PageForm.experiment(read.get("experiment"));
    }

    @Test
    void everyExperimentComesBackFromItsTextsAndItsValues() {
        List<Experiment> all = PageComputingTest.allCases().stream()
                .map(PageComputingTest.Case::experiment)
                .toList();
        assertThat(all).hasSizeGreaterThan(100).allSatisfy(experiment -> {
            assertThat(PageForm.experiment(PageForm.written(experiment))).isEqualTo(experiment);
            if (experiment.task().listedSequences() > 0) {
                assertThat(experiment(PageForm.texts(experiment))).isEqualTo(experiment);
            }
        });
    }

    /** Of the same bits, and no sequence of it can be typed; a long one does not fit, and that is told. */
    @Test
    void aSeriesComesBackFromItsValuesUnlessItIsTooLong() {
        Hyperparameters linear = Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR);
        for (int rows : new int[] {40, 1_001, 1_002}) {
            double[][] values = new double[2][rows];
            for (int row = 0; row < rows; row++) {
                values[0][row] = 1.0 / (row + 3);
                values[1][row] = row * 1e-7;
            }
            SeriesData data = new SeriesData(SeriesData.OWN, List.of("x", "y"), values, List.of());
            Experiment own = new Experiment(Series.task(data, SeriesFeed.of(rows)), linear, EngineName.KERNEL);
            Map<String, Object> read = PageForm.read(Map.of("seed", "5", "sequences", "0 1"), own);
            if (rows <= 1_001) {
                assertThat(PageForm.experiment(read.get("experiment")))
                        .isEqualTo(own.with(all -> all.with(Settings.SEED, 5L)));
            } else {
                assertThat(read).doesNotContainKey("experiment");
                assertThat(read.get("complaints").toString())
                        .contains("The task has 1,001 steps; a page holds at most 1,000.");
            }
        }
    }

    @Test
    void whatIsNotTypedIsThatOfTheGivenExperiment() {
        Experiment read = experiment(Map.of("hiddenUnits", "7", "cell", "gru"));
        assertThat(read).isEqualTo(GIVEN.with(all -> all.with(Settings.HIDDEN_UNITS, 7)
                .with(Settings.CELL, lab.carousel.model.layout.Cell.GRU)));
        Experiment drawn = new Experiment(Task.drawn(FixedGap.of(4)), Hyperparameters.reference(), EngineName.KERNEL);
        Map<String, Object> changed = PageForm.read(Map.of("sequences", "0 1", "seed", "5"), drawn);
        assertThat(PageForm.experiment(changed.get("experiment")))
                .as("sequences that are drawn are not typed")
                .isEqualTo(drawn.with(all -> all.with(Settings.SEED, 5L)));
    }

    @Test
    void aTaskBringsItsSymbolsUnlessTheAlphabetThatWasGivenHasThem() {
        assertThat(experiment(Map.of("sequences", "4 0 4\n3 0 3")).task().alphabet())
                .isEqualTo(GIVEN.task().alphabet());
        assertThat(experiment(Map.of("sequences", "y a y\n\n x  a\u2003x ")).task())
                .isEqualTo(Task.parse("y a x", "y a y", "x a x"));
        assertThat(experiment(Map.of("sequences", "y a y", "alphabet", "a y b")).task())
                .isEqualTo(Task.parse("a y b", "y a y"));
    }

    @Test
    void aDecimalCommaAndAnEmptyIntervalAreRead() {
        Experiment read = experiment(Map.of("learningRate", " 0,25 ", "updateInterval", " "));
        assertThat(read.hyperparameters().get(Settings.LEARNING_RATE)).isEqualTo(0.25);
        assertThat(read.hyperparameters().get(Settings.UPDATE_INTERVAL)).isEqualTo(UpdateInterval.WHOLE_SEQUENCE);
    }

    private static void complains(String field, String text, String expected) {
        Map<String, Object> read = read(Map.of(field, text));
        assertThat(read.get("complaints")).as(text).isEqualTo(Map.of(field, expected));
        assertThat(read).doesNotContainKey("experiment");
    }

    @Test
    void whatCannotBeReadGetsAComplaintAtItsPlace() {
        complains("alphabet", "a", "The alphabet needs at least 2 symbols, separated by spaces.");
        complains("alphabet", "0 1 2 3 4 4", "The alphabet contains the symbol “4” twice: remove one.");
        complains("sequences", "", "There is nothing to learn yet: add a sequence.");
        complains("hiddenUnits", "0", "The number of hidden units must be a whole number from 1 to 512.");
        complains("hiddenUnits", "2.5", "Type a whole number, for example 20.");
        complains("epochs", "many", "Type a whole number, for example 250.");
        complains("epochs", "10001", "The number of epochs must be a whole number from 0 to 10,000.");
        complains("seed", "-1", "The seed must be a whole number from 0 to 9,007,199,254,740,991.");
        complains("learningRate", "0", "The learning rate must be a number above 0 and at most 100.");
        complains("learningRate", "1e400", "The learning rate must be a number above 0 and at most 100.");
        complains("updateInterval", "half", "Type a whole number of steps, for example 1.");
        complains("output", "SOFTMAX", "“SOFTMAX” is not possible here: use one of sigmoid, softmax, linear, squared.");
        complains("lag", "5", "The lag 5 is longer than the shortest sequence, which has 4 steps: use at most 4.");
        complains(
                "hiddenUnits",
                "200",
                "The network has 165,805 weights; a page holds at most 150,000. Use fewer hidden units or symbols.");
        Map<String, Object> stateless = read(Map.of("resetPolicy", "every step", "updateInterval", "2"));
        assertThat(((Map<?, ?>) stateless.get("complaints")).keySet().toString())
                .isEqualTo("[updateInterval]");
        assertThat(InLanguage.GERMAN
                        .meanwhile(() -> read(Map.of("seed", "x")).get("complaints"))
                        .toString())
                .contains("ganze Zahl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u200b", "\u009f", "\u007f"})
    void symbolsThatNobodySeesAreRefusedAsInFiles(String symbol) {
        complains(
                "sequences",
                "a " + symbol + "\nb a",
                "A symbol contains a character that cannot be shown, perhaps from pasting: type it again.");
    }

    /** So many different sequences of so many symbols, which are so long. */
    private static String sequences(int count, int length, int symbols, int letters) {
        return IntStream.range(0, count)
                .mapToObj(s -> IntStream.range(0, length)
                        .mapToObj(t -> ("s" + (s + t) % symbols + "x".repeat(letters)).substring(0, letters))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyLimitOfATaskIsTheProgramsOnItsNearSideAndOnItsFar() {
        Map<String, String> far = new LinkedHashMap<>();
        far.put(
                sequences(ListedSequences.MAX_SEQUENCES, 6, 9, 2),
                sequences(ListedSequences.MAX_SEQUENCES + 1, 5, 9, 2));
        far.put(sequences(1, PageLimits.MOST_STEPS + 1, 9, 2), sequences(1, PageLimits.MOST_STEPS + 2, 9, 2));
        far.put(sequences(1, 9, 9, Alphabet.MAX_SYMBOL_LENGTH), sequences(1, 9, 9, Alphabet.MAX_SYMBOL_LENGTH + 1));
        far.put(sequences(1, 2, 2, 2), sequences(1, 1, 2, 2));
        far.put(sequences(24, 42, 1_000, 4), sequences(30, 35, Alphabet.MAX_SYMBOLS + 1, 5));
        far.forEach((near, beyond) -> {
            assertThat(read(Map.of("sequences", near))).containsKey("experiment");
            assertThat(read(Map.of("sequences", beyond))).doesNotContainKey("experiment");
        });
    }

    static List<Setting<?>> numbers() {
        return Settings.ALL.stream()
                .filter(setting -> setting.domain().numbers().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyLimitOfASettingIsTheProgramsOnItsFarSide(Setting<?> setting) {
        Bounds bounds = setting.domain().numbers().orElseThrow().bounds();
        for (double beyond : new double[] {bounds.least() - 1, bounds.most() + 1}) {
            if (Math.abs(beyond) < 1e300) {
                assertThat(read(Map.of(setting.name(), new BigDecimal(beyond).toPlainString())))
                        .as("%s", beyond)
                        .doesNotContainKey("experiment");
            }
        }
    }

    @Test
    void whatThePageWasMadeFromMayHaveMoreEpochs() {
        Experiment given = GIVEN.with(all -> all.with(Settings.EPOCHS, 20_000));
        assertThat(PageForm.read(Map.of("epochs", "20000"), given)).containsKey("experiment");
        assertThat(PageForm.read(Map.of("epochs", "20001"), given)).doesNotContainKey("experiment");
    }

    @Test
    void saysWhichSettingsHaveNoInfluence() {
        assertThat(read(Map.of()).get("idle")).isEqualTo(Map.of("momentum", "No effect: only SGD has momentum."));
        assertThat(((Map<?, ?>) read(Map.of("optimiser", "sgd", "chronoSpan", "9"))
                                .get("idle"))
                        .keySet()
                        .toString())
                .isEqualTo("[forgetGateBias, inputGateBias]");
    }

    /** A new setting has a field without anything being said of the page. */
    @Test
    void everySettingHasAField() {
        List<Object> fields = PageForm.groups().stream()
                .flatMap(group -> ((List<?>) group.get("fields")).stream())
                .map(field -> ((Map<?, ?>) field).get("name"))
                .collect(Collectors.toList());
        assertThat(fields).containsExactlyInAnyOrderElementsOf(List.copyOf(Settings.names()));
    }
}
