package lab.carousel.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ParametersTest {

    private static final ParameterLayout LAYOUT = new ParameterLayout(3, 2);

    @Test
    void areThoseThatWereWrittenStraightIntoThem() {
        double[] values = new double[LAYOUT.size()];
        Arrays.setAll(values, index -> index / 8.0);
        Parameters written = Parameters.written(LAYOUT, array -> System.arraycopy(values, 0, array, 0, array.length));
        assertThat(written).isEqualTo(Parameters.of(LAYOUT, values));
        assertThat(written.get(56)).isEqualTo(7);
    }

    @Test
    void takeTheRoomOfThoseThatNobodyNeeds() {
        Parameters over = Parameters.of(LAYOUT, new double[LAYOUT.size()]);
        Parameters written = Parameters.writtenOver(over, array -> Arrays.fill(array, 7));
        assertThat(written.layout()).isEqualTo(LAYOUT);
        assertThat(written.toArray()).containsOnly(7);
        assertThat(written.values()).isSameAs(over.values());
    }

    @Test
    void doNotChangeWithTheArrayThatTheyWereCopiedFrom() {
        double[] values = new double[LAYOUT.size()];
        Parameters parameters = Parameters.of(LAYOUT, values);
        values[3] = 1;
        assertThat(parameters.get(3)).isZero();
    }
}
