package lab.carousel.study.ready;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/** Experiment 2 of Hochreiter and Schmidhuber (1997), learned as the presets learn it. */
final class PaperStudies {

    private static final int SEEDS = 10;
    private static final int LONGEST = 1_000;

    private PaperStudies() {}

    static List<ReadyMade> all() {
        return List.of(
                paper(
                        "paper2a",
                        "paper2a",
                        List.of(axis("p", p -> Change.to(Task.drawn(PaperTask.fixedGap(p))), 4, 10, 100))),
                paper("paper2b", "paper2b", List.of()),
                paper("paper2bRecipes", "paper2b", List.of(recipes())),
                paper("paper2c", "paper2c", List.of(axis("q", PaperStudies::gap, 50, 100, 200, 500, LONGEST))),
                paper(
                        "paper2cSymbols",
                        "paper2c",
                        List.of(axis(
                                "p",
                                p -> Change.to(Task.drawn(PaperTask.noisyGap(p, LONGEST))),
                                50,
                                100,
                                200,
                                500,
                                LONGEST))));
    }

    private static ReadyMade paper(String key, String preset, List<Axis> axes) {
        Experiment base = Preset.all().stream()
                .filter(ready -> ready.key().equals(preset))
                .findFirst()
                .orElseThrow()
                .experiment();
        return ReadyMade.of(key, Question.SUCCESS, base, axes, Study.GRID, SEEDS);
    }

    private static Axis axis(String name, IntFunction<Change> change, int... values) {
        return ReadyMade.Axes.counted(name, Message.of("studies.axis.paper", name), change, values);
    }

    /** As many kinds of distractors as there are of them at least, and chrono initialisation told about how many. */
    private static Change gap(int q) {
        return Change.to(Task.drawn(PaperTask.noisyGap(q, q)))
                .and(Change.of(settings -> settings.with(Settings.CHRONO_SPAN, q + 10)));
    }

    /** What the preset of the paper's task 2b has that the task needs: each recipe differs from it in one thing. */
    private static Axis recipes() {
        return Axis.listed(
                "recipe",
                Message.of("studies.axis.recipe"),
                List.of(
                        recipe("preset", settings -> settings),
                        recipe("allSteps", settings -> settings.with(Settings.LOSS_WEIGHTING, LossWeighting.ALL_STEPS)),
                        recipe(
                                "weight10",
                                settings -> settings.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(10))),
                        recipe(
                                "weight1000",
                                settings ->
                                        settings.with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(1_000))),
                        recipe("lastStep", settings -> settings.with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)),
                        recipe("chrono100", settings -> settings.with(Settings.CHRONO_SPAN, 100)),
                        recipe("bias1", settings -> settings.with(Settings.CHRONO_SPAN, Settings.NO_CHRONO)),
                        recipe("bias5", settings -> settings.with(Settings.CHRONO_SPAN, Settings.NO_CHRONO)
                                .with(Settings.FORGET_GATE_BIAS, 5.0)
                                .with(Settings.INPUT_GATE_BIAS, -2.0)),
                        recipe("noClipping", settings -> settings.with(Settings.CLIPPING, Settings.NO_CLIPPING)),
                        recipe("units8", settings -> settings.with(Settings.HIDDEN_UNITS, 8)),
                        recipe("units32", settings -> settings.with(Settings.HIDDEN_UNITS, 32)),
                        recipe("slow", settings -> settings.with(Settings.LEARNING_RATE, 0.001)),
                        recipe("gru", settings -> settings.with(Settings.CELL, Cell.GRU)
                                .with(Settings.CHRONO_SPAN, Settings.NO_CHRONO)),
                        recipe("sigmoid", settings -> settings.with(Settings.OUTPUT, Output.SIGMOID))));
    }

    private static AxisValue recipe(String key, UnaryOperator<Hyperparameters> change) {
        return AxisValue.named(Message.of("studies.recipe." + key), Change.of(change));
    }
}
