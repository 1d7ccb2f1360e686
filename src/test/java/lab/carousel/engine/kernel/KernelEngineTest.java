package lab.carousel.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import lab.carousel.Main;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.GateBias;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Order;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.TrainedNetworks;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of whole trainings with the kernel. */
class KernelEngineTest {

    private static Snapshot train(Hyperparameters hyperparameters) {
        return TrainedNetworks.train(Experiment.reference().with(hyperparameters), new KernelEngine());
    }

    @ParameterizedTest
    @EnumSource
    void everyEngineIsFoundByItsName(EngineName name) {
        assertThat(Engines.named(name).name()).isEqualTo(name);
    }

    @Test
    void learnsWhatTheTutorialLearns() {
        List<Snapshot> ends = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> train(Hyperparameters.reference().withSeed(seed)))
                .toList();

        assertThat(ends.stream()
                        .mapToDouble(end -> end.evaluation().loss())
                        .average()
                        .orElseThrow())
                .isBetween(0.075, 0.09);
        // By bits a few in a hundred have learned a little of the first symbol: 3 of 100, 1.0 to 8.5 %
        assertThat(ends).filteredOn(end -> end.verdict() == Verdict.REMEMBERS).hasSizeLessThan(2);
    }

    @Test
    void remembersWhenTheGradientTravelsThroughTheSequence() {
        long remembering = LongStream.rangeClosed(1, 20)
                .mapToObj(seed -> train(Hyperparameters.reference()
                        .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE)
                        .withEpochs(500)
                        .withSeed(seed)))
                .filter(end -> end.verdict() == Verdict.REMEMBERS)
                .count();

        assertThat(remembering).isGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource
    void trainsOnTwoThreadsAtOnceAsOnOne(Cell cell) throws Exception {
        Hyperparameters first = Hyperparameters.reference().withCell(cell).withEpochs(500);
        Hyperparameters second = first.withSeed(2)
                .withLayers(2)
                .withOrder(Order.SHUFFLED)
                .withGateBias(GateBias.REFERENCE.withChronoSpan(4))
                .withUpdateInterval(UpdateInterval.WHOLE_SEQUENCE);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Parameters> one = threads.submit(() -> train(first).parameters());
            Future<Parameters> other = threads.submit(() -> train(second).parameters());

            assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(train(first).parameters());
            assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(train(second).parameters());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void loadsNothingOfDeeplearning4j(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-verbose:class",
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "train",
                        "--engine",
                        "kernel",
                        "--epochs",
                        "20",
                        "--quiet")
                .redirectErrorStream(true)
                .directory(folder.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).isZero();
        assertThat(output).contains(KernelTrainer.class.getName(), "recall   ");
        assertThat(output).doesNotContainPattern("] org\\.(nd4j|deeplearning4j|bytedeco)\\.");
    }
}
