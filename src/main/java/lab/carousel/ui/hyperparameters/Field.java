package lab.carousel.ui.hyperparameters;

import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.Clipping;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Message;
import lab.carousel.ui.hyperparameters.Setting.Choice;
import lab.carousel.ui.hyperparameters.Setting.Number;
import lab.carousel.ui.hyperparameters.Setting.NumberOrWord;

/** The fields of the panel, in their order on the screen. */
public enum Field {
    /** Who trains: no hyperparameter. */
    ENGINE("engine", Group.ESSENTIAL, null),
    CELL("cell", Group.ESSENTIAL, new Choice<>(Cell.class, Hyperparameters::cell, Hyperparameters::withCell)),
    HIDDEN_UNITS(
            "hiddenUnits",
            Group.ESSENTIAL,
            Number.whole(
                    Hyperparameters::hiddenUnits, Hyperparameters::withHiddenUnits, Scale.wholeLogarithmic(1, 100))),
    LEARNING_RATE(
            "learningRate",
            Group.ESSENTIAL,
            Number.decimal(
                    Hyperparameters::learningRate, Hyperparameters::withLearningRate, Scale.logarithmic(1e-4, 1))),
    UPDATE_INTERVAL(
            "updateInterval",
            Group.ESSENTIAL,
            new NumberOrWord(
                    Number.whole(
                            values -> values.updateInterval().steps(),
                            (values, steps) -> values.withUpdateInterval(new UpdateInterval(steps)),
                            Scale.wholeLogarithmic(1, 100)),
                    values -> values.updateInterval().isWholeSequence(),
                    values -> values.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE),
                    "1")),
    EPOCHS(
            "epochs",
            Group.ESSENTIAL,
            Number.whole(Hyperparameters::epochs, Hyperparameters::withEpochs, Scale.wholeLogarithmic(10, 10_000))),
    SEED(
            "seed",
            Group.ESSENTIAL,
            new Number(
                    values -> Long.toString(values.seed()),
                    (values, text) -> values.withSeed(TypedNumber.wholeLong(text)),
                    Scale.whole(1, 100))),

    LAYERS(
            "layers",
            Group.NETWORK,
            Number.whole(
                    Hyperparameters::layers, Hyperparameters::withLayers, Scale.whole(1, Hyperparameters.MAX_LAYERS))),
    OUTPUT("output", Group.NETWORK, new Choice<>(Output.class, Hyperparameters::output, Hyperparameters::withOutput)),
    FORGET_GATE_BIAS(
            "forgetGateBias",
            Group.NETWORK,
            Number.decimal(
                    values -> values.gateBias().forget(),
                    (values, bias) -> values.withGateBias(values.gateBias().withForget(bias)),
                    Scale.linear(-5, 5, 0.1))),
    INPUT_GATE_BIAS(
            "inputGateBias",
            Group.NETWORK,
            Number.decimal(
                    values -> values.gateBias().input(),
                    (values, bias) -> values.withGateBias(values.gateBias().withInput(bias)),
                    Scale.linear(-5, 5, 0.1))),
    CHRONO_SPAN(
            "chronoSpan",
            Group.NETWORK,
            new NumberOrWord(
                    Number.whole(
                            values -> values.gateBias().chronoSpan(),
                            (values, span) ->
                                    values.withGateBias(values.gateBias().withChronoSpan(GateBias.checkedSpan(span))),
                            Scale.wholeLogarithmic(GateBias.MIN_SPAN, 2_000)),
                    values -> !values.gateBias().isChrono(),
                    values -> values.withGateBias(values.gateBias().withChronoSpan(GateBias.NO_CHRONO)),
                    "10")),

    OPTIMISER(
            "optimiser",
            Group.LEARNING,
            new Choice<>(Optimiser.class, Hyperparameters::optimiser, Hyperparameters::withOptimiser)),
    MOMENTUM(
            "momentum",
            Group.LEARNING,
            Number.decimal(Hyperparameters::momentum, Hyperparameters::withMomentum, Scale.linear(0, 0.99, 0.01))),
    CLIPPING(
            "clipping",
            Group.LEARNING,
            new NumberOrWord(
                    Number.decimal(
                            values -> values.clipping().norm(),
                            (values, norm) -> values.withClipping(Clipping.atNorm(norm)),
                            Scale.logarithmic(0.01, 100)),
                    values -> values.clipping().isNone(),
                    values -> values.withClipping(Clipping.NONE),
                    "1")),
    LOSS_ON("lossOn", Group.LEARNING, new Choice<>(LossOn.class, LossOn::of, (values, steps) -> steps.into(values))),
    /** The weight of the last step. */
    LOSS_WEIGHTING(
            "lossWeighting",
            Group.LEARNING,
            Number.decimal(LossOn::weight, LossOn::withWeight, Scale.logarithmic(0.1, 1_000))),

    BATCH_SIZE(
            "batchSize",
            Group.TRAINING,
            Number.whole(Hyperparameters::batchSize, Hyperparameters::withBatchSize, Scale.wholeLogarithmic(1, 100))),
    LAG(
            "lag",
            Group.TRAINING,
            Number.whole(Hyperparameters::lag, Hyperparameters::withLag, Scale.wholeLogarithmic(1, 100))),
    RESET_POLICY(
            "resetPolicy",
            Group.TRAINING,
            new Choice<>(ResetPolicy.class, Hyperparameters::resetPolicy, Hyperparameters::withResetPolicy)),
    ORDER("order", Group.TRAINING, new Choice<>(Order.class, Hyperparameters::order, Hyperparameters::withOrder));

    private final String key;
    private final Group group;
    private final Setting setting;

    Field(String key, Group group, Setting setting) {
        this.key = key;
        this.group = group;
        this.setting = setting;
    }

    /** The name of the hyperparameter, or "engine"; also the id of its control. */
    public String key() {
        return key;
    }

    /** The group in which it stands. */
    public Group group() {
        return group;
    }

    /** How the hyperparameter is set; empty for the engine. */
    Optional<Setting> setting() {
        return Optional.ofNullable(setting);
    }

    /** What it is called on the screen. */
    public String label() {
        return words().text();
    }

    /** The same, for any language. */
    public Message words() {
        return Message.of("hyperparameters." + key + ".label");
    }

    /** What it is, and what it does to memory. */
    public String explanation() {
        return Message.text("hyperparameters." + key + ".explanation");
    }

    /** What one of its choices is called. */
    String option(Enum<?> value) {
        return Message.text("hyperparameters." + key + "." + value.name());
    }

    /** The word that can stand in the place of its number. */
    String word() {
        return Message.text("hyperparameters." + key + ".word");
    }

    /**
     * The field that a message is about: such messages have its name after {@code model}.
     *
     * @throws java.util.NoSuchElementException if it is about none
     */
    public static Field subjectOf(Message message) {
        return Stream.of(values())
                .filter(field -> message.key().startsWith("model." + field.key + "."))
                .findFirst()
                .orElseThrow();
    }
}
