package lab.carousel.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.domain.Bounds;
import lab.carousel.model.domain.Domain;
import lab.carousel.model.domain.SliderScale;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.CellLibrary;
import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Sequence;
import lab.carousel.text.Message;
import lab.carousel.text.Words;

/**
 * All hyperparameters. A new one needs its declaration, a place in {@link #ALL} and one in a {@link Group}; its words; and
 * whoever computes with it.
 */
public final class Settings {

    public static final Setting<Cell> CELL = new Setting<>(
                    "cell", new Domain.Choice<>(new Words<>(Cell.all())), Cell.LSTM)
            .kernelOnly(cell -> cell.obstacle(CellLibrary.DEEPLEARNING4J).isPresent());

    /** H, the number of units in each layer. */
    public static final Setting<Integer> HIDDEN_UNITS = new Setting<>(
            "hiddenUnits",
            whole(Bounds.whole(1, Hyperparameters.MAX_HIDDEN_UNITS), SliderScale.wholeLogarithmic(1, 100)),
            20);

    public static final Setting<Double> LEARNING_RATE =
            new Setting<>("learningRate", decimal(Bounds.above(0, 100), SliderScale.logarithmic(1e-4, 1)), 0.001);

    public static final Setting<UpdateInterval> UPDATE_INTERVAL = new Setting<>(
            "updateInterval",
            numberOr(
                    Map.of("whole sequence", UpdateInterval.WHOLE_SEQUENCE),
                    new Domain.Number<>(
                            Bounds.whole(1, Sequence.MAX_LENGTH),
                            SliderScale.wholeLogarithmic(1, 100),
                            steps -> new UpdateInterval((int) steps),
                            UpdateInterval::steps),
                    1),
            UpdateInterval.ONE_STEP);

    public static final Setting<Integer> EPOCHS = new Setting<>(
            "epochs",
            whole(Bounds.whole(0, Hyperparameters.MAX_EPOCHS), SliderScale.wholeLogarithmic(10, 10_000)),
            250);

    public static final Setting<Long> SEED = new Setting<>(
            "seed",
            new Domain.Number<>(
                    Bounds.whole(0, Hyperparameters.MAX_SEED),
                    SliderScale.whole(1, 100),
                    seed -> (long) seed,
                    Long::doubleValue),
            1L);

    public static final Setting<Integer> LAYERS =
            new Setting<>("layers", whole(Bounds.whole(1, 8), SliderScale.whole(1, 8)), 1);

    public static final Setting<Output> OUTPUT = new Setting<>(
                    "output", new Domain.Choice<>(new Words<>(Output.all())), Output.SIGMOID)
            .kernelOnly(output -> output.deeplearning4j().isEmpty());

    public static final Setting<Double> FORGET_GATE_BIAS = new Setting<>("forgetGateBias", bias(), 1.0)
            .onlyIf(
                    values -> values.get(Settings.CELL).gates().contains(Quantity.FORGET_GATE),
                    "hyperparameters.gateBias.noGate")
            .onlyIf(values -> !values.isChrono(), "hyperparameters.gateBias.chrono");

    public static final Setting<Double> INPUT_GATE_BIAS = new Setting<>("inputGateBias", bias(), 0.0)
            .onlyIf(
                    values -> values.get(Settings.CELL).gates().contains(Quantity.INPUT_GATE),
                    "hyperparameters.gateBias.noGate")
            .onlyIf(values -> !values.isChrono(), "hyperparameters.gateBias.chrono");

    /** Stands in the place of T where the biases hold. */
    public static final int NO_CHRONO = 0;

