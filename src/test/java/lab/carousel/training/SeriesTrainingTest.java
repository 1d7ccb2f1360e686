package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network learns of a series. */
class SeriesTrainingTest {

    private static final double[] AIRLINE = ShippedSeries.AIRLINE.data().values()[0];
    private static final int TRAIN = 96;

    private static Parameters trained(double[] values, Leak leak) {
        return trained(values, leak, Scaling.STANDARD);
    }

    private static Parameters trained(double[] values, Leak leak, Scaling scaling) {
        SeriesData data = new SeriesData(SeriesData.OWN, List.of("x"), new double[][] {values}, List.of());
        SeriesFeed feed =
                SeriesFeed.of(values.length).withTrain(TRAIN).with(leak).with(scaling);
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.OUTPUT, Output.LINEAR)
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.EPOCHS, 2);
        Experiment experiment = new Experiment(Series.task(data, feed), settings, EngineName.KERNEL);
        try (QuietTraining training = new QuietTraining(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
            }
            return training.parameters();
        }
    }

    private static double[] withAnotherEnd() {
        double[] other = AIRLINE.clone();
        for (int row = TRAIN; row < other.length; row++) {
            other[row] = 1_000 - 3 * other[row];
        }
        return other;
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void nothingOfTheTestPartIsLearned(Scaling scaling) {
        assertThat(trained(withAnotherEnd(), Leak.NONE, scaling)).isEqualTo(trained(AIRLINE, Leak.NONE, scaling));
    }

    @ParameterizedTest
    @EnumSource(value = Leak.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void withALeakTheTestPartChangesWhatIsLearned(Leak leak) {
        assertThat(trained(withAnotherEnd(), leak)).isNotEqualTo(trained(AIRLINE, leak));
    }

    @Test
    void everyValueOfTheTrainingPartIsLearned() {
        double[] other = AIRLINE.clone();
        other[TRAIN - 1]++;
        assertThat(trained(other, Leak.NONE)).isNotEqualTo(trained(AIRLINE, Leak.NONE));
    }
}
