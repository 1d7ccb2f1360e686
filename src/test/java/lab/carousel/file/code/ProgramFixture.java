package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.EngineName;
import lab.carousel.model.ErrorFlow;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.LossWeighting;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Order;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.UnusualSettings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import lab.carousel.task.series.FedValues;
import lab.carousel.task.series.Leak;
import lab.carousel.task.series.Scaling;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.training.Training;

/** Experiments that together have every setting, and what Carousel makes of them. */
final class ProgramFixture {

    private static final String LOSS_LINE = "epoch \\d+ loss .*";
    private static final double TOLERANCE = 1e-9;

    private ProgramFixture() {}

    static Experiment reference() {
        return Experiment.reference();
    }

    static Experiment wholeSequence() {
        return Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE));
    }

    /** Uneven sequences, slots that run out, a state that is never reset, and most else. */
    static Experiment everythingAtOnce(Cell cell) {
        return new Experiment(
                Task.parse(
                        "a \\ \" \u00e4 \ud83c\udfa0",
                        "a \\ \" \u00e4 \ud83c\udfa0 a",
                        "\u00e4 a a \" \ud83c\udfa0 \\ \\"),
                UnusualSettings.allDecimals(Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, 5)
                        .with(Settings.OUTPUT, Output.SOFTMAX)
                        .with(Settings.LEARNING_RATE, 0.01)
                        .with(Settings.EPOCHS, 6)
                        .with(Settings.UPDATE_INTERVAL, new UpdateInterval(2))
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.LAG, 2)
                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER)
                        .with(Settings.ORDER, Order.SHUFFLED)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(3))
                        .with(Settings.OPTIMISER, Optimiser.RMSPROP)
                        .with(Settings.CHRONO_SPAN, 12)
                        .with(Settings.SEED, 99L)),
                EngineName.KERNEL);
    }

    /** The same for Keras, where slots cannot run out with their states kept. */
    static Experiment nearlyEverything(Cell cell) {
        Experiment all = everythingAtOnce(cell);
        return all.with(all.hyperparameters()
                .with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE)
                .with(Settings.OPTIMISER, Optimiser.SGD)
                .with(Settings.MOMENTUM, 0.5)
                .with(Settings.WEIGHT_DECAY, 0.2)
                .with(Settings.CLIPPING, 0.3));
    }

    /** Slots of which each sees every third step only, the last of them one step less. */
    static Experiment slots() {
        return Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.EPOCHS, 8).with(Settings.BATCH_SIZE, 3));
    }

    /** The layers stay as they are. */
    static Experiment outputOnly() {
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.TRAINS, Settings.Trains.OUTPUT_ONLY)
                .with(Settings.LAYERS, 2)
                .with(Settings.EPOCHS, 8)
                .with(Settings.LEARNING_RATE, 0.1)
                .with(Settings.WEIGHT_DECAY, 0.2);
        return Experiment.reference().with(settings);
    }

    /** Two layers whose errors go back through the cell states alone. */
    static Experiment truncated() {
        Hyperparameters settings = nearlyEverything(Cell.LSTM)
                .hyperparameters()
                .with(Settings.ERROR_FLOW, ErrorFlow.CELL_STATE_ONLY)
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE);
        return nearlyEverything(Cell.LSTM).with(settings);
    }

    /** Every symbol that may follow counts. */
    static Experiment sets() {
        return new Experiment(
                Task.parse("0 1 2 3 4", "3 0 1 2 3", "3 0 2 2 4", "4 0 1").withSets(true),
                Hyperparameters.reference().with(Settings.EPOCHS, 8),
                EngineName.KERNEL);
    }

    /** A network without memory, told so, with gradient descent. */
    static Experiment stateless() {
        return Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.CELL, Cell.DENSE)
                        .with(Settings.EPOCHS, 8)
                        .with(Settings.LAG, 3)
                        .with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.LAST_STEP)
                        .with(Settings.OPTIMISER, Optimiser.SGD)
                        .with(Settings.LEARNING_RATE, 0.5));
    }

    /** State kept until the end of an epoch, other biases of the gates. */
    static Experiment afterEpoch() {
        return Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.EPOCHS, 8)
                        .with(Settings.RESET_POLICY, ResetPolicy.AFTER_EPOCH)
                        .with(Settings.FORGET_GATE_BIAS, 2.0)
                        .with(Settings.INPUT_GATE_BIAS, -1.0)
                        .with(Settings.UPDATE_INTERVAL, new UpdateInterval(3)));
    }

    /** A series as the tutorial feeds it: one value, and the state reset before each. */
    static Experiment airline() {
        SeriesData airline = ShippedSeries.AIRLINE.data();
        return new Experiment(
                Series.task(airline, SeriesFeed.of(airline.size())),
                Hyperparameters.reference()
                        .with(Settings.OUTPUT, Output.LINEAR)
                        .with(Settings.HIDDEN_UNITS, 4)
                        .with(Settings.EPOCHS, 4)
                        .with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP),
                EngineName.KERNEL);
    }

    /** Two channels, the target later and seasonal, and windows in slots that run out. */
    static Experiment seasonal() {
        SeriesFeed feed = new SeriesFeed(1, FedValues.SEASONAL, 4, 5, 27, Leak.NONE, Scaling.UNIT);
        return series(
                feed,
                Hyperparameters.reference()
                        .with(Settings.EPOCHS, 6)
                        .with(Settings.UPDATE_INTERVAL, new UpdateInterval(2))
                        .with(Settings.BATCH_SIZE, 2)
                        .with(Settings.LAG, 3)
                        .with(Settings.RESET_POLICY, ResetPolicy.AFTER_SEQUENCE)
                        .with(Settings.CLIPPING, 0.3)
                        .with(Settings.LOSS_WEIGHTING, LossWeighting.lastStepWeighs(3)));
    }

    /** Differences with a leak; the state is never reset, so that the test part is found in one of training. */
    static Experiment leaking() {
        SeriesFeed feed = new SeriesFeed(0, FedValues.DIFFERENCES, 0, 2, 24, Leak.SCALER, Scaling.SYMMETRIC);
        return series(
                feed,
                Hyperparameters.reference()
                        .with(Settings.EPOCHS, 6)
                        .with(Settings.CELL, Cell.GRU)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.ORDER, Order.SHUFFLED)
                        .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                        .with(Settings.RESET_POLICY, ResetPolicy.NEVER));
    }

    static Stream<Experiment> series() {
        return Stream.of(airline(), seasonal(), leaking());
    }

    private static Experiment series(SeriesFeed feed, Hyperparameters hyperparameters) {
        double[] wave = IntStream.range(0, 36)
                .mapToDouble(t -> 10 + t + 5 * Math.sin(t * 1.3))
                .toArray();
        double[] bend = Arrays.stream(wave).map(value -> value * value / 7).toArray();
        // A name like a constant of programs, and one that has to be escaped
        SeriesData data =
                new SeriesData(SeriesData.OWN, List.of("K", "\\ \"\u00e4"), new double[][] {wave, bend}, List.of());
        return new Experiment(
                Series.task(data, feed), hyperparameters.with(Settings.OUTPUT, Output.LINEAR), EngineName.KERNEL);
    }

    /** Checks that a program has printed the losses that Carousel has, epoch by epoch. */
    static void assertSameLosses(List<String> printed, Experiment experiment) {
        List<Double> losses = losses(experiment);
        List<String> lines =
                printed.stream().filter(line -> line.matches(LOSS_LINE)).toList();
        assertThat(lines).as("epochs in %s", printed).hasSize(losses.size());
        for (int epoch = 1; epoch <= losses.size(); epoch++) {
            String[] words = lines.get(epoch - 1).split(" ");
            assertThat(words[1]).isEqualTo(String.valueOf(epoch));
            assertThat(Double.parseDouble(words[3]))
                    .as("loss after epoch %s", epoch)
                    .isCloseTo(losses.get(epoch - 1), within(TOLERANCE));
        }
    }

    private static List<Double> losses(Experiment experiment) {
        List<Double> losses = new ArrayList<>();
        try (Training training = new Training(experiment, new KernelEngine())) {
            while (!training.isFinished()) {
                training.advance();
                if (training.isAtEndOfEpoch()) {
                    losses.add(training.snapshot().evaluation().loss());
                }
            }
        }
        return losses;
    }
}
