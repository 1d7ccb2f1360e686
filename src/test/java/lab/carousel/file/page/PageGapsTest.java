package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The epochs between those that a page brings are trained again in it, if what comes out is the same run. */
class PageGapsTest {

    private static final int EPOCHS = 60;

    /** The number of states after filling, 0 if nothing was taken; then the last weights. */
    private static final String FILLED = "(function (experiment, epochs, weights) {"
            + " DATA = { isTrained: true, isComputed: true }; LIMITS = { filled: " + PageLimits.MOST_FILLED
            + " }; const work = []; setTimeout = (next) => work.push(next);"
            + " const states = [{ epoch: 0, weights }, { epoch: epochs, weights }]; let filled = [];"
            + " fillGaps({ experiment, memory: memoryOf(experiment), states }, [], (told) => (filled = told));"
            + " while (work.length > 0) { work.shift()(); }"
            + " return [filled.length].concat(filled.length > 0 ? Array.from(filled[filled.length - 1].weights) : []); })";

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#withMemory")
    void areFilledIfTheReplayEndsWhereTheRunDid(Cell cell) {
        Experiment experiment = new Experiment(
                Task.parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4"),
                Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.HIDDEN_UNITS, 5)
                        .with(Settings.EPOCHS, EPOCHS),
                EngineName.KERNEL);
        double[] weights = PageArithmeticTest.trained(experiment).parameters().toArray();
        double[] filled = filled(experiment, weights);
        assertThat(filled[0]).isEqualTo(EPOCHS + 1);
        assertThat(Arrays.copyOfRange(filled, 1, filled.length))
                .as("the exported epoch is the program's")
                .isEqualTo(weights);
        weights[3] += 1e-8;
        assertThat(filled(experiment, weights)).as("another run").containsExactly(0);
    }

    private static double[] filled(Experiment experiment, double[] weights) {
        try (PageScripts scripts =
                new PageScripts("random", "numbers", "tape", "network", "learn", "forks", "train", "runs")) {
            return scripts.numbers(FILLED + "(" + new PageExperiment(experiment).json() + ", " + EPOCHS + ", "
                    + Arrays.toString(weights) + ")");
        }
    }
}
