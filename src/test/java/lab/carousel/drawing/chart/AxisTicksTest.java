package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTicksTest {

    @Test
    void areRoundNumbersAtEqualDistances() {
        assertThat(labels(AxisTicks.linear(0, 250, 6, true))).containsExactly("0", "50", "100", "150", "200", "250");
        assertThat(labels(AxisTicks.linear(0, 0.7, 8, false)))
                .containsExactly("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7");
    }

    @Test
    void haveCommasBetweenThousands() {
        assertThat(labels(AxisTicks.linear(0, 1_000_000, 2, true))).containsExactly("0", "500,000", "1,000,000");
    }

    @Test
    void stayWholeHoweverFarOneZoomsIn() {
        assertThat(labels(AxisTicks.linear(136.4, 138.2, 20, true))).containsExactly("137", "138");
    }

    @Test
    void areOneTwoAndFiveTimesThePowersOfTenOnALogarithmicAxis() {
        assertThat(labels(AxisTicks.logarithmic(0.05, 1, 10))).containsExactly("0.05", "0.1", "0.2", "0.5", "1");
    }

    @Test
    void areThePowersAloneWhereThereIsNoRoom() {
        assertThat(labels(AxisTicks.logarithmic(1e-6, 1, 7)))
                .containsExactly("10⁻⁶", "10⁻⁵", "0.0001", "0.001", "0.01", "0.1", "1");
        assertThat(labels(AxisTicks.logarithmic(1e-6, 1, 4))).containsExactly("10⁻⁶", "0.0001", "0.01", "1");
    }

    @Test
    void areAtEqualDistancesOnAShortLogarithmicAxis() {
        assertThat(labels(AxisTicks.logarithmic(0.06, 0.09, 10))).containsExactly("0.06", "0.07", "0.08", "0.09");
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }
}
