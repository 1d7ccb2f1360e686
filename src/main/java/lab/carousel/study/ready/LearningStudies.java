package lab.carousel.study.ready;

import java.util.Arrays;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/** What the ways of learning do: update interval, batch size, order, lag, and when the state is reset. */
final class LearningStudies {

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
        return reference.with(all -> all.with(Settings.OUTPUT, Output.SOFTMAX).with(Settings.EPOCHS, 500));
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
                        Change.of(settings -> settings.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE))));
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
