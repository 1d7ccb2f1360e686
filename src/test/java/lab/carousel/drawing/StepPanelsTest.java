package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepPanelsTest {

    private final StepPanels panels = new StepPanels(List.of(panel("A", 0.25), panel("B", 0.75)));

    private static StepPanels.Panel panel(String title, double value) {
        StepLines.StepLine line = new StepLines.StepLine("c", new double[] {value, 1}, 0);
        return new StepPanels.Panel(
                title, new StepLines(List.of(line), List.of("3", "0"), 1, -1, 1, Double::toString, List.of(), 0));
    }

    @Test
    void thePointerFindsPanelAndStep() {
        // Legend 20; then two panels of 140 with a title of 20 above their lines and 40 of axis below
        assertThat(panels.at(60, 60, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isZero();
            assertThat(spot.column()).isZero();
            assertThat(spot.words()).endsWith("c\u00a0=\u00a00.25");
        });
        assertThat(panels.at(60, 210, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isEqualTo(1);
            assertThat(spot.words()).endsWith("c\u00a0=\u00a00.75");
        });
        assertThat(panels.at(300, 210, 400, 300).orElseThrow().column()).isEqualTo(1);
        assertThat(panels.at(60, 165, 400, 300)).as("between the panels").isEmpty();
    }

    @Test
    void writesAllPanelsAsCsv() {
        assertThat(panels.csv()).isEqualTo("panel,step,input,c\nA,1,3,0.25\nA,2,0,1.0\nB,1,3,0.75\nB,2,0,1.0\n");
    }
}
