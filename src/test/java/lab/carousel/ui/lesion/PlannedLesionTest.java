package lab.carousel.ui.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Lesion;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.StepSpan;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.lesion.LesionList.LesionWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedLesionTest {

    private static final ParameterLayout LAYOUT = new ParameterLayout(5, 20);
    private static final PlannedLesion A = lesion(Quantity.CELL_STATE, 0, StepSpan.EVERYWHERE, 3);
    private static final PlannedLesion B = lesion(Quantity.FORGET_GATE, 0.5, new StepSpan(2, 4), 3, 4, 5);

    private static PlannedLesion lesion(Quantity quantity, double value, StepSpan steps, Integer... units) {
        return new PlannedLesion(quantity, value, UnitChoice.of(Set.of(units), LAYOUT), steps);
    }

    @Test
    void aLesionIsMadeInTheUnitsThatANetworkHas() {
        assertThat(B.in(LAYOUT)).contains(new Lesion(Set.of(3, 4, 5), Quantity.FORGET_GATE, 0.5, 1, 3));
        assertThat(A.in(LAYOUT)).contains(Lesion.silence(Set.of(3), Quantity.CELL_STATE));
        assertThat(B.in(new ParameterLayout(5, 5)).orElseThrow().units()).containsExactlyInAnyOrder(3, 4);
        assertThat(B.in(new ParameterLayout(5, 2))).isEmpty();
        ParameterLayout gated = new ParameterLayout(5, 5, 20, Cell.GRU, 1);
        assertThat(A.in(gated)).isEmpty();
        assertThat(LesionWords.of(A, gated)).contains("not in this network");
        assertThat(LesionWords.of(B, LAYOUT)).isEqualTo("f = 0.5, units 4–6, steps 2–4");
        assertThat(LesionWords.of(A, LAYOUT)).isEqualTo("c = 0, unit 4, all steps");
    }

    @Test
    void readsStepsAsPeopleWriteThem() {
        assertThat(StepSpan.parse(" ")).isEqualTo(StepSpan.EVERYWHERE);
        assertThat(StepSpan.parse("3")).isEqualTo(new StepSpan(3, 3));
        assertThat(StepSpan.parse("2 – 4")).isEqualTo(new StepSpan(2, 4));
        assertThat(StepSpan.parse("2-")).isEqualTo(new StepSpan(2, StepSpan.END));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "4-2", "-3", "1-2-3", "1,2"})
    void refusesWhatIsNoRangeOfSteps(String text) {
        assertThatThrownBy(() -> StepSpan.parse(text)).isInstanceOf(InvalidInput.class);
    }
}
