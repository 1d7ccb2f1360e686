package lab.carousel.study.ready;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
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
                        SeedStudies.all(),
                        RaceStudies.all(),
                        TuningStudies.all(),
                        SpanStudies.all(),
                        PaperStudies.all(),
                        LearningStudies.all())
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

    /** Which network learns it, and how fast? */
    static final class RaceStudies {

        private static final int SEEDS = 30;
        private static final int EPOCHS = 1_000;

        private static final List<Cell> CELLS = List.of(Cell.LSTM, Cell.GRU, Cell.RECURRENT, Cell.DENSE);

        private RaceStudies() {}

        static List<ReadyMade> all() {
            Experiment base = SeedStudies.fullGradient(EPOCHS);
            List<AxisValue> equalUnits = CELLS.stream().map(Axes::cell).toList();
            List<AxisValue> equalParameters =
                    CELLS.stream().map(cell -> equalParameters(cell, base)).toList();
            return List.of(race("raceUnits", base, equalUnits), race("raceParameters", base, equalParameters));
        }

        private static ReadyMade race(String key, Experiment base, List<AxisValue> networks) {
            Axis axis = Axis.listed("cell", Message.of("hyperparameters.cell.label"), networks);
            return ReadyMade.of(key, Question.RACE, base, List.of(axis), Study.GRID, SEEDS);
        }

        /** A cell with so many units that it has about as many parameters as the base. */
        private static AxisValue equalParameters(Cell cell, Experiment base) {
            int units = units(cell, base);
            Message label = Message.of("studies.network", Message.of("studies.cell." + cell), units);
            return AxisValue.named(label, Change.of(settings -> settings.with(Settings.CELL, cell)
                    .with(Settings.HIDDEN_UNITS, units)));
        }

        /** The number of units of a cell with which a network's parameters come nearest to those of the base. */
        static int units(Cell cell, Experiment base) {
            int wanted = base.layout().size();
            int best = 1;
            for (int units = 1; units <= Hyperparameters.MAX_HIDDEN_UNITS; units++) {
                if (distance(cell, units, base, wanted) < distance(cell, best, base, wanted)) {
                    best = units;
                }
            }
            return best;
        }

        private static int distance(Cell cell, int units, Experiment base, int wanted) {
            Hyperparameters settings =
                    base.hyperparameters().with(Settings.CELL, cell).with(Settings.HIDDEN_UNITS, units);
            return Math.abs(base.with(settings).layout().size() - wanted);
        }
    }

    /** Which settings work, and is a much simpler network enough? */
    static final class TuningStudies {

        private static final String UNITS = "hiddenUnits";
        private static final String RATE = "learningRate";

        private TuningStudies() {}

        static List<ReadyMade> all() {
            Axis units = Axes.of(Settings.HIDDEN_UNITS, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20);
            Axis fewUnits = Axes.of(Settings.HIDDEN_UNITS, 1, 2, 5, 10, 20);
            Axis rates = Axes.of(Settings.LEARNING_RATE, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1);
            return List.of(
                    ReadyMade.of(
                            "simplerNetwork",
                            Question.TUNING,
                            SeedStudies.fullGradient(3_000),
                            List.of(units),
                            Study.GRID,
                            40),
                    ReadyMade.of(
                            "unitsAndRate",
                            Question.TUNING,
                            SeedStudies.fullGradient(250),
                            List.of(fewUnits, rates),
                            Study.GRID,
                            20),
                    ReadyMade.of(
                            "randomSearch",
                            Question.TUNING,
                            SeedStudies.fullGradient(250),
                            List.of(
                                    range(
                                            RATE,
                                            0.0003,
                                            0.3,
                                            false,
                                            rate -> Change.of(all -> all.with(Settings.LEARNING_RATE, rate))),
                                    range(
                                            UNITS,
                                            1,
                                            40,
                                            true,
                                            number -> Change.of(all -> all.with(Settings.HIDDEN_UNITS, (int) number)))),
                            60,
                            10));
        }

        private static Axis range(String name, double from, double to, boolean whole, DoubleFunction<Change> change) {
            return Axis.ranging(
                    name, Message.of("hyperparameters." + name + ".label"), new Range(from, to, true, whole, change));
        }
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
            Axis lags = Axis.listed(
                    "span",
                    Message.of("studies.axis.span"),
                    IntStream.of(LAGS)
                            .mapToObj(lag -> AxisValue.whole(lag, Change.to(task(lag))))
                            .toList());
            Axis cells = Axis.listed(
                    "cell",
                    Message.of("hyperparameters.cell.label"),
                    List.of(Axes.cell(Cell.LSTM), Axes.cell(Cell.GRU), Axes.cell(Cell.RECURRENT)));
            Axis starts = Axis.listed("start", Message.of("studies.axis.start"), List.of(forgetOne(), chrono()));
            return List.of(
                    ReadyMade.of("memorySpan", Question.SPAN, base, List.of(lags, cells), Study.GRID, SEEDS),
                    ReadyMade.of("memorySpanChrono", Question.SPAN, base, List.of(lags, starts), Study.GRID, SEEDS));
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

        private static AxisValue forgetOne() {
            return AxisValue.named(Message.of("studies.start.forgetOne"), experiment -> experiment);
        }

        /** Told the lag, as Tallec and Ollivier do. */
        private static AxisValue chrono() {
            return AxisValue.named(
                    Message.of("studies.start.chrono"),
                    experiment -> experiment.with(all ->
                            all.with(Settings.CHRONO_SPAN, experiment.task().longestSteps())));
        }
    }

    /** What the ways of learning do: update interval, batch size, order, lag, and when the state is reset. */
    static final class LearningStudies {

        private static final int SEEDS = 40;

        private LearningStudies() {}

        static List<ReadyMade> all() {
            Experiment fullGradient = SeedStudies.fullGradient(500);
            return List.of(
                    study("batchSize", fullGradient, Axes.of(Settings.BATCH_SIZE, 1, 2, 3, 4)),
                    study("updateInterval", longReference(), intervals()),
                    study(
                            "shuffled",
                            fullGradient,
                            Axes.of(Settings.ORDER, orders()),
                            Axes.of(Settings.UPDATE_INTERVAL, shortAndWhole())),
                    study("joined", fullGradient, tasks()),
                    study(
                            "stateless",
                            softmax(),
                            Axes.of(Settings.RESET_POLICY, resets(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.EVERY_STEP))),
                    study("lag", longReference(), Axes.of(Settings.LAG, 1, 2, 3, 4)),
                    study(
                            "noReset",
                            fullGradient,
                            Axes.of(
                                    Settings.RESET_POLICY,
                                    resets(ResetPolicy.AFTER_SEQUENCE, ResetPolicy.AFTER_EPOCH, ResetPolicy.NEVER))));
        }

        private static ReadyMade study(String key, Experiment base, Axis... axes) {
            return ReadyMade.of(key, Question.RACE, base, List.of(axes), Study.GRID, SEEDS);
        }

        private static Experiment longReference() {
            Experiment reference = Experiment.reference();
            return reference.with(all -> all.with(Settings.EPOCHS, 500));
        }

        private static Experiment softmax() {
            Experiment reference = Experiment.reference();
            return reference.with(
                    all -> all.with(Settings.OUTPUT, Output.SOFTMAX).with(Settings.EPOCHS, 500));
        }

        private static Axis intervals() {
            return Axes.of(Settings.UPDATE_INTERVAL, 1, 2, 3, 4);
        }

        private static List<AxisValue> shortAndWhole() {
            return List.of(
                    AxisValue.named(
                            Message.of("studies.interval.step"),
                            Change.of(settings -> settings.with(Settings.UPDATE_INTERVAL, UpdateInterval.ONE_STEP))),
                    AxisValue.named(
                            Message.of("studies.interval.sequence"),
                            Change.of(settings ->
                                    settings.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE))));
        }

        private static List<AxisValue> orders() {
            return Arrays.stream(Order.values())
                    .map(order -> AxisValue.named(
                            Message.of("hyperparameters.order." + order),
                            Change.of(settings -> settings.with(Settings.ORDER, order))))
                    .toList();
        }

        private static List<AxisValue> resets(ResetPolicy... policies) {
            return Arrays.stream(policies)
                    .map(policy -> AxisValue.named(
                            Message.of("hyperparameters.resetPolicy." + policy),
                            Change.of(settings -> settings.with(Settings.RESET_POLICY, policy))))
                    .toList();
        }

        private static Axis tasks() {
            return Axis.listed(
                    "sequences",
                    Message.of("studies.axis.sequencesOfTask"),
                    List.of(
                            AxisValue.named(Message.of("studies.task.two"), Change.to(Task.reference())),
                            AxisValue.named(
                                    Message.of("studies.task.joined"),
                                    Change.to(Task.parse("0 1 2 3 4", "3 0 1 2 3 4 0 1 2 4")))));
        }
    }

    /** Does it always work? */
    static final class SeedStudies {

        private static final int SEEDS = 100;

        private SeedStudies() {}

        static List<ReadyMade> all() {
            return List.of(
                    ReadyMade.of("manySeeds", Question.SEEDS, Experiment.reference(), List.of(), Study.GRID, SEEDS),
                    ReadyMade.of("fullGradient", Question.SEEDS, fullGradient(1_000), List.of(), Study.GRID, SEEDS));
        }

        /** The reference with one update for each sequence, so that the gradient reaches the first symbol. */
        static Experiment fullGradient(int epochs) {
            Experiment reference = Experiment.reference();
            return reference.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                    .with(Settings.EPOCHS, epochs));
        }
    }

    static final class Axes {

        private Axes() {}

        static Axis of(Setting<?> setting, List<AxisValue> choices) {
            return Axis.listed(setting.name(), setting.label(), choices);
        }

        static <T> Axis of(Setting<T> setting, double... values) {
            return of(
                    setting,
                    Arrays.stream(values)
                            .mapToObj(value -> AxisValue.number(value, change(setting, setting.ofNumber(value))))
                            .toList());
        }

        private static <T> Change change(Setting<T> setting, T value) {
            return Change.of(values -> setting.with(values, value));
        }

        /** A cell as a choice, with the units it has in the experiment. */
        static AxisValue cell(Cell cell) {
            return AxisValue.named(
                    Message.of("studies.cell." + cell), Change.of(settings -> settings.with(Settings.CELL, cell)));
        }
    }
}
