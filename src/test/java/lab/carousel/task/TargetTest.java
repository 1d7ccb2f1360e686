package lab.carousel.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void theErrorOfASetIsWhetherALegalOutputIsNotAboveEveryOther() {
        Target set = Target.ofSet(IntStream.of(0, 2));
        assertThat(set.error(new double[] {0.3, 0.2, 0.9})).isZero();
        assertThat(set.error(new double[] {0.2, 0.2, 0.9})).isEqualTo(1);
        assertThat(set.error(new double[] {0.3, 0.4, 0.9})).isEqualTo(1);
        assertThat(set.error(new double[] {0.3, Double.NaN, 0.9})).isEqualTo(1);
        assertThat(Target.ofSet(IntStream.of(0, 1)).error(new double[] {-3, 5})).isZero();
    }

    @Test
    void theErrorOfNumbersAndOfASymbolIsTheLargestDifference() {
        assertThat(Target.ofNumbers(-1, 0.5).error(new double[] {-0.75, 0.25})).isEqualTo(0.25);
        assertThat(Target.ofNumbers(-1, 0.5).error(new double[] {-0.75, 2})).isEqualTo(1.5);
        assertThat(Target.ofNumbers(2).error(new double[] {-1})).isEqualTo(3);
        assertThat(Target.of(1).error(new double[] {0.1, 0.8})).isEqualTo(0.2, within(1e-15));
        assertThat(Target.of(1).error(new double[] {0.4, 0.8})).isEqualTo(0.4);
        assertThat(Target.of(1).error(new double[] {0.4, Double.NaN})).isNaN();
    }

    @Test
    void ofSignsOnlyAnOutputThatFallsShortIsOff() {
        Target signs = Target.ofSigns(1, -1);
        assertThat(signs.error(new double[] {2, -3})).isZero();
        assertThat(signs.error(new double[] {0.25, -3})).isEqualTo(0.75);
        assertThat(signs.error(new double[] {2, 0.5})).isEqualTo(1.5);
        assertThat(signs.error(new double[] {2, Double.NaN})).isNaN();
        assertThat(signs.difference(new double[] {2, -3})).isEqualTo(2);
        assertThat(signs.accepts(Target.ofNumbers(2, -1e-9))).isTrue();
        assertThat(signs.accepts(Target.ofNumbers(2, 0))).isFalse();
        assertThat(Target.within(1, 1, -1).accepts(Target.ofNumbers(2, -1))).isFalse();
    }

    @Test
    void whereNothingIsWantedNothingIsWrong() {
        assertThat(Target.NONE.error(new double[] {5, -7})).isZero();
    }

    @Test
    void onlySymbolsHaveAMargin() {
        assertThat(Target.of(1).margin(new double[] {0.25, 1, 0.5})).isEqualTo(0.5);
        assertThat(Target.ofSet(IntStream.of(0, 1)).margin(new double[] {0.25, 1, 0.5}))
                .isEqualTo(-0.25);
        assertThat(Target.NONE.margin(new double[] {1, 2})).isNaN();
        assertThat(Target.ofNumbers(1, 2).margin(new double[] {1, 2})).isNaN();
        assertThat((Target.ofNumbers(1, 2).kind() == TargetKind.NUMBERS)).isTrue();
        assertThat((Target.NONE.kind() == TargetKind.NUMBERS) || (Target.of(1).kind() == TargetKind.NUMBERS))
                .isFalse();
    }
}
