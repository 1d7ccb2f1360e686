package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lab.carousel.model.Quantity;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TransplantTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Set<Quantity> BOTH = Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE);

    private static Transplant transplant(Snapshot network, int step, Set<Quantity> states) {
        return Transplant.of(
                network.experiment(),
                network.parameters(),
                0,
                1,
                step,
                states,
                Transplant.allUnits(network.parameters().layout()));
    }

    @Test
    void theStateIsAllTheNetworkKnows() {
        for (Snapshot network : new Snapshot[] {NETWORK, TrainedNetworks.lucky()}) {
            Transplant moved = transplant(network, 1, BOTH);
            for (int step = 1; step < 4; step++) {
                assertThat(moved.after().outputs(step)).containsExactly(moved.donated().outputs(step));
            }
            assertThat(moved.after().outputs(0)).containsExactly(moved.before().outputs(0));
        }
    }

    @Test
    void withTheStateOfTheOtherSequenceTheOtherAnswerIsGiven() {
        Transplant moved = transplant(NETWORK, 1, BOTH);
        assertThat(moved.before().predicted(3)).isEqualTo(4);
        assertThat(moved.after().predicted(3)).isEqualTo(3);
    }

    @Test
    void nothingMovedChangesNothing() {
        Transplant none = transplant(NETWORK, 2, Set.of());
        for (int step = 0; step < 4; step++) {
            assertThat(none.after().outputs(step)).containsExactly(none.before().outputs(step));
        }
    }

    @Test
    void oneUnitMovesOnlyThatUnit() {
        Transplant one = Transplant.of(
                NETWORK.experiment(), NETWORK.parameters(), 0, 1, 2, Set.of(Quantity.CELL_STATE), Set.of(3));
        double kept = one.after().value(Quantity.CELL_STATE, 2, 4);
        assertThat(kept).isEqualTo(one.before().value(Quantity.CELL_STATE, 2, 4));
        assertThat(one.after().value(Quantity.CELL_STATE, 2, 3))
                .isNotEqualTo(one.before().value(Quantity.CELL_STATE, 2, 3));
    }
}
