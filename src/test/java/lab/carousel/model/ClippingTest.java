package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {

    @Test
    void noneIsAnInfiniteNorm() {
        assertThat(Clipping.NONE.isNone()).isTrue();
        assertThat(new Clipping(Double.POSITIVE_INFINITY)).isEqualTo(Clipping.NONE);
        assertThat(new Clipping(Double.MAX_VALUE).isNone()).isFalse();
        assertThat(new Clipping(Double.MIN_VALUE).isNone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aNormIsAboveZero(double norm) {
        assertThatThrownBy(() -> new Clipping(norm))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The norm to clip at must be a number above 0.");
    }
}
