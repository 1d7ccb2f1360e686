package lab.carousel.picture.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.account.HandNetwork;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.unit.UnitPanels.StepPanels;
import org.junit.jupiter.api.Test;

class UnitPanelsTest {

    private static final Set<Quantity> STATES = Set.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE);

    @Test
    void aPanelHasTheStatesOfTheUnitAtEachStep() {
        Traces traces = Traces.of(HandNetwork.EXPERIMENT, HandNetwork.PARAMETERS, StepWindow.START);
        StepPanels panels =
                new UnitPanels(traces, 0, STATES, index -> "ab".substring(index, index + 1)).drawing(0, 8, 0, 2);
        assertThat(panels.panels()).hasSize(1);
        StepPanels.Panel panel = panels.panels().get(0);
        // As checked by hand in HandCheckedAccountTest
        assertThat(panels.csv())
                .startsWith("panel,step,input,h,c\nSequence 1,1,a,0.2222")
                .contains(",0.4287");
        assertThat(panel.symbols()).containsExactly("a", "b");
        assertThat(panel.selected()).isEqualTo(1);
        assertThat(panels.low()).isEqualTo(-1);
        assertThat(panels.high()).isEqualTo(1);
    }

    @Test
    void gatesAloneHaveAnAxisFromZero() {
        Traces traces = Traces.of(HandNetwork.EXPERIMENT, HandNetwork.PARAMETERS, StepWindow.START);
        StepPanels panels = new UnitPanels(traces, 0, Set.of(Quantity.FORGET_GATE), index -> "a").drawing(0, 8, 0, 2);
        assertThat(panels.low()).isZero();
        assertThat(panels.panels().get(0).lines())
                .extracting(StepPanels.StepLine::name)
                .containsExactly("f");
    }

    @Test
    void showsTheSequencesAskedForWithTheSelectedStepInItsOwn() {
        Experiment reference = Experiment.reference();
        Traces traces = Traces.of(reference, InitialParameters.of(reference), StepWindow.START);
        UnitPanels unit = new UnitPanels(traces, 3, STATES, Integer::toString);
        assertThat(unit.stretchOf(1)).isEqualTo(1);
        StepPanels second = unit.drawing(1, 5, 1, 3);
        assertThat(second.panels()).extracting(StepPanels.Panel::title).containsExactly("Sequence 2");
        assertThat(second.panels().get(0).selected()).isEqualTo(2);
        assertThat(unit.drawing(0, 2, 1, 3).panels().get(0).selected()).isEqualTo(-1);
    }
}
