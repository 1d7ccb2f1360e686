package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartAxisTest {

    @Test
    void placesValuesAtEqualDistancesOrRatios() {
        ChartAxis linear = ChartAxis.linear("", 10, 20);
        assertThat(linear.share(12.5)).isEqualTo(0.25);
        assertThat(linear.value(0.25)).isEqualTo(12.5);
        ChartAxis logarithmic = ChartAxis.logarithmic("", 0.01, 100);
        assertThat(logarithmic.share(1)).isEqualTo(0.5, within(1e-12));
        assertThat(logarithmic.value(0.75)).isEqualTo(10, within(1e-12));
        assertThat(logarithmic.share(0))
                .as("far below, but somewhere")
                .isLessThan(-10)
                .isFinite();
    }

    @Test
    void namesStandInTheMiddleOfEqualParts() {
        ChartAxis names = ChartAxis.categories("", List.of("a", "b", "c", "d"));
        assertThat(names.share(0)).isEqualTo(0.125);
        assertThat(names.share(3)).isEqualTo(0.875);
        assertThat(names.ticksUp(60).stream().map(Tick::label)).containsExactly("a", "b", "c", "d");
        assertThat(names.ticksUp(30).stream().map(Tick::label)).containsExactly("a", "c");
    }

    @Test
    void aShortAxisOfNumbersHasTwoTicksAtLeast() {
        assertThat(ChartAxis.linear("", -8, 8).ticksUp(20)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ChartAxis.whole("", 57, 139).ticksAcross(90)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ChartAxis.whole("", 57, 139).ticksAcross(90)).allMatch(tick -> tick.value() % 1 == 0);
    }

    /** From below 0, too, where a bent axis would begin. */
    @Test
    void anAxisThatIsNotBentHasTicksAtEqualDistances() {
        assertThat(ChartAxis.linear("", -2, 102).ticksUp(280).stream().map(Tick::label))
                .containsExactly("0", "20", "40", "60", "80", "100");
    }

    @Test
    void aLongAxisHasTwelveTicksAtMost() {
        assertThat(ChartAxis.linear("", 0, 1).ticksUp(10_000)).hasSizeLessThanOrEqualTo(12);
    }
}
