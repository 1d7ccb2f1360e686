package lab.carousel.study.many;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.Experiment;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;

/** Small studies for tests. */
public final class Studies {

    private Studies() {}

    /** The reference with fewer epochs. */
    public static Experiment reference(int epochs) {
        return Experiment.reference()
                .with(Experiment.reference().hyperparameters().with(Settings.EPOCHS, epochs));
    }

    /** Numbers of hidden units. */
    public static Axis units(int... values) {
        return numbers(
                Settings.HIDDEN_UNITS, IntStream.of(values).asDoubleStream().toArray());
    }

    /** Numbers of hidden units that are drawn, from least to most. */
    public static Axis drawnUnits(int least, int most) {
        return Axis.ranging(
                "hiddenUnits",
                Message.literal("Units"),
                new Range(
                        least,
                        most,
                        false,
                        true,
                        units -> Change.of(all -> all.with(Settings.HIDDEN_UNITS, (int) units))));
    }

    /** Learning rates. */
    public static Axis rates(double... values) {
        return numbers(Settings.LEARNING_RATE, values);
    }

    private static <T> Axis numbers(Setting<T> setting, double... values) {
        return Axis.listed(
                setting.name(),
                setting.label(),
                DoubleStream.of(values)
                        .mapToObj(value ->
                                AxisValue.number(value, Change.of(all -> setting.with(all, setting.ofNumber(value)))))
                        .toList());
    }

    public static Axis listed(String name, AxisValue... choices) {
        return Axis.listed(name, Message.literal(name), List.of(choices));
    }

    public static AxisValue named(String label, Change change) {
        return new AxisValue(Message.literal(label), OptionalDouble.empty(), change);
    }

    public static Study study(Question question, int epochs, int seeds, Axis... axes) {
        return study("", question, reference(epochs), List.of(axes), Study.GRID, seeds);
    }

    public static Study study(String title, Question question, Experiment base, List<Axis> axes, int draws, int seeds) {
        return new Study(Message.literal(title), Message.literal(""), question, base, axes, draws, seeds);
    }

    /** Runs a study to its end. */
    public static Results results(Study study, int threads) {
        StudyRun run = StudyRun.start(Plan.of(study), Engines::named, threads);
        try {
            if (!run.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("the study takes too long");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        run.failure().ifPresent(problem -> {
            throw new AssertionError(problem);
        });
        return run.results();
    }

    public static Study withBase(Study study, Experiment experiment) {
        return new Study(
                study.heading(),
                study.words(),
                study.question(),
                experiment,
                study.axes(),
                study.draws(),
                study.seeds());
    }
}
