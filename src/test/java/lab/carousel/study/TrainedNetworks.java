package lab.carousel.study;

import java.util.stream.LongStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Networks to ask questions to. */
public final class TrainedNetworks {

    private TrainedNetworks() {}

    /** The reference task learned with full backpropagation through time, which remembers with most seeds. */
    public static Snapshot remembering(long seed) {
        Experiment experiment = Experiment.reference();
        return RecordedRuns.end(experiment.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, 500)
                .with(Settings.SEED, seed)));
    }

    /** The tutorial with the first seed whose verdict is a trace. */
    public static Snapshot lucky() {
        Experiment experiment = Experiment.reference();
        return LongStream.rangeClosed(1, 100)
                .mapToObj(seed -> RecordedRuns.end(experiment.with(all -> all.with(Settings.SEED, seed))))
                .filter(end -> end.verdict() == Verdict.A_TRACE)
                .findFirst()
                .orElseThrow();
    }

    /** The paper's task 2c with 50 distractors at least, learned until its criterion is met. */
    public static Snapshot noisyGap() {
        return RecordedRuns.end(Presets.named("paper2cShort"));
    }
}
