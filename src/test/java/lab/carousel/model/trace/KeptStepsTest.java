package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

class KeptStepsTest {

    /** With more outputs than units. */
    private static final Experiment REFERENCE =
            Experiment.reference().with(Experiment.reference().hyperparameters().withHiddenUnits(3));

    @Test
    void whatGoesIntoTheOutputsIsTheSameAsInThePass() {
        assertTheSame(1_000);
    }

    @Test
    void ofManyStepsTheHiddenStatesAreKept() {
        assertTheSame(39);
    }

    private static void assertTheSame(int mostInputs) {
        Parameters parameters = InitialParameters.of(REFERENCE);
        KeptSteps kept = new KeptSteps(parameters, 8, new double[3], mostInputs);
        EpochPass pass = new EpochPass(parameters, REFERENCE.hyperparameters(), Operation.NONE);
        List<double[]> seen = new ArrayList<>();
        int[][] sequences = REFERENCE.task().encoded();
        pass.answer(sequences, new int[] {0, 1}, REFERENCE.scoredSteps(), (s, t, answer, netInputs, state) -> {
            kept.keep(netInputs, state);
            seen.add(netInputs.clone());
        });
        assertThat(seen).hasSize(8);
        for (int step = 0; step < seen.size(); step++) {
            assertThat(kept.netInputs(step)).containsExactly(seen.get(step));
        }
    }
}
