package lab.carousel.study;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Preset;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/** Prints what luck does on random walks, of which nobody can know the next step, a network each; and ten seeds of three presets. */
public final class WalkForecasts {

    private static final PrintStream OUT = System.out;
    private static final int WALKS = 200;
    private static final int SEEDS = 10;

    private WalkForecasts() {}

    public static void main(String[] arguments) {
        Preset shampoo = Presets.preset("shampoo");
        tell("36 rows, as the shampoo sales", 36, shampoo.experiment().hyperparameters(), feed -> feed.with(
                        FedValues.DIFFERENCES)
                .with(Scaling.SYMMETRIC));
        Hyperparameters values = Hyperparameters.reference()
                .with(Settings.OUTPUT, Output.LINEAR)
                .with(Settings.HIDDEN_UNITS, 8)
                .with(Settings.LEARNING_RATE, 0.003)
                .with(Settings.UPDATE_INTERVAL, new UpdateInterval(20))
                .with(Settings.CLIPPING, 1.0)
                .with(Settings.EPOCHS, 100);
        tell("240 rows, fed values", 240, values, feed -> feed);
        tell("240 rows, fed differences", 240, values, feed -> feed.with(FedValues.DIFFERENCES));
        for (String preset : List.of("walk", "mackeyGlass", "noisyMackeyGlass", "noisySine")) {
            Experiment experiment = Presets.preset(preset).experiment();
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            for (long seed = 1; seed <= SEEDS; seed++) {
                long own = seed;
                verdicts.merge(
                        RecordedRuns.end(experiment.with(all -> all.with(Settings.SEED, own)))
                                .verdict(),
                        1,
                        Integer::sum);
            }
            OUT.println(preset + ", seeds 1 to 10: " + verdicts);
        }
    }

    private static void tell(String name, int rows, Hyperparameters settings, UnaryOperator<SeriesFeed> feed) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        int under = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Experiment experiment = new Experiment(
                    Series.task(walk(rows, 1_000L + walk), feed.apply(SeriesFeed.of(rows))),
                    settings.with(Settings.SEED, walk + 1L),
                    EngineName.KERNEL);
            Series series = Series.of(experiment.task()).orElseThrow();
            Snapshot end = RecordedRuns.end(experiment);
            verdicts.merge(end.verdict(), 1, Integer::sum);
            double echo = series.part().error(series.part().said()[0]);
            under += series.error(end.evaluation().loss()) < echo ? 1 : 0;
        }
        OUT.println(WALKS + " walks of " + name + ": " + under + " under the echo, " + verdicts);
    }

    private static SeriesData walk(int rows, long seed) {
        Random random = new Random(seed);
        double[] values = new double[rows];
        IntStream.range(1, rows).forEach(row -> values[row] = values[row - 1] + random.nextGaussian());
        return new SeriesData(SeriesData.OWN, List.of("x"), new double[][] {values}, List.of());
    }
}
