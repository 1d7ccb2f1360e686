package lab.carousel.study;

import java.util.stream.LongStream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Snapshot;
import lab.carousel.training.Training;

/** Networks to ask questions to. */
public final class TrainedNetworks {

    private TrainedNetworks() {}

    /** The reference task learned with full backpropagation through time, which remembers with most seeds. */
    public static Snapshot remembering(long seed) {
        Experiment experiment = Experiment.reference();
        return train(experiment.with(experiment
                .hyperparameters()
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                .withEpochs(500)
                .withSeed(seed)));
    }

    /** The tutorial with the first seed that is right by luck. */
    public static Snapshot lucky() {
        Experiment experiment = Experiment.reference();
        return LongStream.rangeClosed(1, 100)
                .mapToObj(seed ->
                        train(experiment.with(experiment.hyperparameters().withSeed(seed))))
                .filter(end -> end.verdict() == Verdict.RIGHT_BY_LUCK)
                .findFirst()
                .orElseThrow();
    }

    /** The paper's task 2c with 50 distractors at least, learned until its criterion is met. */
    public static Snapshot noisyGap() {
        return train(Preset.all().stream()
                .filter(preset -> preset.key().equals("paper2cShort"))
                .findFirst()
                .orElseThrow()
                .experiment());
    }

    public static Snapshot train(Experiment experiment) {
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.snapshot();
        }
    }
}
