package lab.carousel.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Operation;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;

class KeptHiddenTest {

    private static final Experiment REFERENCE = Experiment.reference();

    @Test
    void whatGoesIntoTheOutputsIsTheSameAsInThePass() {
        Parameters parameters = InitialParameters.of(REFERENCE);
        int[][] sequences = REFERENCE.task().encoded();
        KeptHidden kept = KeptHidden.of(parameters, sequences).orElseThrow();
        EpochPass pass = new EpochPass(parameters, REFERENCE.hyperparameters(), Operation.NONE);
        double[][][] seen = new double[2][4][];
        pass.feed(sequences, new int[] {0, 1}, REFERENCE.scoredSteps(), (s, t, target, loss, outputs, state) -> {
            kept.keep(s, t, state);
            seen[s][t] = pass.netInputs().clone();
        });
        for (int s = 0; s < 2; s++) {
            for (int t = 0; t < 4; t++) {
                assertThat(kept.netInputs(s, t)).containsExactly(seen[s][t]);
            }
        }
    }

    @Test
    void ofTooMuchNothingIsKept() {
        Parameters parameters = InitialParameters.of(REFERENCE);
        int[] one = new int[2_001];
        int[][] sequences = new int[1_000][];
        Arrays.fill(sequences, one);
        assertThat(KeptHidden.of(parameters, sequences)).isEmpty();
    }
}
