package lab.carousel.study.ready;

import java.util.List;
import java.util.function.DoubleFunction;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.Change;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Range;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;

/** Which settings work, and is a much simpler network enough? */
final class TuningStudies {

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
