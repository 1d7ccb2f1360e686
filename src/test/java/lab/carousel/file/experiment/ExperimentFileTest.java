package lab.carousel.file.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentFileTest {

    private static final String REFERENCE =
            """
            {
              "format": "carousel experiment",
              "version": 1,
              "engine": "kernel",
              "task": {
                "alphabet": "0 1 2 3 4",
                "sequences": [
                  "3 0 1 2 3",
                  "4 0 1 2 4"
                ]
              },
              "hyperparameters": {
                "cell": "lstm",
                "layers": 1,
                "hiddenUnits": 20,
                "output": "sigmoid",
                "learningRate": 0.001,
                "epochs": 250,
                "updateInterval": 1,
                "batchSize": 1,
                "lag": 1,
                "resetPolicy": "after sequence",
                "order": "as listed",
                "lossWeighting": "all steps",
                "optimiser": "adam",
                "momentum": 0.0,
                "clipping": "none",
                "forgetGateBias": 1.0,
                "inputGateBias": 0.0,
                "chronoSpan": "off",
                "seed": 1
              }
            }
            """;

    private static Experiment roundTrip(Experiment experiment) {
        return ExperimentFile.parse("x.carousel", ExperimentFile.toJson(experiment));
    }

    @Test
    void writesTheReferenceReadably() {
        assertThat(ExperimentFile.toJson(Experiment.reference())).isEqualTo(REFERENCE);
        assertThat(ExperimentFile.parse("x.carousel", REFERENCE)).isEqualTo(Experiment.reference());
    }

    @Test
    void everyValueComesBackAsItWas() {
        Experiment experiment = new Experiment(
                Task.parse("tick \"q\\ é 日本 🎠", "🎠 tick 日本 tick", "é \"q\\ é tick"),
                Hyperparameters.reference()
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 8)
                        .with(Settings.LAG, 2)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(0.3))
                        .with(Settings.MOMENTUM, 0.9)
                        .with(Settings.CLIPPING, 1e-3)
                        .with(Settings.FORGET_GATE_BIAS, -1.5)
                        .with(Settings.INPUT_GATE_BIAS, 2.25)
                        .with(Settings.CHRONO_SPAN, 1_000)
                        .with(Settings.HIDDEN_UNITS, 512)
                        .with(Settings.LEARNING_RATE, 0.1 + 0.2)
                        .with(Settings.EPOCHS, 10_000_000)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                        .with(Settings.ORDER, Order.SHUFFLED)
                        .with(Settings.SEED, Hyperparameters.MAX_SEED)
                        .with(Settings.OPTIMISER, Optimiser.RMSPROP)
                        .with(Settings.OUTPUT, Output.SOFTMAX),
                EngineName.KERNEL);
        assertThat(roundTrip(experiment)).isEqualTo(experiment);
    }

    @Test
    void aRecentSettingStandsThereOnlyWhereItIsUnusual() {
        Experiment decaying =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.WEIGHT_DECAY, 0.01));
        assertThat(ExperimentFile.toJson(decaying))
                .isEqualTo(REFERENCE.replace(
                        "    \"clipping\": \"none\",\n", "    \"weightDecay\": 0.01,\n    \"clipping\": \"none\",\n"));
        assertThat(roundTrip(decaying)).isEqualTo(decaying);
    }

    static Stream<Experiment> words() {
        return Settings.ALL.stream().flatMap(setting -> words(setting));
    }

    private static <T> Stream<Experiment> words(Setting<T> setting) {
        Hyperparameters reference = Hyperparameters.reference();
        return setting.domain().wordList().stream()
                .flatMap(word -> setting.domain().ofWord(word).stream())
                // Those are not for the symbols of the reference
                .filter(value -> !(value instanceof Output output && (output.targets() == TargetKind.NUMBERS)))
                .map(value -> Experiment.reference().with(setting.with(reference, value)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordComesBackAsItWas(Experiment experiment) {
        assertThat(roundTrip(experiment)).isEqualTo(experiment);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 2e-3, 1e-10, 2.2250738585072014E-308, 0.1, 1, 99.99999999999999, 2e-23})
    void learningRatesComeBackBitForBit(double rate) {
        Experiment experiment =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.LEARNING_RATE, rate));
        assertThat(roundTrip(experiment).hyperparameters().get(Settings.LEARNING_RATE))
                .isEqualTo(rate);
    }

    @Test
    void whatIsMissingHasTheValueOfTheReference() {
        String json = "{\"format\":\"carousel experiment\",\"version\":1,"
                + "\"task\":{\"alphabet\":\"a b\",\"sequences\":[\"a  b\\ta\"]},\"hyperparameters\":{\"seed\":7}}";
        assertThat(ExperimentFile.parse("x.carousel", json))
                .isEqualTo(new Experiment(
                        Task.parse("a b", "a b a"),
                        Hyperparameters.reference().with(Settings.SEED, 7L),
                        EngineName.KERNEL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "hiddenUnits": 20|"hiddenUnits": 2.5|line 15, column 20, at hyperparameters.hiddenUnits: Expected a whole number without decimal point or exponent, found 2.5.
            "hiddenUnits": 20|"hiddenUnits": 0|line 15, column 20, at hyperparameters.hiddenUnits: The number of hidden units must be a whole number from 1 to 512.
            "updateInterval": 1|"updateInterval": "whole"|line 19, column 23, at hyperparameters.updateInterval: Expected a whole number, or “whole sequence”, found text in quotation marks.
            "updateInterval": 1|"updateInterval": 1.0|line 19, column 23, at hyperparameters.updateInterval: Expected a whole number, or “whole sequence”, found 1.0.
            "learningRate": 0.001|"learningRate": null|line 17, column 21, at hyperparameters.learningRate: Expected a number, found null.
            "batchSize": 1|"batchSize": 5|line 20, column 18, at hyperparameters.batchSize: The batch size 5 is larger than the 4 steps of the longest sequence, so some slots would never see a symbol: use at most 4.
            "lag": 1|"lag": 5|line 21, column 12, at hyperparameters.lag: The lag 5 is longer than the shortest sequence, which has 4 steps: use at most 4.
            "adam"|"adagrad"|line 25, column 18, at hyperparameters.optimiser: “adagrad” is not possible here: use one of adam,
            "all steps"|"first step"|line 24, column 22, at hyperparameters.lossWeighting: Expected a number, or “all steps”, “last step”, found text in quotation marks.
            "kernel"|"torch"|line 4, column 13, at engine: “torch” is not possible here: use one of dl4j, kernel.
            "0 1 2 3 4"|"0 1 2 3 3"|line 6, column 17, at task.alphabet: The alphabet contains the symbol “3” twice: remove one.
            "4 0 1 2 4"|"4 0 9 2 4"|line 9, column 7, at task.sequences (2): The symbol “9” in sequence 2 is not in the alphabet: add it or change it.
            "4 0 1 2 4"|"4"|line 9, column 7, at task.sequences (2): After a single symbol there is nothing to predict: type at least two, separated by spaces.
            """)
    void aWrongValueIsToldWithItsPlace(String right, String wrong, String message) {
        assertThat(REFERENCE).contains(right);
        assertProblem(REFERENCE.replace(right, wrong), message);
    }

    private static void assertProblem(String json, String message) {
        assertThatThrownBy(() -> ExperimentFile.parse("x.carousel", json))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("x.carousel, " + message);
    }

    @Test
    void whatDoesNotGoTogetherIsToldAtTheSettingThatIsWrittenForIt() {
        assertProblem(
                REFERENCE.replace("\"kernel\"", "\"dl4j\"").replace("\"lstm\"", "\"gru\""),
                "line 4, column 13, at engine: Deeplearning4j cannot train with this kind of cell: choose the kernel,"
                        + " or change that setting.");
        assertProblem(
                REFERENCE
                        .replace("\"after sequence\"", "\"every step\"")
                        .replace("\"updateInterval\": 1", "\"updateInterval\": \"whole sequence\""),
                "line 22, column 20, at hyperparameters.resetPolicy: With the state reset");
    }

    @Test
    void aDrawnTaskIsHeldByItsSource() {
        Hyperparameters reference = Hyperparameters.reference();
        Experiment drawn = new Experiment(Task.drawn(NoisyGap.of(1_000, 50)), reference, EngineName.KERNEL);
        assertThat(ExperimentFile.toJson(drawn))
                .contains(
                        """
                  "task": {
                    "source": "2c",
                    "p": 1000,
                    "q": 50
                  },
                """);
        for (DrawnTask source : List.of(FixedGap.of(2), RandomGap.of(1_000))) {
            Experiment experiment = new Experiment(Task.drawn(source), reference, EngineName.KERNEL);
            assertThat(roundTrip(experiment)).isEqualTo(experiment);
            assertThat(ExperimentFile.toJson(experiment)).doesNotContain("\"q\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"source": "2z", "p": 3}                 | column 68, at task.source: “2z” is not possible here: use one of 2a, 2b, 2c
            {"source": "2a", "p": 1}                 | column 79, at task.p: p must be a whole number from 2 to 1,000.
            {"source": "2a", "p": 3, "q": 4}         | column 87, at task.q: “q” is not known here: use one of source, p.
            {"source": "2c", "p": 3}                 | column 57, at task: “q” is missing here: add it.
            {"source": "2c", "p": 3, "q": 2001}      | column 87, at task.q: q must be a whole number from 0 to 2,000.
            {"source": "2a", "p": 3, "alphabet": "x y"} | column 94, at task.alphabet: “alphabet” is not known here: use one of source, p.
            """)
    void aDrawnTaskThatCannotBeIsToldWithItsPlace(String task, String message) {
        assertProblem(
                "{\"format\": \"carousel experiment\", \"version\": 1, \"task\": " + task + "}", "line 1, " + message);
    }

    private static Experiment ofSeries(SeriesData data, SeriesFeed feed) {
        return new Experiment(
                Series.task(data, feed),
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
    }

    @Test
    void aShippedSeriesIsHeldByItsName() {
        Experiment airline = ofSeries(
                ShippedSeries.AIRLINE.data(),
                new SeriesFeed(0, FedValues.SEASONAL, 12, 2, 100, Leak.WINDOWS, Scaling.UNIT));
        assertThat(roundTrip(airline)).isEqualTo(airline);
        assertThat(ExperimentFile.toJson(airline))
                .contains(
                        """
                  "task": {
                    "series": "airline",
                    "target": "Passengers",
                    "fed": "seasonal",
                    "period": 12,
                    "ahead": 2,
                    "train": 100,
                    "leak": "windows",
                    "scaling": "unit"
                  },
                """);
    }

    @Test
    void anOwnSeriesComesBackToTheSameBits() {
        double[][] values = new double[2][20];
        SplittableRandom random = new SplittableRandom(1);
        for (double[] column : values) {
            Arrays.setAll(column, t -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-300, 60)));
        }
        values[0][3] = -0.0;
        values[0][4] = Double.MIN_VALUE;
        values[1][5] = 0.1 + 0.2;
        List<String> rows =
                IntStream.range(0, 20).mapToObj(row -> "row \"" + row + "\" 日").toList();
        SeriesData data = new SeriesData(SeriesData.OWN, List.of("Umsatz in €", "\"q\\"), values, rows, "Umsätze (日)");
        Experiment own = ofSeries(data, SeriesFeed.of(20).with(FedValues.DIFFERENCES));
        Experiment read = roundTrip(own);
        assertThat(read).isEqualTo(own);
        SeriesData back = ((Series) read.task().supply()).data();
        assertThat(back.rows()).isEqualTo(rows);
        assertThat(back.title()).isEqualTo("Umsätze (日)");
        assertThat(ExperimentFile.toJson(
                        ofSeries(new SeriesData(SeriesData.OWN, data.channels(), values, rows), SeriesFeed.of(20))))
                .as("as before there were titles")
                .doesNotContain("\"title\"");
        for (int column = 0; column < 2; column++) {
            assertThat(Arrays.stream(back.values()[column]).mapToLong(Double::doubleToRawLongBits))
                    .containsExactlyElementsOf(Arrays.stream(values[column])
                            .mapToLong(Double::doubleToRawLongBits)
                            .boxed()
                            .toList());
        }
    }

    private static final String SHIPPED =
            "\"series\": \"sine\", \"target\": \"x\", \"fed\": \"values\", \"period\": 0, \"ahead\": 1,"
                    + " \"train\": 300, \"leak\": \"none\"";

    private static final String OWN = SHIPPED.replace(
                    "\"sine\"",
                    "\"own\", \"channels\": [\"x\"], \"rows\": [], \"values\": [\"1 2 3 4 5 6 7 8 9 1 2 3\"]")
            .replace("300", "8");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "sine"           | "stocks"          | at task.series: “stocks” is not possible here: use one of sine,
            "target": "x"    | "target": "y"     | at task.target: “y” is not possible here: use one of x
            "values",        | "levels",         | at task.fed: “levels” is not possible here: use one of values, differences, seasonal
            "none"           | "time"            | at task.leak: “time” is not possible here: use one of none, scaler, windows
            "ahead": 1, | ``               | at task: “ahead” is missing here
            "ahead": 1,      | "ahead": 1.5,     | at task.ahead: Expected a whole number
            "ahead": 1,      | "ahead": 51,      | at task.ahead: A forecast is 1 to 50 rows ahead here, not 51.
            300              | 499               | at task.train: The training part has 5 to 498 rows here, not 499.
            "period": 0      | "period": 1e9     | at task.period: Expected a whole number
            "leak"           | "values": [], "leak" | at task.values: “values” is not known here
            """)
    void aSeriesThatCannotBeIsToldWithItsPlace(String right, String wrong, String message) {
        assertThat(ExperimentFile.parse("x.carousel", withTask(SHIPPED).formatted("linear")))
                .isEqualTo(ofSeries(ShippedSeries.SINE.data(), SeriesFeed.of(450)));
        String changed = SHIPPED.replace(right, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(SHIPPED);
        assertRefused(withTask(changed).formatted("linear"), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "values": ["1 2  | "values": ["NaN 2 | at task.values: Row 1 of column “x” has no number.
            "values": ["1 2  | "values": ["1 two | at task.values (1): “two” is no number.
            "values": ["1 2  | "values": ["1 1e999 | at task.values: Row 2 of column “x” is too large to compute with: at most 1.0E60.
            "values": ["1 2  | "values": ["1     | at task.values: A series has 12 to 20,000 rows, not 11.
            "values": ["1    | "values": ["1 2", "1 | at task.values: Each column needs a name, and each row one or none.
            "values": ["1    | "values": ["", "1 | at task.values: Each column needs a name, and each row one or none.
            ["x"]            | ["x", "y"]        | at task.values: Each column needs a name, and each row one or none.
            ["x"]            | []                | at task.values: Each column needs a name, and each row one or none.
            ["x"]            | [1]               | at task.channels (1): Expected text
            "rows": []       | "rows": ["a"]     | at task.values: Each column needs a name, and each row one or none.
            "rows": [],      | ``                | at task: “rows” is missing here
            "target": "x"    | "target": "z"     | at task.target: “z” is not possible here: use one of x
            """)
    void anOwnSeriesThatCannotBeIsToldWithItsPlace(String right, String wrong, String message) {
        assertThat(ExperimentFile.parse("x.carousel", withTask(OWN).formatted("linear"))
                        .task()
                        .inputs())
                .isEqualTo(1);
        String changed = OWN.replace(right, wrong == null ? "" : wrong);
        assertThat(changed).isNotEqualTo(OWN);
        assertRefused(withTask(changed).formatted("linear"), message);
    }

    @Test
    void aSeriesThatIsTooLongOrHasNoColumnsIsRefused() {
        String many = OWN.replace("1 2 3", "1 2 3" + " 5".repeat(20_000));
        assertRefused(
                withTask(many).formatted("linear"), "at task.values: A series has 12 to 20,000 rows, not 40,012.");
        String none = OWN.replaceFirst("\\[\"1 2[^]]*\\]", "[]").replace("[\"x\"]", "[]");
        assertRefused(
                withTask(none).formatted("linear"), "at task.values: A series has 1 to 8 columns of numbers, not 0.");
    }

    private static String withTask(String members) {
        return "{\"format\": \"carousel experiment\", \"version\": 1, \"task\": {" + members + "}, "
                + "\"hyperparameters\": {\"output\": \"%s\"}}";
    }

    @Test
    void everySymbolThatMayFollowIsWrittenOnlyWhereItCounts() {
        Experiment single = Experiment.reference();
        Experiment sets = new Experiment(single.task().withSets(true), single.hyperparameters(), single.engine());
        assertThat(ExperimentFile.toJson(single)).doesNotContain("sets");
        assertThat(ExperimentFile.toJson(sets)).contains("\"sets\": true");
        assertThat(roundTrip(sets)).isEqualTo(sets).isNotEqualTo(single);
        String off =
                withTask("\"alphabet\": \"0 1 2 3 4\", \"sequences\": [\"3 0 1 2 3\", \"4 0 1 2 4\"], \"sets\": false");
        assertThat(ExperimentFile.parse("x.carousel", off.formatted("sigmoid"))).isEqualTo(single);
    }

    @Test
    void setsThatCannotBeAreToldAtTheirPlace() {
        String listed = "\"alphabet\": \"0 1\", \"sequences\": [\"0 1\"], ";
        assertRefused(withTask(listed + "\"sets\": 1").formatted("sigmoid"), "at task.sets: Expected true or false");
        assertRefused(
                withTask(listed + "\"sets\": true").formatted("softmax"), "at hyperparameters.output: With softmax");
        assertRefused(
                withTask("\"source\": \"2a\", \"p\": 5, \"sets\": true").formatted("sigmoid"),
                "at task.sets: “sets” is not known");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> ExperimentFile.parse("x.carousel", json))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }
}
