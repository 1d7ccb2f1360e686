package lab.carousel.model;

import java.util.List;
import lab.carousel.message.Message;
import lab.carousel.task.Task;

/**
 * A ready-made experiment.
 *
 * @param key        names it; its title and explanation stand under this key in the bundle {@code preset}
 * @param experiment the experiment
 */
public record Preset(String key, Experiment experiment) {

    /** All presets in the order in which they are offered; the first is the reference. */
    public static List<Preset> all() {
        Experiment reference = Experiment.reference();
        Hyperparameters tutorial = reference.hyperparameters();
        return List.of(
                new Preset("tutorial", reference),
                new Preset(
                        "gradientThroughTime",
                        reference.with(tutorial.withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                                .withEpochs(500))),
                new Preset("softmax", reference.with(tutorial.withOutput(Output.SOFTMAX))),
                new Preset("stateless", reference.with(tutorial.withResetPolicy(ResetPolicy.EVERY_STEP))),
                new Preset("batchOfFour", reference.with(tutorial.withBatchSize(4))),
                new Preset(
                        "letters",
                        new Experiment(
                                Task.parse("a b c x y", "x a b c x", "y a b c y"), tutorial, reference.engine())));
    }

    /** Whether an experiment is this one, whatever its engine: engines do not change what is learned. */
    public boolean isSameTraining(Experiment other) {
        return experiment.task().equals(other.task()) && experiment.hyperparameters().equals(other.hyperparameters());
    }

    /** The preset's experiment with an engine. */
    public Experiment with(EngineName engine) {
        return new Experiment(experiment.task(), experiment.hyperparameters(), engine);
    }

    /** What it is called. */
    public String title() {
        return Message.text("preset." + key + ".title");
    }

    /** What it shows, in a sentence or two. */
    public String explanation() {
        return Message.text("preset." + key + ".explanation");
    }
}