    /**
     * T of chrono initialisation (Tallec and Ollivier 2018), which takes the place of the two biases: that of the gate
     * that keeps, LSTM's forget gate or GRU's update gate, is drawn as ln(1 + U (T - 2)) with U uniform in 0 to 1 for
     * each unit, so that the units hold for all times up to about T; LSTM's input gate gets its negative.
     */
    public static final Setting<Integer> CHRONO_SPAN = new Setting<>(
                    "chronoSpan",
                    numberOr(
                            Map.of("off", NO_CHRONO),
                            whole(Bounds.whole(2, 1_000_000), SliderScale.wholeLogarithmic(2, 2_000)),
                            10),
                    NO_CHRONO)
            .onlyIf(values -> values.get(Settings.CELL).keepingGate().isPresent(), "hyperparameters.chronoSpan.idle");

    public static final Setting<Optimiser> OPTIMISER = new Setting<>(
                    "optimiser", new Domain.Choice<>(new Words<>(Optimiser.all())), Optimiser.ADAM)
            .kernelOnly(optimiser -> optimiser.in(CellLibrary.DEEPLEARNING4J).isEmpty());

    public static final Setting<Double> MOMENTUM = new Setting<>(
                    "momentum", decimal(Bounds.below(0, 1), SliderScale.linear(0, 0.99, 0.01)), 0.0)
            .onlyIf(values -> values.get(Settings.OPTIMISER) == Optimiser.SGD, "hyperparameters.momentum.idle")
            // Deeplearning4j's momentum is Nesterov's
            .kernelOnly(momentum -> momentum > 0);

    /** The decay of the parameters, whatever their gradients. */
    public static final Setting<Double> WEIGHT_DECAY =
            new Setting<>("weightDecay", decimal(Bounds.between(0, 100), SliderScale.linear(0, 1, 0.01)), 0.0).recent();

    /** s: in training a target y is y (1 - s) + s/2 with sigmoid, and y (1 - s) + s/K with softmax (Keras's definition). */
    public static final Setting<Double> LABEL_SMOOTHING = new Setting<>(
                    "labelSmoothing", decimal(Bounds.between(0, 0.3), SliderScale.linear(0, 0.3, 0.01)), 0.0)
            .recent()
            // Deeplearning4j's losses take one-hot targets as they are
            .kernelOnly(smoothing -> smoothing > 0);

    /** Stands for a gradient that is taken as it is. */
    public static final double NO_CLIPPING = Double.POSITIVE_INFINITY;

    /**
     * How long the gradient of an update may be: if its Euclidean norm, over all parameters together, is larger, it is
     * shortened to that norm and keeps its direction (Pascanu, Mikolov and Bengio 2013; Keras's {@code global_clipnorm}).
     */
    public static final Setting<Double> CLIPPING = new Setting<>(
                    "clipping",
                    numberOr(
                            Map.of("none", Settings.NO_CLIPPING),
                            decimal(Bounds.above(0, Double.MAX_VALUE), SliderScale.logarithmic(0.01, 100)),
                            1),
                    Settings.NO_CLIPPING)
            // Deeplearning4j clips layer by layer, not the gradient as a whole
            .kernelOnly(norm -> norm < NO_CLIPPING);

    /** What training changes; the rest keeps its values to the last bit. */
    public static final Setting<Trains> TRAINS =
            new Setting<>("trains", Domain.Choice.of(Trains.class), Trains.EVERYTHING).recent();

    /** Which ways the gradient of an update takes back through the steps. */
    public static final Setting<ErrorFlow> ERROR_FLOW = new Setting<>(
                    "errorFlow", Domain.Choice.of(ErrorFlow.class), ErrorFlow.ALL_PATHS)
            .recent()
            .onlyIf(values -> values.get(Settings.CELL).hasCellState(), "hyperparameters.errorFlow.noCellState")
            .onlyIf(values -> !values.isOutputOnly(), "hyperparameters.errorFlow.outputOnly")
            // Deeplearning4j's LSTM goes back as a whole
            .kernelOnly(flow -> flow == ErrorFlow.CELL_STATE_ONLY);

