package lab.carousel.study.ready;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.Preset;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Range;
import lab.carousel.study.many.Study;
import lab.carousel.task.Alphabet;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/**
 * A ready-made study.
 *
 * @param key of its title and explanation in the bundle {@code studies}
 */
public record ReadyMade(String key, Study study) {

    /** A study with its words, of size {@code seeds} unless another is asked for. */
    static ReadyMade of(String key, Question question, Experiment base, List<Axis> axes, int draws, int seeds) {
        String words = "studies." + key;
        return new ReadyMade(
                key,
                new Study(
                        Message.of(words + ".title"),
                        Message.of(words + ".explanation"),
                        question,
                        base,
                        axes,
                        draws,
                        seeds));
    }

    /** Made when first asked for, and once: to make them takes some ten megabytes, and a session asks for a hundred. */
    private static final class Made {

        private static final List<ReadyMade> ALL = Stream.of(
                        seeds(), races(), tuning(), SpanStudies.all(), paper(), learning(), erased())
                .flatMap(List::stream)
                .toList();
    }

    /** All of them, in the order in which they are offered; the first is that of the reference. */
    public static List<ReadyMade> all() {
        return Made.ALL;
    }

    public static Optional<ReadyMade> named(String name) {
        return all().stream()
                .filter(ready -> ready.name().equalsIgnoreCase(name) || ready.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Its name on the command line: its key in small letters, with hyphens. */
    public String name() {
        return key.replaceAll("([a-z])([A-Z0-9])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static ReadyMade grid(String key, Question question, Experiment base, int seeds, Axis... axes) {
        return of(key, question, base, List.of(axes), Study.GRID, seeds);
    }

    /** The reference with one update for each sequence, so that the gradient reaches the first symbol. */
    static Experiment fullGradient(int epochs) {
        return reference(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, epochs));
    }

    private static Experiment reference(UnaryOperator<Hyperparameters> change) {
        Experiment reference = Experiment.reference();
        return reference.with(change);
    }

    /** Does it always work? */
    private static List<ReadyMade> seeds() {
        return List.of(
                grid("manySeeds", Question.SEEDS, Experiment.reference(), 100),
                grid("fullGradient", Question.SEEDS, fullGradient(1_000), 100));
    }

    /** Which network learns it, and how fast? With as many units, or about as many parameters. */
    private static List<ReadyMade> races() {
        Experiment base = fullGradient(1_000);
        Cell[] cells = {Cell.LSTM, Cell.GRU, Cell.RECURRENT, Cell.DENSE};
        Axis equal = Axes.of(
                Settings.CELL,
                Arrays.stream(cells).map(cell -> equalParameters(cell, base)).toList());
        return List.of(
                grid("raceUnits", Question.RACE, base, 30, Axes.ofCells(cells)),
                grid("raceParameters", Question.RACE, base, 30, equal));
    }

    /** A cell with so many units that it has about as many parameters as the base. */
    private static AxisValue equalParameters(Cell cell, Experiment base) {
        int units = units(cell, base);
        Message label = Message.of("studies.network", Message.of("studies.cell." + cell), units);
        return AxisValue.named(
                label, Change.of(settings -> settings.with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, units)));
    }

    /** The number of units of a cell with which a network's parameters come nearest to those of the base. */
    static int units(Cell cell, Experiment base) {
        int wanted = base.layout().size();
        return IntStream.rangeClosed(1, Hyperparameters.MAX_HIDDEN_UNITS)
                .boxed()
                .min(Comparator.comparingInt(units ->
                        Math.abs(base.with(all -> all.with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, units))
                                        .layout()
                                        .size()
                                - wanted)))
                .orElseThrow();
    }

