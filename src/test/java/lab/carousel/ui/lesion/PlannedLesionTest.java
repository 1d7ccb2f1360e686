package lab.carousel.ui.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import org.junit.jupiter.api.Test;

class PlannedLesionTest {

    private static final ParameterLayout LAYOUT = new ParameterLayout(5, 20);
    private static final PlannedLesion A = lesion(Quantity.CELL_STATE, 0, TypedSteps.EVERYWHERE, 3);
    private static final PlannedLesion B = lesion(Quantity.FORGET_GATE, 0.5, new TypedSteps(2, 4), 3, 4, 5);

    private static PlannedLesion lesion(Quantity quantity, double value, TypedSteps steps, Integer... units) {
        return new PlannedLesion(quantity, value, UnitChoice.of(Set.of(units), LAYOUT), steps);
    }

    /** What is made of it in a network, is tested beside it. */
    @Test
    void isToldInWords() {
        ParameterLayout gated = new ParameterLayout(5, 5, 20, Cell.GRU, 1);
        assertThat(LesionList.words(A, gated)).contains("not in this network");
        assertThat(LesionList.words(B, LAYOUT)).isEqualTo("f = 0.5, units 4–6, steps 2–4");
        assertThat(LesionList.words(A, LAYOUT)).isEqualTo("c = 0, unit 4, all steps");
    }
}
