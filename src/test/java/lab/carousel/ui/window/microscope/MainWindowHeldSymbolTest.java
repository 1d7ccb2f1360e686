package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.study.map.TwoBits;
import lab.carousel.training.Origin;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The points at which a held symbol leaves the state, in the state map. */
class MainWindowHeldSymbolTest extends MainWindowFixture {

    private static void hold(String symbol) {
        chooseListed("stateMapHeld", symbol);
    }

    private static String words() {
        return text("stateMapPoints");
    }

    /** The first lines of what stands at all places of the map, but for dots. */
    private static Set<String> marks() {
        Drawing drawing = drawing("stateMapDrawing");
        List<Mark> map = drawing.marks(400, 400);
        Set<String> marks = new TreeSet<>();
        for (double x = 0; x < 400; x += 4) {
            for (double y = 0; y < 400; y += 4) {
                Hit.at(map, x, y)
                        .map(spot -> spot.words().lines().findFirst().orElseThrow())
                        .filter(words -> words.contains("point: "))
                        .ifPresent(marks::add);
            }
        }
        return marks;
    }

    @Test
    void twoHeldBitsHaveFourStablePoints() {
        open(preset("twoBits"));
        robot.interact(() -> workspace.project().continueFrom(Origin.opened(TwoBits.trained())));
        showPlace("stateMap");
        assertThat(words()).isEmpty();
        assertThat(marks()).isEmpty();
        hold(".");
        await(() -> words().equals("The points at which “.” leaves the state are found by a search."));
        fire("stateMapSearch");
        await(() ->
                words().startsWith("Held “.”, epoch 0: 4 stable points (filled), 5 unstable (open), no slow point."));
        assertThat(words())
                .contains("The stable ones forget half of a push in", "Searched from 64 states in")
                .doesNotContain("Stopped");
        assertThat(find("stateMapStop").isDisabled()).as("nothing to stop").isTrue();
        assertThat(marks())
                .containsExactly(
                        "stable point: the state stays, and comes back",
                        "unstable point: the state stays until something pushes it");
        hold("a1");
        await(() -> words().startsWith("Held “a1”, epoch 0: 2 stable points"));
        hold("none");
        await(() -> words().isEmpty());
        assertThat(marks()).isEmpty();
    }

    @Test
    void saysWhyNothingIsSearched() {
        open(all -> all.with(Settings.RESET_POLICY, ResetPolicy.EVERY_STEP));
        showPlace("stateMap");
        hold("0");
        await(() -> words().startsWith("The state is set to zero before every step"));
        open(all -> all.with(Settings.HIDDEN_UNITS, 201));
        await(() -> words().equals("The state has 402 numbers; points are searched where there are at most 400."));
        open(all -> all.with(Settings.HIDDEN_UNITS, 3).with(Settings.CELL, Cell.GRU));
        fire("stateMapSearch");
        await(() -> words().startsWith("Held “0”, epoch 0: "));
        open(all -> all.with(Settings.CELL, Cell.DENSE));
        await(() -> text("stateMapEmpty").startsWith("A dense layer has no state"));
    }

    @Test
    void aLongSearchIsStoppedAndKeepsWhatItHas() {
        open(all -> all.with(Settings.HIDDEN_UNITS, 200));
        showPlace("stateMap");
        hold("0");
        await(() -> words().endsWith(" found by a search."));
        Frames.letGoOn();
        fire("stateMapSearch");
        assertThat(find("stateMapStop").isDisabled()).isFalse();
        fire("stateMapStop");
        await(() -> words().contains("Stopped after"));
        assertThat(words()).startsWith("Held “0”, epoch 0: ").contains(" of 8 states");
        await(() -> find("stateMapStop").isDisabled());
        Frames.rest();
    }
}
