package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutputUnitsTest {

    @ParameterizedTest
    @EnumSource
    void fewAndManyOutputsHaveToTheLastBitTheLossAndTheValuesOfTheOutput(Output output) {
        SplittableRandom random = new SplittableRandom(1);
        for (int outputs : new int[] {2, 31, 32, 33, 500}) {
            OutputUnits units = new OutputUnits(output, outputs);
            for (double spread : new double[] {1e-3, 1, 10, 100, 2_000}) {
                double[] z = random.doubles(outputs, -spread, spread).toArray();
                int target = random.nextInt(outputs);
                assertThat(units.loss(z, target)).isEqualTo(output.loss(z, target));
                double[] expected = z.clone();
                output.activate(expected);
                units.activate(z);
                assertThat(z).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatIsNoneIsToldAsSuch(Output output) {
        double[] z = new SplittableRandom(1).doubles(100, -1, 1).toArray();
        z[3] = Double.NaN;
        OutputUnits units = new OutputUnits(output, z.length);
        assertThat(units.loss(z, 5)).isNaN();
        assertThat(units.loss(z, 3)).isNaN();
    }
}
