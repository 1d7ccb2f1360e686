package lab.carousel.model.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {

    private static final int DRAWS = 200_000;

    /** The largest error in units in the last place over uniform draws, checked against the exact enough Java one. */
    private static double largestError(DoubleUnaryOperator ours, DoubleUnaryOperator exact, double least, double most) {
        SplittableRandom random = new SplittableRandom(7);
        double largest = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double x = random.nextDouble(least, most);
            double expected = exact.applyAsDouble(x);
            largest = Math.max(largest, Math.abs(ours.applyAsDouble(x) - expected) / Math.ulp(expected));
        }
        return largest;
    }

    @Test
    void theExponentialIsExactToTwoUnitsInTheLastPlace() {
        assertThat(largestError(Exponential::of, StrictMath::exp, -1, 1)).isLessThanOrEqualTo(2);
        assertThat(largestError(Exponential::of, StrictMath::exp, -708, 709.7)).isLessThanOrEqualTo(2);
        assertThat(largestError(Exponential::of, StrictMath::exp, -1e-9, 1e-9)).isLessThanOrEqualTo(2);
    }

    @Test
    void theTangentIsExactToTwoUnitsInTheLastPlace() {
        assertThat(largestError(Activation::tanh, StrictMath::tanh, -1e-9, 1e-9))
                .isLessThanOrEqualTo(2);
        assertThat(largestError(Activation::tanh, StrictMath::tanh, -0.7, 0.7)).isLessThanOrEqualTo(2);
        assertThat(largestError(Activation::tanh, StrictMath::tanh, -30, 30)).isLessThanOrEqualTo(2);
    }

    @Test
    void theSigmoidIsExactToTwoUnitsInTheLastPlaceAndToFourWhereItIsTiny() {
        DoubleUnaryOperator exact = x -> 1 / (1 + StrictMath.exp(-x));
        assertThat(largestError(Activation::sigmoid, exact, -2, 2)).isLessThanOrEqualTo(2);
        // An error in the exponential counts twice where the sigmoid is just below a power of two
        assertThat(largestError(Activation::sigmoid, exact, -700, 40)).isLessThanOrEqualTo(4);
    }

    @Test
    void knowsTheSpecialValues() {
        assertThat(Exponential.of(Double.NaN)).isNaN();
        assertThat(Exponential.of(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.of(0.0)).isEqualTo(1);
        assertThat(Exponential.of(-0.0)).isEqualTo(1);
        assertThat(Exponential.of(709.79)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.of(709.77)).isFinite().isGreaterThan(1e308);
        assertThat(Exponential.of(-708.1)).isZero();
        assertThat(Exponential.of(-707.9)).isPositive();

        assertThat(Activation.sigmoid(Double.NaN)).isNaN();
        assertThat(Activation.sigmoid(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Activation.sigmoid(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Activation.sigmoid(-0.0)).isEqualTo(0.5);
        assertThat(Activation.sigmoid(-1000)).isZero();
        assertThat(Activation.sigmoid(1000)).isEqualTo(1);

        assertThat(Activation.tanh(Double.NaN)).isNaN();
        assertThat(Activation.tanh(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Activation.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
        assertThat(Double.doubleToRawLongBits(Activation.tanh(-0.0))).isEqualTo(Double.doubleToRawLongBits(-0.0));
        assertThat(Double.doubleToRawLongBits(Activation.tanh(0.0))).isZero();
        assertThat(Activation.tanh(Double.MIN_VALUE)).isEqualTo(Double.MIN_VALUE);
        assertThat(Activation.tanh(-1000)).isEqualTo(-1);
    }

    /** The bits may differ on no machine and in no Java version: they decide whether a file gives the same curve. */
    @ParameterizedTest
    @CsvSource({
        "-745.5, 0x0.0p0, 0x0.0p0, -0x1.0p0",
        "-700.25, 0x1.af5fe9a485c8ep-1011, 0x1.af5fe9a485c8fp-1011, -0x1.0p0",
        "-36.7, 0x1.0998b04bdd19p-53, 0x1.0998b04bdd18fp-53, -0x1.0p0",
        "-3.3, 0x1.2e259bb85be84p-5, 0x1.236630d362b36p-5, -0x1.fe9bdf44f7c03p-1",
        "-0.7, 0x1.fc80db9dd5542p-2, 0x1.53c695abcd715p-2, -0x1.356fb17af2e91p-1",
        "-0.1, 0x1.cf46d99d52b3ap-1, 0x1.e66bdb1aca09p-2, -0x1.983d7795f413ap-4",
        "-1.0E-5, 0x1.fffeb07515653p-1, 0x1.ffff583a53b8fp-2, -0x1.4f8b588e06854p-17",
        "1.0E-300, 0x1.0p0, 0x1.0p-1, 0x1.56e1fc2f8f359p-997",
        "0.3, 0x1.599058c8c1a96p0, 0x1.261d545e46a8bp-1, 0x1.2a4dda7d914fap-2",
        "0.624, 0x1.ddcafdab754b8p0, 0x1.4d609d6da3df2p-1, 0x1.1b99b00e04922p-1",
        "0.626, 0x1.debfdd9cb57fbp0, 0x1.4d9c254b30245p-1, 0x1.1c4f33841819p-1",
        "1.0, 0x1.5bf0a8b14576ap1, 0x1.764d4f5d5a2bdp-1, 0x1.85efab514f394p-1",
        "2.7182818, 0x1.e4efb676bb0e9p3, 0x1.e04e3a52abe27p-1, 0x1.fb8f76adaa10dp-1",
        "19.5, 0x1.18a2aae0aa052p28, 0x1.ffffffe2cf214p-1, 0x1.0p0",
        "88.8, 0x1.148906c06fc8ap128, 0x1.0p0, 0x1.0p0",
        "709.5, 0x1.81e9b4b52d0c9p1023, 0x1.0p0, 0x1.0p0"
    })
    void givesTheSameBitsEverywhere(double x, String exponential, String sigmoid, String tanh) {
        assertThat(Double.toHexString(Exponential.of(x))).isEqualTo(exponential);
        assertThat(Double.toHexString(Activation.sigmoid(x))).isEqualTo(sigmoid);
        assertThat(Double.toHexString(Activation.tanh(x))).isEqualTo(tanh);
    }

    @Test
    void treatsArraysAsTheirValues() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(1_000, -3, 3).toArray();
        double[] sigmoid = new double[999];
        double[] tanh = new double[999];
        Activation.sigmoid(values, sigmoid);
        Activation.tanh(values, tanh);
        assertThat(sigmoid)
                .containsExactly(Arrays.stream(values)
                        .limit(999)
                        .map(Activation::sigmoid)
                        .toArray());
        assertThat(tanh)
                .containsExactly(
                        Arrays.stream(values).limit(999).map(Activation::tanh).toArray());
    }
}