    /** Which settings work, and is a much simpler network enough? */
    private static List<ReadyMade> tuning() {
        Axis units = Axes.of(Settings.HIDDEN_UNITS, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20);
        Axis fewUnits = Axes.of(Settings.HIDDEN_UNITS, 1, 2, 5, 10, 20);
        Axis rates = Axes.of(Settings.LEARNING_RATE, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1);
        List<Axis> ranges = List.of(
                Axes.range(Settings.LEARNING_RATE, 0.0003, 0.3, false), Axes.range(Settings.HIDDEN_UNITS, 1, 40, true));
        return List.of(
                grid("simplerNetwork", Question.TUNING, fullGradient(3_000), 40, units),
                grid("unitsAndRate", Question.TUNING, fullGradient(250), 20, fewUnits, rates),
                of("randomSearch", Question.TUNING, fullGradient(250), ranges, 60, 10));
    }

    /** Experiment 2 of Hochreiter and Schmidhuber (1997), learned as the presets learn it. */
    private static List<ReadyMade> paper() {
        int[] gaps = {50, 100, 200, 500, 1_000};
        return List.of(
                paper("paper2a", "paper2a", ofPaper("p", p -> drawn(PaperTask.fixedGap(p)), 4, 10, 100)),
                paper("paper2b", "paper2b"),
                paper("paper2bRecipes", "paper2b", recipes()),
                paper("paper2c", "paper2c", ofPaper("q", ReadyMade::gap, gaps)),
                paper("paper2cSymbols", "paper2c", ofPaper("p", p -> drawn(PaperTask.noisyGap(p, 1_000)), gaps)));
    }

    private static ReadyMade paper(String key, String preset, Axis... axes) {
        Experiment base = Preset.all().stream()
                .filter(ready -> ready.key().equals(preset))
                .findFirst()
                .orElseThrow()
                .experiment();
        return grid(key, Question.SUCCESS, base, 10, axes);
    }

    private static Axis ofPaper(String name, IntFunction<Change> change, int... values) {
        return Axes.counted(name, Message.of("studies.axis.paper", name), change, values);
    }

    private static Change drawn(PaperTask task) {
        return Change.to(Task.drawn(task));
    }

    /** As many kinds of distractors as there are of them at least, and chrono initialisation told about how many. */
    private static Change gap(int q) {
        return drawn(PaperTask.noisyGap(q, q)).and(Axes.change(Settings.CHRONO_SPAN, q + 10));
    }

