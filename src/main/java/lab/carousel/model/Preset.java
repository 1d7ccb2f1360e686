package lab.carousel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.Recipe;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.Message;

/** A ready-made experiment. */
public final class Preset {

    private static final Preset REFERENCE = new Preset("tutorial", Experiment.reference());

    private static final int RANDOM_GAP = 100;

    private static final Set<String> LATER =
            Set.of("continualReber", "anbn", "anbncn", "addingModern", "flipFlop", "parity", "xor");

    /** Of tasks that are drawn, by where they come from. */
    public enum Group {
        OF_1997,
        SERIES,
        OTHERS
    }

    private final String key;
    private final Experiment experiment;

    private Preset(String key, Experiment experiment) {
        this.key = key;
        this.experiment = experiment;
    }

    private Preset(String key, DrawnTask drawn, Hyperparameters hyperparameters) {
        this(key, new Experiment(Task.drawn(drawn), hyperparameters, EngineName.KERNEL));
    }

    /** All presets in the order in which they are offered; the first is the reference. */
    public static List<Preset> all() {
        return All.PRESETS;
    }

    /** The preset that trains the same, whatever the engine; empty if none does. */
    public static Optional<Preset> of(Experiment experiment) {
        return REFERENCE.isSameTraining(experiment)
                ? Optional.of(REFERENCE)
                : all().stream()
                        .filter(preset -> preset.isSameTraining(experiment))
                        .findFirst();
    }

    /** What an experiment is called: as its preset, or its series. */
    public static String title(Experiment experiment) {
        return of(experiment)
                .map(preset -> preset.name().text())
                .or(() -> Series.of(experiment.task()).map(Series::title))
                .orElseGet(() -> Message.text("toolbar.preset.none"));
    }

    /** Made when somebody asks for others than the reference. */
    private static final class All {
        private static final List<Preset> PRESETS = build();
    }

