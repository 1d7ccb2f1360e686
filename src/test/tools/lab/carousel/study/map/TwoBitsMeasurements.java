package lab.carousel.study.map;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;
import lab.carousel.model.Share;
import lab.carousel.model.layout.Parameters;
import lab.carousel.task.generator.Recipe;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;

/**
 * How often a network that learned to set and to hold two bits has a stable point for each of their four values, over twenty
 * seeds of the preset; the network of the first seed can be written into a file.
 */
final class TwoBitsMeasurements {

    private static final PrintStream OUT = System.out;
    private static final int SEEDS = 20;
    private static final int VALUES = 4;

    private TwoBitsMeasurements() {}

    /**
     * Prints the numbers.
     *
     * @param arguments the first of the twenty seeds, 1 if it is left out; and a file for its network, if it is to be written
     */
    public static void main(String[] arguments) throws IOException {
        int all = 0;
        int right = 0;
        int first = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        for (int seed = first; seed < first + SEEDS; seed++) {
            Experiment experiment = TwoBits.experiment(seed);
            Snapshot end = RecordedRuns.end(experiment);
            if (seed == first && arguments.length > 1) {
                write(Path.of(arguments[1]), end.parameters());
            }
            long start = System.nanoTime();
            FixedPoints found = TwoBits.search(
                    experiment,
                    end.parameters(),
                    experiment.task().alphabet().indices().get(Recipe.HOLD));
            double seconds = (System.nanoTime() - start) / 1e9;
            long fixed = found.points().stream().filter(FixedPoint::isFixed).count();
            boolean isWhole = found.stable().size() == VALUES && answers(found, end.parameters()) == VALUES;
            all += isWhole ? 1 : 0;
            right += end.evaluation().recall() == 1 ? 1 : 0;
            OUT.printf(
                    Locale.ROOT,
                    "seed %d: recall %.3f, %d stable of %d fixed points, %d slow points, %.2f s%n",
                    seed,
                    end.evaluation().recall(),
                    found.stable().size(),
                    fixed,
                    found.points().size() - fixed,
                    seconds);
        }
        Share share = new Share(all, SEEDS);
        OUT.printf(
                Locale.ROOT,
                "all right: %d of %d; a stable point for each of the four: %d of %d, %.0f %% (95 %%: %.0f to %.0f)%n",
                right,
                SEEDS,
                all,
                SEEDS,
                100 * share.value(),
                100 * share.low(),
                100 * share.high());
    }

    private static long answers(FixedPoints found, Parameters parameters) {
        return found.points().stream()
                .filter(point -> point.isFixed() && point.isStable())
                .map(point -> TwoBits.answers(parameters, point.state()))
                .distinct()
                .count();
    }

    private static void write(Path file, Parameters parameters) throws IOException {
        Files.writeString(
                file,
                Arrays.stream(parameters.toArray())
                        .mapToObj(weight -> weight + "\n")
                        .collect(Collectors.joining()));
    }
}
