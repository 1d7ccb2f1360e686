package lab.carousel.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lab.carousel.model.layout.Quantity;
import lab.carousel.task.Target;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * The accounts of a network of two units, next to what a pocket calculator says. The weights stand in
 * {@link HandNetwork}; results are written with six decimals, as the calculator shows them.
 */
class HandCheckedAccountTest {

    private static final Offset<Double> SIX_DECIMALS = within(5.1e-7);

    @Test
    void theFirstStepStartsFromZero() {
        UnitAccount unit = HandNetwork.account(1, 1).unit();
        // Input a, h and c before are 0: only the weight from a and the bias are left
        check(unit, Quantity.INPUT_GATE, 0.5 + 0.1, 0.645656); // 1 / (1 + e^-0.6)
        check(unit, Quantity.FORGET_GATE, 0.2 + 1.0, 0.768525); // 1 / (1 + e^-1.2)
        check(unit, Quantity.CANDIDATE, 0.8 + 0.0, 0.664037); // tanh 0.8
        check(unit, Quantity.OUTPUT_GATE, 0.4 - 0.2, 0.549834); // 1 / (1 + e^-0.2)
        // 0.768525 * 0 + 0.645656 * 0.664037 = 0.428740
        assertThat(unit.cBefore()).isZero();
        assertThat(unit.c()).isCloseTo(0.428740, SIX_DECIMALS);
        // tanh 0.428740 = 0.404267, and 0.549834 * 0.404267 = 0.222280
        assertThat(unit.value(unit.cell().equation(Quantity.HIDDEN_STATE).of().get(1)))
                .isCloseTo(0.404267, SIX_DECIMALS);
        assertThat(unit.h()).isCloseTo(0.222280, SIX_DECIMALS);
        // Unit 2 likewise: i = 0.401312, g = -0.379949, c = -0.152478, o = 0.645656, h = 0.645656 * -0.151307
        assertThat(HandNetwork.account(1, 2).unit().h()).isCloseTo(-0.097693, SIX_DECIMALS);
    }

    @Test
    void theSecondStepStartsFromWhatTheFirstLeft() {
        UnitAccount unit = HandNetwork.account(2, 1).unit();
        // Input b; before it c = 0.428740, h of unit 1 = 0.222280, h of unit 2 = -0.097693
        assertThat(unit.cBefore()).isCloseTo(0.428740, SIX_DECIMALS);
        assertThat(unit.hBefore()).isCloseTo(0.222280, SIX_DECIMALS);
        // -0.4 + 0.1 + 0.3 * 0.222280 - 0.2 * -0.097693 = -0.213777
        check(unit, Quantity.INPUT_GATE, -0.213777, 0.446758);
        // 0.9 + 1.0 + 0.6 * 0.222280 - 0.3 * -0.097693 = 2.062676
        check(unit, Quantity.FORGET_GATE, 2.062676, 0.887222);
        // -0.5 + 0.0 - 0.7 * 0.222280 + 0.9 * -0.097693 = -0.743520
        check(unit, Quantity.CANDIDATE, -0.743520, -0.631267);
        // 0.1 - 0.2 + 0.5 * 0.222280 + 0.1 * -0.097693 = 0.001371
        check(unit, Quantity.OUTPUT_GATE, 0.001371, 0.500343);
        // 0.887222 * 0.428740 + 0.446758 * -0.631267 = 0.380388 - 0.282024
        assertThat(unit.c()).isCloseTo(0.098364, SIX_DECIMALS);
        // 0.500343 * tanh 0.098364 = 0.500343 * 0.098048
        assertThat(unit.h()).isCloseTo(0.049057, SIX_DECIMALS);
    }

    @Test
    void eachTermIsAWeightTimesWhatComesThroughIt() {
        NetInput forget =
                HandNetwork.account(2, 1).unit().gate(Quantity.FORGET_GATE).input();
        assertThat(forget.terms())
                .extracting(Term::from)
                .containsExactly(TermSource.SYMBOL, TermSource.BIAS, TermSource.BEFORE, TermSource.BEFORE);
        assertThat(forget.terms()).extracting(Term::weight).containsExactly(0.9, 1.0, 0.6, -0.3);
        assertThat(forget.terms().get(2).value()).isCloseTo(0.222280, SIX_DECIMALS);
        assertThat(forget.terms().get(3).product()).isCloseTo(-0.3 * -0.097693, SIX_DECIMALS);
    }

    @Test
    void theOutputsAndTheLoss() {
        OutputAccount output = HandNetwork.account(2, 1).output();
        // 0.1 + 1.2 * 0.049057 - 0.7 * 0.124237 = 0.071903, and -0.2 - 0.9 * 0.049057 + 1.1 * 0.124237 = -0.107491
        assertThat(output.z()).containsExactly(new double[] {0.071903, -0.107491}, within(1e-6));
        assertThat(output.y()).containsExactly(new double[] {0.517968, 0.473153}, SIX_DECIMALS);
        // Expected is a: (-ln 0.517968 - ln(1 - 0.473153)) / 2 = (0.657842 + 0.640845) / 2
        assertThat(output.target()).isEqualTo(Target.of(0));
        assertThat(output.loss()).isCloseTo(0.649343, SIX_DECIMALS);
    }

    private static void check(UnitAccount unit, Quantity gate, double net, double value) {
        assertThat(unit.gate(gate).net()).as("net input of " + gate).isCloseTo(net, within(1e-6));
        assertThat(unit.value(gate)).as(gate.name()).isCloseTo(value, SIX_DECIMALS);
    }
}