    /** What the preset of the paper's task 2b has that the task needs: each recipe differs from it in one thing. */
    private static Axis recipes() {
        Change noChrono = Axes.change(Settings.CHRONO_SPAN, Settings.NO_CHRONO);
        Change biases = Axes.change(Settings.FORGET_GATE_BIAS, 5.0).and(Axes.change(Settings.INPUT_GATE_BIAS, -2.0));
        return Axis.listed(
                "recipe",
                Message.of("studies.axis.recipe"),
                List.of(
                        recipe("preset", experiment -> experiment),
                        recipe("allSteps", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.ALL_STEPS)),
                        recipe("weight10", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(10))),
                        recipe("weight1000", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(1_000))),
                        recipe("lastStep", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)),
                        recipe("chrono100", Axes.change(Settings.CHRONO_SPAN, 100)),
                        recipe("bias1", noChrono),
                        recipe("bias5", noChrono.and(biases)),
                        recipe("noClipping", Axes.change(Settings.CLIPPING, Settings.NO_CLIPPING)),
                        recipe("units8", Axes.change(Settings.HIDDEN_UNITS, 8)),
                        recipe("units32", Axes.change(Settings.HIDDEN_UNITS, 32)),
                        recipe("slow", Axes.change(Settings.LEARNING_RATE, 0.001)),
                        recipe("gru", noChrono.and(Axes.change(Settings.CELL, Cell.GRU))),
                        recipe("sigmoid", Axes.change(Settings.OUTPUT, Output.SIGMOID))));
    }

    private static AxisValue recipe(String key, Change change) {
        return AxisValue.named(Message.of("studies.recipe." + key), change);
    }

    /** What the ways of learning do: update interval, batch size, order, lag, and when the state is reset. */
    private static List<ReadyMade> learning() {
        Experiment fullGradient = fullGradient(500);
        Experiment longer = reference(all -> all.with(Settings.EPOCHS, 500));
        Experiment softmax =
                reference(all -> all.with(Settings.OUTPUT, Output.SOFTMAX).with(Settings.EPOCHS, 500));
        Axis intervals = Axes.named(
                Settings.UPDATE_INTERVAL,
                each -> each.equals(UpdateInterval.ONE_STEP) ? "studies.interval.step" : "studies.interval.sequence",
                List.of(UpdateInterval.ONE_STEP, UpdateInterval.WHOLE_SEQUENCE));
        return List.of(
                learning("batchSize", fullGradient, Axes.of(Settings.BATCH_SIZE, 1, 2, 3, 4)),
                learning("updateInterval", longer, Axes.of(Settings.UPDATE_INTERVAL, 1, 2, 3, 4)),
                learning(
                        "shuffled",
                        fullGradient,
                        Axes.named(Settings.ORDER, each -> "hyperparameters.order." + each, List.of(Order.values())),
                        intervals),
                learning("joined", fullGradient, tasks()),
                learning("stateless", softmax, resets(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.EVERY_STEP)),
                learning("lag", longer, Axes.of(Settings.LAG, 1, 2, 3, 4)),
                learning(
                        "noReset",
                        fullGradient,
                        resets(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.AFTER_EPOCH, ResetPolicy.NEVER)));
    }

    /** Where training erases the first symbol's echo from the state, and where it builds on it. */
    private static List<ReadyMade> erased() {
        Change sgd = Axes.change(Settings.OPTIMISER, Optimiser.SGD).and(Axes.change(Settings.LEARNING_RATE, 0.3));
        Axis recipes = Axis.listed(
                "recipe",
                Message.of("studies.axis.recipe"),
                List.of(
                        recipe("tutorial", experiment -> experiment),
                        recipe("interval2", Axes.change(Settings.UPDATE_INTERVAL, new UpdateInterval(2))),
                        recipe("interval3", Axes.change(Settings.UPDATE_INTERVAL, new UpdateInterval(3))),
                        recipe("whole", Axes.change(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)),
                        recipe("softmax", Axes.change(Settings.OUTPUT, Output.SOFTMAX)),
                        recipe("lastStep", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)),
                        recipe("notLast", Axes.change(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(1e-9))),
                        recipe("sgd", sgd),
                        recipe("units5", Axes.change(Settings.HIDDEN_UNITS, 5)),
                        recipe("units100", Axes.change(Settings.HIDDEN_UNITS, 100)),
                        cell(Cell.GRU),
                        cell(Cell.RECURRENT)));
        return List.of(learning("erased", reference(all -> all.with(Settings.EPOCHS, 500)), recipes));
    }

    private static AxisValue cell(Cell cell) {
        return AxisValue.named(Message.of("studies.cell." + cell), Axes.change(Settings.CELL, cell));
    }

    private static ReadyMade learning(String key, Experiment base, Axis... axes) {
        return grid(key, Question.RACE, base, 40, axes);
    }

    private static Axis resets(ResetPolicy... policies) {
        return Axes.named(Settings.RESET_POLICY, each -> "hyperparameters.resetPolicy." + each, List.of(policies));
    }

    private static Axis tasks() {
        Task joined = Task.parse("0 1 2 3 4", "3 0 1 2 3 4 0 1 2 4");
        return Axis.listed(
                "sequences",
                Message.of("studies.axis.sequencesOfTask"),
                List.of(
                        AxisValue.named(Message.of("studies.task.two"), Change.to(Task.reference())),
                        AxisValue.named(Message.of("studies.task.joined"), Change.to(joined))));
    }

    /** How far back can it remember? */
    static final class SpanStudies {

        private static final int[] LAGS = {2, 5, 10, 20, 50, 100, 200, 500, 1_000};
        private static final List<String> MIDDLE = List.of("a", "b", "c", "d");
        private static final int EPOCHS = 300;
        private static final int SEEDS = 10;

        private SpanStudies() {}

        static List<ReadyMade> all() {
            Hyperparameters settings = Hyperparameters.reference()
                    .with(Settings.HIDDEN_UNITS, 10)
                    .with(Settings.LEARNING_RATE, 0.01)
                    .with(Settings.EPOCHS, EPOCHS)
                    .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                    .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                    .with(Settings.CLIPPING, 1.0);
            Experiment base = new Experiment(task(LAGS[0]), settings, EngineName.KERNEL);
            Axis lags = Axes.counted("span", Message.of("studies.axis.span"), lag -> Change.to(task(lag)), LAGS);
            // Told the lag, as Tallec and Ollivier do
            Change chrono = experiment -> experiment.with(
                    all -> all.with(Settings.CHRONO_SPAN, experiment.task().longestSteps()));
            Axis starts = Axis.listed(
                    "start",
                    Message.of("studies.axis.start"),
                    List.of(
                            AxisValue.named(Message.of("studies.start.forgetOne"), experiment -> experiment),
                            AxisValue.named(Message.of("studies.start.chrono"), chrono)));
            return List.of(
                    grid(
                            "memorySpan",
                            Question.SPAN,
                            base,
                            SEEDS,
                            lags,
                            Axes.ofCells(Cell.LSTM, Cell.GRU, Cell.RECURRENT)),
                    grid("memorySpanChrono", Question.SPAN, base, SEEDS, lags, starts));
        }

        /**
         * Two sequences that begin and end with the same symbol, x or y, with the same symbols between them; at the last
         * step the first one is so many steps back.
         */
        static Task task(int lag) {
            return new Task(
                    new Alphabet(List.of("x", "y", "a", "b", "c", "d")),
                    List.of(sequence("x", lag), sequence("y", lag)));
        }

        private static Sequence sequence(String ends, int lag) {
            List<String> symbols = new ArrayList<>();
            symbols.add(ends);
            for (int step = 0; step < lag; step++) {
                symbols.add(MIDDLE.get(step % MIDDLE.size()));
            }
            symbols.add(ends);
            return new Sequence(symbols);
        }
    }

    /** What is varied, each with the words that it has in the window. */
    public static final class Axes {

        private Axes() {}

        static Axis of(Setting<?> setting, List<AxisValue> choices) {
            return Axis.listed(setting.name(), setting.label(), choices);
        }

        public static <T> Axis of(Setting<T> setting, double... values) {
            return of(
                    setting,
                    Arrays.stream(values)
                            .mapToObj(value -> AxisValue.number(
                                    value, Change.of(all -> setting.with(all, setting.ofNumber(value)))))
                            .toList());
        }

        /** @param key of the words of a value */
        static <T> Axis named(Setting<T> setting, Function<T, String> key, List<T> values) {
            return of(
                    setting,
                    values.stream()
                            .map(value -> AxisValue.named(Message.of(key.apply(value)), change(setting, value)))
                            .toList());
        }

        static <T> Axis range(Setting<T> setting, double from, double to, boolean whole) {
            return Axis.ranging(
                    setting.name(),
                    setting.label(),
                    new Range(from, to, true, whole, value -> change(setting, setting.ofNumber(value))));
        }

        private static <T> Change change(Setting<T> setting, T value) {
            return Change.of(values -> setting.with(values, value));
        }

        /** Cells, each with the units that it has in the experiment. */
        static Axis ofCells(Cell... cells) {
            return named(Settings.CELL, cell -> "studies.cell." + cell, List.of(cells));
        }

        static Axis counted(String name, Message words, IntFunction<Change> change, int... values) {
            return Axis.listed(
                    name,
                    words,
                    IntStream.of(values)
                            .mapToObj(value -> AxisValue.whole(value, change.apply(value)))
                            .toList());
        }
    }
}
