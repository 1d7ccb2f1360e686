package lab.carousel.training;

import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Judge;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * How well a network does on sequences of a drawn task, apart for those that it was trained on, the first of them, and for
 * others: the test half of a pool, words longer than all that are trained, or fresh ones.
 */
public record DrawnScores(Score trained, Score fresh) {

    /** Sequences that are examined, unless their steps together are too many. */
    public static final int MOST = 2_000;

    private static final long MOST_STEPS = 2_500_000;

    /**
     * On some sequences.
     *
     * @param loss  mean over the scored steps; NaN if there is none
     * @param share of the sequences that meet the criterion: their largest error is below its bound
     */
    public record Score(double loss, double share, int sequences) {}

    /** Empty where the sequences are listed. */
    public static Optional<DrawnScores> of(Snapshot snapshot) {
        return of(
                snapshot.experiment(),
                snapshot.parameters(),
                snapshot.position().epoch());
    }

    static Optional<DrawnScores> of(Experiment experiment, Parameters parameters, int epochs) {
        return experiment.task().judge().stoppingRule().map(rule -> {
            Judge judge = experiment.task().judge();
            RandomStreams streams =
                    RandomStreams.of(experiment.hyperparameters().get(Settings.SEED));
            long seen = (long) epochs * Schedule.DRAWN_PER_EPOCH;
            Stream<Steps> trained = judge.trained(streams.training(), streams.pool(), seen);
            return new DrawnScores(
                    score(experiment, rule, parameters, seen == 0 ? Stream.of() : trained),
                    score(experiment, rule, parameters, judge.fresh(streams.test(), streams.pool())));
        });
    }

    private static Score score(
            Experiment experiment, StoppingRule rule, Parameters parameters, Stream<Steps> sequences) {
        ForwardPass pass = new ForwardPass(parameters, experiment.hyperparameters());
        ScoredSteps scored = experiment.scoredSteps();
        double[] loss = {0, 0};
        double[] error = new double[1];
        int passed = 0;
        int count = 0;
        long fed = 0;
        Iterator<Steps> left = sequences.limit(MOST).iterator();
        while (fed < MOST_STEPS && left.hasNext()) {
            Steps steps = left.next();
            Steps judged = experiment.task().judge().judged(steps);
            error[0] = 0;
            pass.feed(steps.with(experiment.askedSteps()), (t, target, lossOfStep, outputs, state) -> {
                if (scored.include(t, steps.size())) {
                    loss[0] += lossOfStep;
                    loss[1]++;
                }
                error[0] = Math.max(error[0], judged.target(t).error(outputs));
            });
            passed += error[0] < rule.bound() ? 1 : 0;
            fed += steps.size();
            count++;
        }
        return new Score(loss[0] / loss[1], (double) passed / count, count);
    }

    /** Both in a sentence. */
    public String words() {
        return Message.text("criterion.scores", words(trained), words(fresh));
    }

    private static String words(Score score) {
        return score.sequences == 0
                ? Message.text("criterion.scores.none")
                : Message.text(
                        "criterion.scores.of",
                        NumberText.percent(score.share),
                        score.sequences,
                        NumberText.loss(score.loss));
    }
}
