package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Steps;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;

/** A network on a series is judged on the test part alone. */
class ForecastTallyTest {

    private static Experiment experiment(SeriesData data, SeriesFeed feed) {
        Hyperparameters linear = Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR);
        return new Experiment(Series.task(data, feed), linear, EngineName.KERNEL);
    }

    private static Evaluation ofNothing(Experiment experiment) {
        return Evaluation.of(
                experiment,
                Parameters.of(
                        experiment.layout(), new double[experiment.layout().size()]));
    }

    private static final SeriesData AIRLINE = ShippedSeries.AIRLINE.data();

    /** What is wanted has mean 0 and deviation 1 in the training part, so a network that says 0 has a loss of 1 there. */
    @Test
    void theLossIsThatOfTheTestPartAndTheTrainingPartStandsBesideIt() {
        Experiment experiment = experiment(AIRLINE, SeriesFeed.of(144));
        Evaluation evaluation = ofNothing(experiment);
        Steps steps = experiment.encoded()[0];
        double squares = 0;
        for (int t = 95; t < 143; t++) {
            squares += Math.pow(steps.target(t).number(0), 2);
        }
        assertThat(evaluation.steps()).isEqualTo(48);
        assertThat(evaluation.loss()).isCloseTo(squares / 48, within(1e-12));
        assertThat(evaluation.sequenceLoss()).hasSize(1);
        assertThat(evaluation.sequenceLoss()[0]).isCloseTo(1, within(1e-12));
    }

    /** It always says the mean of what is wanted in the training part: all rows but the first, which is a low one. */
    @Test
    void aNetworkThatSaysAMeanIsWorseThanAnEchoAndBeatsTheMeanAlone() {
        Experiment experiment = experiment(AIRLINE, SeriesFeed.of(144));
        Evaluation evaluation = ofNothing(experiment);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.WORSE);
        assertThat(evaluation.judgement().floorsUnder()).hasValue(1);
        assertThat(evaluation.judgement().forks().all())
                .isEqualTo(experiment.floors().size());
        VerdictWords words = ForkWords.verdict(experiment, evaluation, experiment.memory());
        assertThat(words.headline()).isEqualTo("worse than an echo");
    }

    /** Of a walk the last value and the mean step is an echo but for a constant. */
    @Test
    void theLastValueAgainIsAnEcho() {
        SeriesData walk = ShippedSeries.WALK.data();
        Experiment experiment = experiment(walk, SeriesFeed.of(walk.size()).with(FedValues.DIFFERENCES));
        Evaluation evaluation = ofNothing(experiment);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.ECHOES);
        assertThat(ForkWords.verdict(experiment, evaluation, experiment.memory())
                        .headline())
                .isEqualTo("echoes the last value");
    }

    @Test
    void aStepIsRightThatIsNearerThanTheEcho() {
        Experiment experiment = experiment(AIRLINE, SeriesFeed.of(144).with(FedValues.DIFFERENCES));
        Series series = Series.of(experiment.task()).orElseThrow();
        int right = 0;
        for (int step = series.firstJudged(); step < experiment.encoded()[0].size(); step++) {
            int row = series.wantedRow(step);
            double truth = series.target()[row];
            double echo = Math.abs(series.target()[row - 1] - truth);
            right += Math.abs(series.forecast(step, 0) - truth) < echo ? 1 : 0;
        }
        assertThat(ofNothing(experiment).right()).isEqualTo(right).isBetween(1, 47);
    }

    @Test
    void twelveRowsAreTooFewAndSeveralRowsAheadAreToldByFloors() {
        SeriesData shampoo = ShippedSeries.SHAMPOO.data();
        assertThat(ofNothing(experiment(shampoo, SeriesFeed.of(36))).verdict()).isEqualTo(Verdict.TOO_FEW);
        Experiment ahead = experiment(AIRLINE, SeriesFeed.of(144).withAhead(3));
        assertThat(ofNothing(ahead).verdict()).isEqualTo(Verdict.BY_FLOORS);
    }

    @Test
    void theFloorsAreInTheUnitOfTheLoss() {
        Experiment experiment = experiment(AIRLINE, SeriesFeed.of(144));
        Series series = Series.of(experiment.task()).orElseThrow();
        assertThat(experiment.floors().get(0).known()).isEqualTo("echo");
        assertThat(series.error(experiment.floors().get(0).loss())).isCloseTo(48.0412, within(5e-5));
        assertThat(experiment.memorylessFloor())
                .isEqualTo(experiment.floors().get(0).loss());
        assertThat(List.copyOf(experiment.judgingFloors())).isEqualTo(experiment.floors());
    }
}
