package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.RandomParameters;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.ForkFindings;
import lab.carousel.model.verdict.Judgement;
import lab.carousel.task.Alphabet;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.Task;
import lab.carousel.task.memory.Memory;
import lab.carousel.training.Snapshot;
import lab.carousel.training.loss.LossCourse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed into the page: set-ups that no program exported train there as they do in the program. */
class PageChangesTest {

    private static final int SET_UPS = 20;
    private static final int NETWORKS = 200;

    private static PageScripts scripts;

    @BeforeAll
    static void load() {
        scripts = new PageScripts("random", "numbers", "tape", "network", "learn", "forks", "floors", "settings");
        scripts.run("var given = " + new PageExperiment(Experiment.reference()).json() + "; var typed; 0");
    }

    @AfterAll
    static void close() {
        scripts.close();
    }

    /** Set-ups of all kinds that the page has fields for, and three with what it is only given. */
    static List<Experiment> setUps() {
        SplittableRandom random = new SplittableRandom(15);
        List<Experiment> found = new ArrayList<>();
        while (found.size() < SET_UPS) {
            found.add(setUp(random, found.size()));
        }
        return found;
    }

    private static Experiment setUp(SplittableRandom random, int number) {
        int symbols = random.nextInt(2, 6);
        String[] sequences = new String[random.nextInt(1, 5)];
        for (int s = 0; s < sequences.length; s++) {
            List<String> found = new ArrayList<>();
            for (int length = random.nextInt(2, 9); length > 0; length--) {
                found.add("s" + random.nextInt(symbols));
            }
            sequences[s] = String.join(" ", found);
        }
        String alphabet = String.join(
                " ", IntStream.range(0, symbols).mapToObj(k -> "s" + k).toList());
        ResetPolicy reset = ResetPolicy.values()[number % 4];
        int interval = reset == ResetPolicy.EVERY_STEP ? 1 : random.nextInt(4);
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, random.nextInt(1, 7))
                .with(Settings.LEARNING_RATE, random.nextInt(1, 100) / 1000.0)
                .with(Settings.EPOCHS, random.nextInt(4, 12))
                .with(Settings.SEED, random.nextLong(Hyperparameters.MAX_SEED))
                .with(Settings.OUTPUT, Output.values()[random.nextInt(2)])
                .with(
                        Settings.UPDATE_INTERVAL,
                        interval == 0 ? UpdateInterval.WHOLE_SEQUENCE : new UpdateInterval(interval))
                .with(Settings.RESET_POLICY, reset);
        settings = number == 3 ? settings.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(7)) : settings;
        settings = number == 4 ? settings.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP) : settings;
        settings = number == 5 ? settings.with(Settings.CHRONO_SPAN, 20) : settings;
        return new Experiment(Task.parse(alphabet, sequences), settings, EngineName.KERNEL);
    }

    @ParameterizedTest
    @MethodSource("setUps")
    void whatIsTypedTrainsAsInTheProgram(Experiment experiment) {
        String json = new PageExperiment(experiment).json().toString();
        scripts.run("typed = (function (wanted) { const texts = textsOf(wanted);"
                + " const from = Object.assign({}, given, { others: wanted.others, last: wanted.last,"
                + " chrono: wanted.chrono, forgetBias: wanted.forgetBias, inputBias: wanted.inputBias });"
                + " return readExperiment(texts, from); })(" + json + "); 0");
        assertThat(scripts.run("JSON.stringify(typed.complaints)")).isEqualTo("{}");
        scripts.run("var run = startRun(typed.experiment); var memory = memoryOf(typed.experiment); var losses = [];"
                + " while (run.epoch < typed.experiment.epochs) { trainEpoch(run);"
                + " var end = evaluate(typed.experiment, memory, trace(typed.experiment, run.net));"
                + " losses.push(end.loss); } 0");

        Snapshot ours = PageArithmeticTest.trained(experiment);
        LossCourse history = ours.history();
        assertThat(scripts.numbers("flat(run.net)")).isEqualTo(ours.parameters().toArray());
        assertThat(scripts.numbers("losses"))
                .isEqualTo(IntStream.range(0, history.size())
                        .mapToDouble(point -> history.loss(0, point))
                        .toArray());
        isJudgedAlike(ours);
        hasTheSameForks(experiment.memory());
        hasTheSameFloors(experiment);
    }

    private static void isJudgedAlike(Snapshot ours) {
        Judgement judgement = ours.evaluation().judgement();
        assertThat(scripts.run("end.verdict")).isEqualTo(judgement.verdict().name());
        assertThat(scripts.numbers("[end.bits, end.separation, end.margin]"))
                .containsExactly(
                        judgement.bits(),
                        judgement.separation(),
                        ours.evaluation().margin());
        assertThat(scripts.run("[end.right, end.steps, end.decidingSteps, end.back, end.forks.length, end.remembered,"
                        + " end.easyWrong, end.unknowable, end.best].join()"))
                .isEqualTo("%d,%d,%d,%d,%d,%d,%d,%d,%d"
                        .formatted(
                                ours.evaluation().right(),
                                ours.evaluation().steps(),
                                ours.evaluation().decidingSteps(),
                                judgement.stepsBack().median(),
                                judgement.forks().all(),
                                judgement.forks().remembered(),
                                judgement.outside().wrong(),
                                judgement.outside().unknowable(),
                                judgement.outside().best()));
    }

    private static void hasTheSameForks(Memory memory) {
        List<String> ours = IntStream.range(0, memory.forks())
                .mapToObj(fork -> memory.fork(fork, 1_000))
                .map(fork -> fork.after() + " " + fork.depth() + " " + fork.targets())
                .toList();
        String theirs = scripts.run("memory.forks.map((fork) => '[' + fork.after.join(', ') + '] ' + fork.shared + ' ['"
                + " + fork.targets.join(', ') + ']').join('\\n')");
        assertThat(theirs.lines().toList()).isEqualTo(ours);
    }

    /** Networks of all cells, some whose outputs are all alike, so that all pairs are equally bad. */
    @Test
    void theForksOfAnyNetworkHaveTheBitsAndTheSeparationOfTheProgram() {
        SplittableRandom random = new SplittableRandom(25);
        List<Cell> cells = Cell.all().stream().filter(Cell::isRecurrent).toList();
        int compared = 0;
        for (int number = 0; number < NETWORKS; number++) {
            Experiment drawn = setUp(random, number);
            Experiment experiment =
                    drawn.with(drawn.hyperparameters().with(Settings.CELL, cells.get(number % cells.size())));
            Parameters parameters = RandomParameters.of(experiment.layout(), number);
            double[] weights = parameters.toArray();
            if (number % 4 == 0) {
                int outputs = experiment.layout().outputs();
                int units = experiment.hyperparameters().get(Settings.HIDDEN_UNITS);
                Arrays.fill(weights, weights.length - outputs * (units + 1), weights.length, 0);
                parameters = Parameters.of(experiment.layout(), weights);
            }
            ForkFindings findings = new Evaluator(experiment).findings(parameters);
            double[] theirs = scripts.numbers("(function (experiment) { const net = fromFlat("
                    + Arrays.toString(weights) + ", experiment);"
                    + " const result = evaluate(experiment, memoryOf(experiment), trace(experiment, net));"
                    + " return [result.separation, result.separationBefore].concat(result.forks.flatMap((fork) => [fork.bits, fork.separation]));"
                    + " })(" + new PageExperiment(experiment).json() + ")");
            double[] ours = IntStream.range(0, findings.size())
                    .mapToObj(fork -> DoubleStream.of(findings.bits(fork), findings.separation(fork)))
                    .flatMapToDouble(values -> values)
                    .toArray();
            Evaluation evaluation = Evaluation.of(experiment, parameters);
            assertThat(theirs[0]).isEqualTo(evaluation.separation(), within(1e-9));
            assertThat(theirs[1]).isEqualTo(evaluation.separationBefore(), within(1e-9));
            assertThat(Arrays.copyOfRange(theirs, 2, theirs.length))
                    .as("%d %s", number, experiment)
                    .containsExactly(ours, within(1e-9));
            compared += findings.size();
        }
        assertThat(compared).isGreaterThan(NETWORKS);
    }

    private static void hasTheSameFloors(Experiment experiment) {
        boolean isSigmoid = experiment.hyperparameters().get(Settings.OUTPUT) == Output.SIGMOID;
        List<MemorylessFloor> ladder =
                MemorylessFloor.ladder(experiment.encoded(), experiment.task().outputs());
        int steps = experiment.memory().epochs().get(0).steps();
        assertThat(scripts.run("floorsOf(typed.experiment).map((floor) => floor.from + ' ' + floor.right).join()"))
                .isEqualTo(String.join(
                        ",",
                        ladder.stream()
                                .map(floor -> floor.symbolsSeen() + " " + Math.round(floor.recall() * steps))
                                .toList()));
        assertThat(scripts.numbers("floorsOf(typed.experiment).map((floor) => floor.loss)"))
                .containsExactly(
                        ladder.stream()
                                .mapToDouble(floor -> isSigmoid ? floor.sigmoid() : floor.softmax())
                                .toArray(),
                        within(1e-12));
    }

    @Test
    void whatCannotBeReadGetsAComplaintAtItsPlace() {
        complains("alphabet", "a", "symbols [2,1024]");
        complains("alphabet", "0 1 2 3 4 4", "twice [\"4\"]");
        complains("alphabet", "0 1 2 3 4 " + "x".repeat(33), "symbolLength [32]");
        complains("sequences", "0 1\\n3 9", "unknown [2,\"9\"]");
        complains("sequences", "0 1\\n3", "length [2,2,5000]");
        complains("sequences", "", "sequences [1,200]");
        complains("units", "0", "whole [1,512]");
        complains("units", "2.5", "whole [1,512]");
        complains("epochs", "many", "whole [0,10000]");
        complains("seed", "-1", "whole [0,9007199254740991]");
        complains("seed", "9007199254740993", "whole [0,9007199254740991]");
        complains("learningRate", "0", "rate [100]");
        complains("learningRate", "1e400", "rate [100]");
        complains("interval", "0", "interval [5000]");
        assertThat(scripts.run("JSON.stringify(readExperiment(Object.assign(textsOf(given), { reset: 'EVERY_STEP',"
                        + " interval: '' }), given).complaints)"))
                .isEqualTo("{\"interval\":{\"key\":\"page.problem.stateless\",\"values\":[]}}");
    }

    /** What one text for a field comes to: what is complained of, or nothing. */
    private static String read(String field, String text) {
        return scripts.run(
                "(() => { const texts = Object.assign(textsOf(given), { alphabet: undefined, " + field + ": '"
                        + text + "' }); return Object.values(readExperiment(texts, given).complaints)"
                        + ".map(({ key, values }) => key + JSON.stringify(values)).join(); })()");
    }

    /** So many different sequences of so many symbols, which are so long. */
    private static String sequences(int count, int length, int symbols, int letters) {
        return IntStream.range(0, count)
                .mapToObj(s -> IntStream.range(0, length)
                        .mapToObj(t -> ("s" + (s + t) % symbols + "x".repeat(letters)).substring(0, letters))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\\n"));
    }

    @Test
    void everyLimitIsTheProgramsOnItsNearSideAndOnItsFar() {
        Map<String, String> far = new LinkedHashMap<>();
        far.put(sequences(Task.MAX_SEQUENCES, 6, 9, 2), sequences(Task.MAX_SEQUENCES + 1, 5, 9, 2));
        far.put(sequences(1, Page.MOST_STEPS + 1, 9, 2), sequences(1, Page.MOST_STEPS + 2, 9, 2));
        far.put(sequences(1, 9, 9, Alphabet.MAX_SYMBOL_LENGTH), sequences(1, 9, 9, Alphabet.MAX_SYMBOL_LENGTH + 1));
        far.put(sequences(1, 2, 2, 2), sequences(1, 1, 2, 2));
        far.put(sequences(24, 42, 1_000, 4), sequences(30, 35, Alphabet.MAX_SYMBOLS + 1, 5));
        far.forEach((near, beyond) -> {
            assertThat(read("sequences", near)).isEmpty();
            assertThat(read("sequences", beyond)).isNotEmpty();
        });
        PageExperiment.FIELDS.forEach(
                (field, setting) -> setting.domain().numbers().ifPresent(numbers -> {
                    Bounds bounds = numbers.bounds();
                    double most = setting == Settings.EPOCHS ? PageLimits.MOST_EPOCHS : bounds.most();
                    // All units that there may be are too many weights for a page
                    assertThat(read(
                                    field,
                                    new BigDecimal(setting == Settings.HIDDEN_UNITS ? 190 : most).toPlainString()))
                            .as(field)
                            .isEmpty();
                    assertThat(read(field, new BigDecimal(most + 1).toPlainString()))
                            .as(field)
                            .isNotEmpty();
                    assertThat(read(field, String.valueOf(bounds.least() - 1)))
                            .as(field)
                            .isNotEmpty();
                }));
        assertThat(scripts.run("readExperiment(Object.assign(textsOf(given), { epochs: '20000' }),"
                        + " Object.assign({}, given, { epochs: 20000 })).experiment.epochs"))
                .as("what the page was made from")
                .isEqualTo("20000");
    }

    @Test
    void countsTheWeightsOfEveryCellAsTheProgramDoes() {
        for (Cell cell : Cell.all()) {
            Experiment experiment = Experiment.reference().with(all -> all.with(Settings.CELL, cell));
            assertThat(scripts.run("weightsIn(" + new PageExperiment(experiment).json() + ")"))
                    .isEqualTo(String.valueOf(experiment.layout().size()));
        }
    }

    private static void complains(String field, String text, String expected) {
        assertThat(scripts.run("(() => { const read = readExperiment(Object.assign(textsOf(given), { " + field + ": '"
                        + text + "' }), given); const found = read.complaints." + field
                        + "; return (read.experiment === null) + ' ' + (found && found.key + ' ' +"
                        + " JSON.stringify(found.values)); })()"))
                .isEqualTo("true page.problem." + expected);
    }

    @Test
    void aDecimalCommaAndAnEmptyIntervalAreRead() {
        assertThat(scripts.run("(() => { const read = readExperiment(Object.assign(textsOf(given), {"
                        + " learningRate: ' 0,25 ', interval: ' ' }), given).experiment;"
                        + " return read.learningRate + ' ' + read.interval; })()"))
                .isEqualTo("0.25 0");
    }
}
