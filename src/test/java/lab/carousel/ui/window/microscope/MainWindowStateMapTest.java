package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.picture.map.StateMapDrawing;
import lab.carousel.task.Step;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The place State map: what can be chosen, what it says, and that a dot selects its step. */
class MainWindowStateMapTest extends MainWindowFixture {

    @Test
    void theAxesStayUntilTheRunEndsAndAChoiceTakesThemBack() {
        open(all -> all.with(Settings.EPOCHS, 30));
        showPlace("stateMap");
        awaitText("stateMapAxes", "8 dots, along the axes of epoch 0.");
        String untrained = text("stateMapPath");
        assertThat(untrained)
                .startsWith("The two paths to the fork after 0 1 2 ")
                .contains("3|4: ");
        fire("play");
        await(() -> epoch() == 30 && !text("stateMapPath").equals(untrained));
        awaitText(
                "stateMapAxes",
                "8 dots, along the axes of epoch 30. The run has come to rest there, so the axes are new.");
        fire("stateMapAlong-BEFORE");
        awaitStart("stateMapAxes", "8 dots, along the axes of epoch 0. Only ");
        assertThat(text("stateMapAxes")).endsWith(" “Axes of: epoch shown” takes those in which they differ most.");
        fire("stateMapAlong-OWN");
        awaitText("stateMapAxes", "8 dots, along the axes of epoch 30.");
        fire("stateMapVectors-HIDDEN_STATE");
        fire("stateMapPlane-FIRST_THIRD");
        fire("stateMapColour-STEP");
        await(() ->
                map().across().label().startsWith("pc1") && map().up(1).label().startsWith("pc3"));
        assertThat(map().csv())
                .startsWith("sequence,step,symbol,pc1,pc2,pc3,h1,")
                .doesNotContain("c1,c2");
    }

    private static StateMapDrawing map() {
        return drawing("stateMapDrawing");
    }

    @Test
    void aClickOnADotSelectsItsStepEverywhere() {
        open(all -> all.with(Settings.EPOCHS, 0));
        showPlace("stateMap");
        awaitText("stateMapAxes", "8 dots, along the axes of epoch 0.");
        Bounds place = bounds(find("stateMapDrawing"));
        Plot plot = map().plot(Math.floor(place.getWidth()), Math.floor(place.getHeight()));
        String[] line = map().csv().lines().skip(6).findFirst().orElseThrow().split(",");
        robot.clickOn(
                place.getMinX() + plot.x(Double.parseDouble(line[3])),
                place.getMinY() + plot.y(Double.parseDouble(line[4])));
        await(() ->
                new Step(1, 2, 0, 1).equals(workspace.selection().stepProperty().get()));
    }

    @Test
    void offersWhatTheNetworkHas() {
        open(all -> all.with(Settings.EPOCHS, 0).with(Settings.CELL, Cell.GRU).with(Settings.LAYERS, 2));
        showPlace("stateMap");
        awaitText("stateMapAxes", "8 dots, along the axes of epoch 0.");
        assertThat(isThere("stateMapVectors-BOTH")).isFalse();
        chooseListed("stateMapLayer", "2");
        await(() -> map().csv().startsWith("sequence,step,symbol,pc1,pc2,pc3,h21,"));
        open(all -> all.with(Settings.EPOCHS, 0).with(Settings.HIDDEN_UNITS, 1).with(Settings.CELL, Cell.GRU));
        awaitText(
                "stateMapAxes",
                "8 dots, along the axes of epoch 0. All states lie on a line: there is no second axis.");
        open(all -> all.with(Settings.EPOCHS, 0).with(Settings.CELL, Cell.DENSE));
        awaitStart("stateMapEmpty", "A dense layer has no state");
    }
}
