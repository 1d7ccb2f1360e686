package lab.carousel.study.ready;

import java.util.List;
import java.util.function.UnaryOperator;
import lab.carousel.model.Clipping;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.text.Message;

/** What the preset of the paper's task 2b has that the task needs: each recipe differs from it in one thing. */
final class GapRecipes {

    private GapRecipes() {}

    static Axis axis() {
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
                        recipe("chrono100", settings -> settings.withGateBias(GateBias.REFERENCE.withChronoSpan(100))),
                        recipe("bias1", settings -> settings.withGateBias(GateBias.REFERENCE)),
                        recipe("bias5", settings -> settings.withGateBias(new GateBias(5, -2, GateBias.NO_CHRONO))),
                        recipe("noClipping", settings -> settings.with(Settings.CLIPPING, Clipping.NONE)),
                        recipe("units8", settings -> settings.with(Settings.HIDDEN_UNITS, 8)),
                        recipe("units32", settings -> settings.with(Settings.HIDDEN_UNITS, 32)),
                        recipe("slow", settings -> settings.with(Settings.LEARNING_RATE, 0.001)),
                        recipe("gru", settings -> settings.with(Settings.CELL, Cell.GRU)
                                .withGateBias(GateBias.REFERENCE)),
                        recipe("sigmoid", settings -> settings.with(Settings.OUTPUT, Output.SIGMOID))));
    }

    private static AxisValue recipe(String key, UnaryOperator<Hyperparameters> change) {
        return AxisValue.named(Message.of("studies.recipe." + key), Change.of(change));
    }
}
