package lab.carousel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateBiasTest {

    private static final GateBias REFERENCE = GateBias.REFERENCE;

    @Test
    void theReferenceIsThatOfKeras() {
        assertThat(REFERENCE).isEqualTo(new GateBias(1, 0, 0));
        assertThat(REFERENCE.isChrono()).isFalse();
        assertThat(REFERENCE.withChronoSpan(2).isChrono()).isTrue();
    }

    private static GateBias withForget(double bias) {
        return new GateBias(bias, REFERENCE.input(), REFERENCE.chronoSpan());
    }

    private static GateBias withInput(double bias) {
        return new GateBias(REFERENCE.forget(), bias, REFERENCE.chronoSpan());
    }

    @Test
    void boundsAreInclusive() {
        assertThat(withForget(1_000).forget()).isEqualTo(1_000);
        assertThat(withForget(-1_000).forget()).isEqualTo(-1_000);
        assertThat(withInput(-1_000).input()).isEqualTo(-1_000);
        assertThat(withInput(1_000).input()).isEqualTo(1_000);
        assertThat(REFERENCE.withChronoSpan(2).withChronoSpan(1_000_000).chronoSpan())
                .isEqualTo(1_000_000);
        assertThat(REFERENCE.withChronoSpan(9).withChronoSpan(GateBias.NO_CHRONO))
                .isEqualTo(REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1_000.5, 1_000.5, Double.NaN, Double.POSITIVE_INFINITY})
    void biasesOutOfBounds(double bias) {
        assertThatThrownBy(() -> withForget(bias))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The bias of the forget gate must be a number from -1,000 to 1,000.");
        assertThatThrownBy(() -> withInput(bias))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The bias of the input gate must be a number from -1,000 to 1,000.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1, 1_000_001})
    void chronoSpanOutOfBounds(int span) {
        assertThatThrownBy(() -> REFERENCE.withChronoSpan(span))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The span T of chrono initialisation must be a whole number from 2 to 1,000,000.");
    }
}
