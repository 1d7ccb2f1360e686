package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.KeptSteps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of the losses of pairs against the losses themselves. */
class PairScreenTest {

    private static final int STEPS = 300;
    private static final int SYMBOLS = 5;
    private static final Experiment EXPERIMENT = Experiment.reference();
    private static final int[] TARGETS =
            IntStream.range(0, STEPS).map(step -> step * SYMBOLS / STEPS).toArray();

    private static KeptSteps kept(double size) {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[EXPERIMENT.layout().size()];
        Arrays.setAll(values, index -> size * random.nextDouble(-1, 1));
        Parameters network = Parameters.of(EXPERIMENT.layout(), values);
        // So many that hidden states are kept
        int all = 400_001;
        KeptSteps kept = KeptSteps.of(network, all, new double[0]).orElseThrow();
        NetworkState state = new NetworkState(EXPERIMENT.layout());
        for (int step = 0; step < STEPS; step++) {
            Arrays.setAll(state.h, unit -> random.nextDouble(-1, 1));
            kept.keep(new double[SYMBOLS], state);
        }
        assertThat(kept.isHidden()).isTrue();
        return kept;
    }

    private static PairScreen screen(KeptSteps kept) {
        int[] steps = IntStream.range(0, STEPS).toArray();
        double[] inputs = Arrays.stream(steps)
                .mapToDouble(step -> kept.netInput(step, TARGETS[step]))
                .toArray();
        PairScreen screen = new PairScreen(kept);
        screen.look(steps, TARGETS, inputs);
        return screen;
    }

    private static double mostLosses(KeptSteps kept, int step) {
        return IntStream.range(0, STEPS)
                .filter(other -> TARGETS[other] != TARGETS[step])
                .mapToDouble(other -> loss(kept, step, TARGETS[other]) + loss(kept, other, TARGETS[step]))
                .max()
                .orElseThrow();
    }

    private static double loss(KeptSteps kept, int step, int other) {
        return Activation.softplus(kept.netInput(step, other) - kept.netInput(step, TARGETS[step]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 1e-3, 0.01, 0.05, 0.1, 0.2, 1, 2})
    void noStepIsInAPairThatLosesMoreThanIsToldNorMuchLess(double size) {
        KeptSteps kept = kept(size);
        PairScreen screen = screen(kept);
        for (int step = 0; step < STEPS; step++) {
            double most = mostLosses(kept, step);
            assertThat(screen.mostLosses(step)).isBetween(most, most + 0.001);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 1_000, 1e100})
    void nothingIsToldOfPairsOfWhichAnExponentialIsTooLarge(double size) {
        KeptSteps kept = kept(size);
        PairScreen screen = screen(kept);
        assertThat(IntStream.range(0, STEPS)).allMatch(step -> screen.mostLosses(step) >= mostLosses(kept, step));
        assertThat(IntStream.range(0, STEPS)).anyMatch(step -> screen.mostLosses(step) == Double.POSITIVE_INFINITY);
    }
}
