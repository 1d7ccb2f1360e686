package lab.carousel.file.session;

import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.model.trace.HeatmapLayer;

/**
 * What is looked at in a window.
 *
 * @param place the place of the microscope, by its key
 * @param unit  the selected unit, over all layers, counted from 0; -1 if none is
 * @param step  the selected step
 * @param layer what the heatmap shows
 * @param epoch the epoch that is looked back at; empty if the run is looked at as it is now
 * @param live  whether live what-if is on
 * @param stepByStep whether networks are looked at step by step, where that differs from as trained
 * @param dark  whether the theme is the dark one
 * @param colours the colours of charts and heatmaps
 */
public record SessionView(
        String place,
        int unit,
        Optional<ChosenStep> step,
        HeatmapLayer layer,
        OptionalInt epoch,
        boolean live,
        boolean stepByStep,
        boolean dark,
        Colours colours) {

    /**
     * A step.
     *
     * @param sequence counted from 0
     * @param number   in its sequence, counted from 1
     */
    public record ChosenStep(int sequence, int number) {}
}
