package lab.carousel.file.session;

import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.trace.HeatmapLayer;

/**
 * View settings of a window.
 *
 * @param place key of the microscope's place
 * @param unit over all layers, counted from 0; -1 for none
 * @param epoch in replay; empty for the live run
 * @param live whether live what-if is on
 * @param stepByStep whether networks are evaluated step by step, where that differs
 * @param memoryOnly whether the heatmap dims the units that carry no memory
 */
public record SessionView(
        String place,
        int unit,
        Optional<ChosenStep> step,
        HeatmapLayer layer,
        OptionalInt epoch,
        boolean live,
        boolean stepByStep,
        boolean memoryOnly,
        boolean dark,
        Colours colours) {}
