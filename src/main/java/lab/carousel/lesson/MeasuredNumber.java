package lab.carousel.lesson;

import java.util.function.ToDoubleFunction;
import lab.carousel.task.series.Series;
import lab.carousel.training.Snapshot;

public enum MeasuredNumber {
    LOSS(LessonTargets.LOSS_VALUE, snapshot -> snapshot.evaluation().loss()),
    RIGHT(LessonTargets.RECALL, snapshot -> snapshot.evaluation().right()),
    /** Margin at the worst deciding step. */
    MARGIN(LessonTargets.MARGIN, snapshot -> snapshot.evaluation().margin()),
    BITS(LessonTargets.VERDICT, snapshot -> snapshot.evaluation().judgement().bits()),
    /** Sequences in a row that pass the criterion of a drawn task. */
    CRITERION(LessonTargets.CRITERION, snapshot -> snapshot.criterion()
            .map(sofar -> (double) sofar.inARow())
            .orElse(Double.NaN)),
    /** How many floors of a task of numbers the loss is under. */
    FLOORS(LessonTargets.VERDICT, snapshot -> snapshot.evaluation()
            .judgement()
            .floorsUnder()
            .map(Double::valueOf)
            .orElse(Double.NaN)),
    /** Root mean squared error of a forecast over the test part, in the unit of the series. */
    ERROR(LessonTargets.VERDICT, snapshot -> Series.of(snapshot.experiment().task())
            .map(series -> series.error(snapshot.evaluation().loss()))
            .orElse(Double.NaN)),
    EPOCH(LessonTargets.PROGRESS, snapshot -> snapshot.position().epoch());

    private final WindowSpot spot;
    private final ToDoubleFunction<Snapshot> number;

    MeasuredNumber(WindowSpot spot, ToDoubleFunction<Snapshot> number) {
        this.spot = spot;
        this.number = number;
    }

    public WindowSpot spot() {
        return spot;
    }

    public double of(Snapshot snapshot) {
        return number.applyAsDouble(snapshot);
    }
}