    public static final Setting<LossWeighting> LOSS_WEIGHTING = new Setting<>(
            "lossWeighting",
            numberOr(
                    lossWords(),
                    weight(LossWeighting::lastStepWeighs, LossWeighting::last),
                    LossOn.WEIGHT_TO_BEGIN_WITH),
            LossWeighting.ALL_STEPS);

    /** The part of {@link #LOSS_WEIGHTING} that says which steps count. */
    public static final Setting<LossOn> LOSS_ON = new Setting<>(
            "lossOn",
            Domain.Choice.of(LossOn.class),
            LossOn.ALL_STEPS,
            LossOn::of,
            (values, steps) -> steps.into(values));

    /** The part of {@link #LOSS_WEIGHTING} that says how much the last step weighs. */
    public static final Setting<Double> LAST_STEP_WEIGHT = new Setting<>(
                    "lossWeighting",
                    weight(weight -> weight, Double::doubleValue),
                    LossOn.WEIGHT_TO_BEGIN_WITH,
                    LossOn::weight,
                    LossOn::withWeight)
            .onlyIf(values -> LossOn.of(values) == LossOn.WEIGHTED, "hyperparameters.lossWeighting.idle");

    /** The number of slots that a sequence is dealt out to. */
    public static final Setting<Integer> BATCH_SIZE = new Setting<>("batchSize", steps(), 1);

    /** The number of symbols fed at a step. */
    public static final Setting<Integer> LAG = new Setting<>("lag", steps(), 1);

    public static final Setting<ResetPolicy> RESET_POLICY =
            new Setting<>("resetPolicy", Domain.Choice.of(ResetPolicy.class), ResetPolicy.AFTER_SEQUENCE);

    public static final Setting<Order> ORDER = new Setting<>("order", Domain.Choice.of(Order.class), Order.AS_LISTED);

    /** All of them, in the order of files. */
    public static final List<Setting<?>> ALL = List.of(
            CELL,
            LAYERS,
            HIDDEN_UNITS,
            OUTPUT,
            LEARNING_RATE,
            EPOCHS,
            UPDATE_INTERVAL,
            BATCH_SIZE,
            LAG,
            RESET_POLICY,
            ORDER,
            LOSS_WEIGHTING,
            OPTIMISER,
            MOMENTUM,
            WEIGHT_DECAY,
            LABEL_SMOOTHING,
            CLIPPING,
            TRAINS,
            ERROR_FLOW,
            FORGET_GATE_BIAS,
            INPUT_GATE_BIAS,
            CHRONO_SPAN,
            SEED);

    /** Settings that stand together on the screen, in their order there. */
    public enum Group {
        ESSENTIAL(CELL, HIDDEN_UNITS, LEARNING_RATE, UPDATE_INTERVAL, EPOCHS, SEED),
        NETWORK(LAYERS, OUTPUT, FORGET_GATE_BIAS, INPUT_GATE_BIAS, CHRONO_SPAN),
        LEARNING(
                OPTIMISER,
                MOMENTUM,
                WEIGHT_DECAY,
                LABEL_SMOOTHING,
                CLIPPING,
                TRAINS,
                ERROR_FLOW,
                LOSS_ON,
                LAST_STEP_WEIGHT),
        TRAINING(BATCH_SIZE, LAG, RESET_POLICY, ORDER);

        private final List<Setting<?>> settings;

        Group(Setting<?>... settings) {
            this.settings = List.of(settings);
        }

        public List<Setting<?>> settings() {
            return settings;
        }

        public String title() {
            return Message.text("hyperparameters.group." + name());
        }
    }

    private Settings() {}

    /** Names and values of those that have an influence, as the screen says them. */
    public static List<List<String>> told(Hyperparameters values) {
        return Stream.of(Group.values())
                .flatMap(group -> group.settings().stream())
                .filter(setting -> setting.obstacle(values).isEmpty())
                .map(setting -> List.of(setting.label().text(), setting.valueText(values)))
                .toList();
    }

    public static List<String> names() {
        return ALL.stream().<String>map(Setting::name).toList();
    }

