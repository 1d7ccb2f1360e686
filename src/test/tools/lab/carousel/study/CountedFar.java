package lab.carousel.study;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.LongStream;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Prints up to which n the networks of the last step of <i>Counting</i> count, LSTM and GRU, of the seeds 1 to 20. */
public final class CountedFar {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 20;

    private CountedFar() {}

    public static void main(String[] arguments) {
        Lesson lesson = ShippedLessons.read("counting");
        Experiment transfer = lesson.steps()
                .get(lesson.steps().size() - 1)
                .setUp()
                .change()
                .orElseThrow()
                .apply(Experiment.reference());
        for (Cell cell : new Cell[] {Cell.LSTM, Cell.GRU}) {
            Snapshot[] ends = LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed -> RecordedRuns.end(
                            transfer.with(all -> all.with(Settings.CELL, cell).with(Settings.SEED, seed))))
                    .toArray(Snapshot[]::new);
            long learned = Arrays.stream(ends)
                    .filter(end -> end.verdict() == Verdict.REMEMBERS)
                    .count();
            int[] counted = Arrays.stream(ends)
                    .mapToInt(end -> end.criterion().orElseThrow().inARow())
                    .toArray();
            OUT.println(cell + ": " + learned + " of " + SEEDS + " remember; by seed " + Arrays.toString(counted));
        }
    }
}
