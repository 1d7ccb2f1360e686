package lab.carousel.model.layout;

import static lab.carousel.model.layout.Expression.let;
import static lab.carousel.model.layout.Expression.net;
import static lab.carousel.model.layout.Expression.sigmoid;
import static lab.carousel.model.layout.Expression.sum;
import static lab.carousel.model.layout.Expression.tanh;
import static lab.carousel.model.layout.Expression.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTest {

    private static Cell of(Equation... equations) {
        return new Cell("NEW", List.of(equations), Map.of());
    }

    @Test
    void theGateThatKeepsIsTheOneThatTheOldStateIsMultipliedWith() {
        assertThat(Cell.LSTM.keepingGate()).contains(Quantity.FORGET_GATE);
        assertThat(Cell.GRU.keepingGate()).contains(Quantity.UPDATE_GATE);
        assertThat(Cell.LSTM1997.keepingGate()).isEmpty();
        assertThat(Cells.MINIMAL.keepingGate()).as("its f lets go").isEmpty();
        Cell other = of(let("i", sigmoid(net("i"))), let("g", tanh(net("g"))), let("h'", sum(times("h", "i"), "g")));
        assertThat(other.keepingGate()).contains(Quantity.INPUT_GATE);
    }

    @Test
    void gatesAreWhatTheyAreCalledAndHaveEquations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(let("f", tanh(net("f"))), let("h'", times("f", "h"))))
                .withMessageContaining("GATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(let("g", sigmoid(net("g"))), let("h'", sum("g", "h"))))
                .withMessageContaining("CANDIDATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(let("z", sigmoid(net("z"))), let("h'", times("z", tanh(net("g"))))))
                .withMessageContaining("no equation");
    }
}