    public static Optional<Setting<?>> named(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    /** Those that hyperparameters use and that Deeplearning4j's solver cannot express, in the order of files. */
    public static List<Setting<?>> kernelOnly(Hyperparameters values) {
        return ALL.stream().filter(setting -> setting.isKernelOnlyIn(values)).toList();
    }

    /** The same, as they stand within a sentence. */
    public static String kernelOnlyWords(Hyperparameters values) {
        return kernelOnly(values).stream().map(Setting::kernelOnlyWords).collect(Collectors.joining(", "));
    }

    private static Domain.Number<Integer> whole(Bounds bounds, SliderScale slider) {
        return new Domain.Number<>(bounds, slider, value -> (int) value, Integer::doubleValue);
    }

    private static Domain.Number<Double> decimal(Bounds bounds, SliderScale slider) {
        return new Domain.Number<>(bounds, slider, value -> value, Double::doubleValue);
    }

    private static Domain.Number<Double> bias() {
        return decimal(Bounds.between(-1_000, 1_000), SliderScale.linear(-5, 5, 0.1));
    }

    private static Domain.Number<Integer> steps() {
        return whole(Bounds.whole(1, Sequence.MAX_LENGTH), SliderScale.wholeLogarithmic(1, 100));
    }

    private static <T> Domain.Number<T> weight(DoubleFunction<T> of, ToDoubleFunction<T> number) {
        return new Domain.Number<>(
                Bounds.above(0, LossWeighting.MAX_WEIGHT), SliderScale.logarithmic(0.1, 1_000), of, number);
    }

    private static Map<String, LossWeighting> lossWords() {
        Map<String, LossWeighting> words = new LinkedHashMap<>();
        words.put("all steps", LossWeighting.ALL_STEPS);
        words.put("last step", LossWeighting.LAST_STEP);
        return words;
    }

    private static <T> Domain<T> numberOr(Map<String, T> words, Domain.Number<T> number, double beginning) {
        return new Domain.NumberOrWord<>(number, words, beginning);
    }

    public enum Trains {
        EVERYTHING,
        /** The kernel and the bias of the outputs: they learn to read what the layers below happen to keep (Jaeger 2001). */
        OUTPUT_ONLY
    }

    /** Which steps the loss is taken over, as people choose it: {@link LossWeighting} without the weight. */
    public enum LossOn {
        ALL_STEPS,
        LAST_STEP,
        /** All steps, the last one with a weight of its own. */
        WEIGHTED;

        /** Stands where the weight has not been read yet. */
        private static final LossWeighting SOME_WEIGHT = LossWeighting.lastStepWeighs(2);
        /** Stands where there is none to be shown. */
        static final double WEIGHT_TO_BEGIN_WITH = 10;

        static LossOn of(Hyperparameters values) {
            if (values.get(Settings.LOSS_WEIGHTING).isLastStepOnly()) {
                return LAST_STEP;
            }
            return values.get(Settings.LOSS_WEIGHTING).equals(LossWeighting.ALL_STEPS) ? ALL_STEPS : WEIGHTED;
        }

        Hyperparameters into(Hyperparameters values) {
            return values.with(
                    Settings.LOSS_WEIGHTING,
                    switch (this) {
                        case ALL_STEPS -> LossWeighting.ALL_STEPS;
                        case LAST_STEP -> LossWeighting.LAST_STEP;
                        case WEIGHTED -> SOME_WEIGHT;
                    });
        }

        /** The weight of the last step, or, where there is none of its own, one to begin with. */
        static double weight(Hyperparameters values) {
            return of(values) == WEIGHTED ? values.get(Settings.LOSS_WEIGHTING).last() : WEIGHT_TO_BEGIN_WITH;
        }

        static Hyperparameters withWeight(Hyperparameters values, double weight) {
            return of(values) == WEIGHTED
                    ? values.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(weight))
                    : values;
        }
    }
}