    private static List<Preset> build() {
        Experiment reference = REFERENCE.experiment();
        Hyperparameters tutorial = reference.hyperparameters();
        List<Preset> presets = new ArrayList<>(List.of(
                REFERENCE,
                new Preset(
                        "gradientThroughTime",
                        reference.with(tutorial.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                                .with(Settings.EPOCHS, 500))),
                new Preset("softmax", reference.with(tutorial.with(Settings.OUTPUT, Output.SOFTMAX))),
                new Preset("stateless", reference.with(tutorial.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP))),
                new Preset("batchOfFour", reference.with(tutorial.with(Settings.BATCH_SIZE, 4))),
                new Preset(
                        "letters",
                        new Experiment(
                                Task.parse("a b c x y", "x a b c x", "y a b c y"), tutorial, reference.engine())),
                new Preset("twoBits", twoBits()),
                new Preset("paper2a", FixedGap.of(100), fixedGap()),
                new Preset("paper2b", RandomGap.of(RANDOM_GAP), randomGap()),
                noisyGap("paper2cShort", 50),
                noisyGap("paper2c", 1_000)));
        presets.addAll(classics());
        presets.addAll(series());
        return List.copyOf(presets);
    }

    /** Two bits that are set and held, in sequences so long, and weights so small, that most networks have a state for each. */
    private static Experiment twoBits() {
        Hyperparameters hyperparameters = Hyperparameters.reference()
                .with(Settings.HIDDEN_UNITS, 6)
                .with(Settings.OUTPUT, Output.SOFTMAX)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.WEIGHT_DECAY, 0.03)
                .with(Settings.CLIPPING, 1.0)
                .with(Settings.EPOCHS, 60);
        Task task = new Generator(Recipe.TWO_BITS, ListedSequences.MAX_SEQUENCES, 60, 1, 1, 1).task();
        return new Experiment(task, hyperparameters, EngineName.KERNEL);
    }

    /** What the three tasks of Hochreiter and Schmidhuber's experiment 2 have in common, as we learn them. */
    private static Hyperparameters longMemory() {
        return Hyperparameters.reference()
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.EPOCHS, 1_000)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.CLIPPING, 1.0);
    }

    private static Hyperparameters fixedGap() {
        return longMemory()
                .with(Settings.HIDDEN_UNITS, 16)
                .with(Settings.OUTPUT, Output.SOFTMAX)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(100))
                .with(Settings.FORGET_GATE_BIAS, 8.0)
                .with(Settings.INPUT_GATE_BIAS, -2.0);
    }

    private static Hyperparameters randomGap() {
        return longMemory()
                .with(Settings.HIDDEN_UNITS, 16)
                .with(Settings.OUTPUT, Output.SOFTMAX)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(100))
                .with(Settings.CHRONO_SPAN, 2 * RANDOM_GAP);
    }

    /** With as many kinds of distractors as there are of them at least, as in most rows of the paper's table. */
    private static Preset noisyGap(String key, int q) {
        Hyperparameters hyperparameters = longMemory()
                .with(Settings.HIDDEN_UNITS, 4)
                .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.CHRONO_SPAN, q + 10);
        return new Preset(key, NoisyGap.of(q, q), hyperparameters);
    }

    /** Tasks that courses on recurrent networks have used for decades, as we learn them; their keys are names of kinds. */
    private static List<Preset> classics() {
        Hyperparameters symbols = longMemory().with(Settings.HIDDEN_UNITS, 8).with(Settings.OUTPUT, Output.SOFTMAX);
        Hyperparameters counting = longMemory().with(Settings.HIDDEN_UNITS, 8).with(Settings.EPOCHS, 2_000);
        Hyperparameters order = symbols.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                .with(Settings.CHRONO_SPAN, 100)
                .with(Settings.EPOCHS, 5_000);
        Hyperparameters numbers = order.with(Settings.OUTPUT, Output.LINEAR)
                .with(Settings.LEARNING_RATE, 0.003)
                .with(Settings.EPOCHS, 15_000);
        return List.of(
                classic("reber", symbols.with(Settings.HIDDEN_UNITS, 32).with(Settings.EPOCHS, 5_000)),
                classic("continualReber", symbols.with(Settings.HIDDEN_UNITS, 16), 20),
                classic("anbn", counting.with(Settings.HIDDEN_UNITS, 4).with(Settings.FORGET_GATE_BIAS, 5.0), 10),
                classic("anbncn", counting, 10),
                classic("order6a", order),
                classic("order6b", order),
                classic("adding", numbers, 100),
                classic("addingModern", numbers, 100),
                classic("multiplying", numbers, 100),
                classic(
                        "flipFlop",
                        longMemory().with(Settings.HIDDEN_UNITS, 16).with(Settings.OUTPUT, Output.LINEAR),
                        3),
                classic("parity", symbols, 100),
                classic("xor", symbols, 1_000));
    }

    /** Series to be forecast; their keys are names of series. Airline and shampoo as the tutorials have them that made them known. */
    private static List<Preset> series() {
        Hyperparameters forecast = Hyperparameters.reference()
                .with(Settings.OUTPUT, Output.LINEAR)
                .with(Settings.HIDDEN_UNITS, 16)
                .with(Settings.LEARNING_RATE, 0.003)
                .with(Settings.UPDATE_INTERVAL, new UpdateInterval(20))
                .with(Settings.CLIPPING, 1.0)
                .with(Settings.EPOCHS, 300);
        Hyperparameters tutorial =
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR).with(Settings.HIDDEN_UNITS, 4);
        SeriesFeed shampoo = SeriesFeed.of(ShippedSeries.SHAMPOO.data().size())
                .with(FedValues.DIFFERENCES)
                .with(Scaling.SYMMETRIC);
        return Stream.concat(
                        Stream.of(
                                new Preset(
                                        ShippedSeries.AIRLINE,
                                        SeriesFeed.of(ShippedSeries.AIRLINE
                                                        .data()
                                                        .size())
                                                .with(Scaling.UNIT)
                                                .with(Leak.SCALER),
                                        tutorial.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)
                                                .with(Settings.EPOCHS, 100)),
                                new Preset(ShippedSeries.SHAMPOO, shampoo, tutorial.with(Settings.EPOCHS, 3_000))),
                        Stream.of(ShippedSeries.values())
                                .filter(each -> each != ShippedSeries.AIRLINE && each != ShippedSeries.SHAMPOO)
                                .map(each -> new Preset(
                                        each, SeriesFeed.of(each.data().size()), forecast)))
                .toList();
    }

    private Preset(ShippedSeries series, SeriesFeed feed, Hyperparameters hyperparameters) {
        this(series.key(), new Experiment(Series.task(series.data(), feed), hyperparameters, EngineName.KERNEL));
    }

    private static Preset classic(String kind, Hyperparameters hyperparameters, int... parameters) {
        return new Preset(kind, DrawnTask.of(DrawnKinds.named(kind), parameters), hyperparameters);
    }

    /** Whether an experiment is this one, whatever its engine: engines do not change what is learned. */
    private boolean isSameTraining(Experiment other) {
        return experiment.hyperparameters().equals(other.hyperparameters())
                && experiment.task().equals(other.task());
    }

    /** Of its title, line and explanation in the bundle {@code preset}. */
    public String key() {
        return key;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** The preset's experiment with an engine, or with its own if that engine cannot train it. */
    public Experiment with(EngineName engine) {
        boolean possible = engine.obstacle(experiment.hyperparameters()).isEmpty();
        return possible ? new Experiment(experiment.task(), experiment.hyperparameters(), engine) : experiment;
    }

    /** Empty for the tutorial and what is near it. */
    public Optional<Group> group() {
        if (ShippedSeries.named(key).isPresent()) {
            return Optional.of(Group.SERIES);
        }
        return experiment.task().supply().rule().map(drawn -> LATER.contains(key) ? Group.OTHERS : Group.OF_1997);
    }

    public Message name() {
        return Message.of("preset." + key + ".title");
    }

    /** What will be seen, in a few words. */
    public String line() {
        return Message.text("preset." + key + ".line");
    }

    public String explanation() {
        return Message.text("preset." + key + ".explanation");
    }
}
