package lab.carousel.model.verdict;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.task.Judge;

/** What a network forecasts, and how well it does in the part that it learns. */
final class ForecastTally {

    private final Judge judge;
    private final int firstJudged;
    private final double[] said;
    private double learnedLoss;
    private int learnedSteps;

    private ForecastTally(Experiment experiment, int firstJudged) {
        this.judge = experiment.task().judge();
        this.firstJudged = firstJudged;
        this.said = new double[experiment.task().supply().listed().sum() - firstJudged];
    }

    /** Empty where nothing is learned apart. */
    static Optional<ForecastTally> of(Experiment experiment) {
        int firstJudged = experiment.task().supply().firstJudged();
        return firstJudged == 0 ? Optional.empty() : Optional.of(new ForecastTally(experiment, firstJudged));
    }

    /** Gives on what is judged. */
    Evaluator.StepTally counting(Evaluator.StepTally judged) {
        return (s, t, answer) -> {
            if (t < firstJudged) {
                learnedLoss += answer.loss();
                learnedSteps++;
            } else {
                said[t - firstJudged] = answer.prediction().number(0);
                judged.add(s, t, answer);
            }
        };
    }

    Evaluation judged(Evaluation evaluation) {
        Evaluation both = evaluation.withSequences(learnedLoss / learnedSteps);
        return judge.forecast(said)
                .map(verdict -> both.with(Judgement.of(verdict, evaluation.steps())))
                .orElse(both);
    }
}
