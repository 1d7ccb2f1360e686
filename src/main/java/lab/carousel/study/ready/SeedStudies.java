package lab.carousel.study.ready;

import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Study;

/** Does it always work? */
final class SeedStudies {

    private static final int SEEDS = 100;

    private SeedStudies() {}

    static List<ReadyMade> all() {
        return List.of(
                ReadyMade.of("manySeeds", Question.SEEDS, Experiment.reference(), List.of(), Study.GRID, SEEDS),
                ReadyMade.of("fullGradient", Question.SEEDS, fullGradient(1_000), List.of(), Study.GRID, SEEDS));
    }

    /** The reference with one update for each sequence, so that the gradient reaches the first symbol. */
    static Experiment fullGradient(int epochs) {
        Experiment reference = Experiment.reference();
        return reference.with(all -> all.with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.EPOCHS, epochs));
    }
}
