package lab.carousel.study;

import java.io.PrintStream;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Prints how many floors the networks of <i>Nothing known</i> are below, with what they show as loss, of the seeds 1 to 20. */
public final class NothingKnown {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 20;

    private NothingKnown() {}

    public static void main(String[] arguments) {
        Experiment sit = NothingKnownTest.experiment(NothingKnownTest.SIT);
        Map<String, Experiment> tried = new LinkedHashMap<>();
        tried.put("on the floor", sit);
        tried.put("1,000 epochs", sit.with(all -> all.with(Settings.EPOCHS, 1_000)));
        tried.put("32 units", sit.with(all -> all.with(Settings.HIDDEN_UNITS, 32)));
        tried.put("whole sequence", NothingKnownTest.wholeSequence(sit));
        tried.put("plain sum", NothingKnownTest.experiment(NothingKnownTest.TRANSFER));
        tried.forEach((name, experiment) -> {
            List<Snapshot> ends = LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed -> RecordedRuns.end(NothingKnownTest.ofSeed(experiment, seed)))
                    .toList();
            DoubleSummaryStatistics losses =
                    ends.stream().mapToDouble(end -> end.evaluation().loss()).summaryStatistics();
            OUT.printf(
                    "%s: floors %s, losses at the bottom %.4f to %.4f%n",
                    name, ends.stream().map(NothingKnownTest::floorsUnder).toList(), losses.getMin(), losses.getMax());
        });
    }
}
