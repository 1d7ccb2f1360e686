package lab.carousel.file.window;

import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.training.Pace;

/**
 * How the window was left.
 *
 * @param isDark      whether in the dark theme
 * @param colours     of charts and heatmaps
 * @param pace        how fast runs go
 * @param frame       where it was; empty if it was never elsewhere than at first
 * @param isMaximized whether it filled the screen
 */
public record WindowState(boolean isDark, Colours colours, Pace pace, Optional<Frame> frame, boolean isMaximized) {

    /** How it is at first. */
    public static final WindowState FIRST =
            new WindowState(false, Colours.OKABE_ITO, Pace.FIRST, Optional.empty(), false);

    /**
     * A place on the screens, in points.
     *
     * @param x      its left edge
     * @param y      its upper edge
     * @param width  above 0
     * @param height above 0
     */
    public record Frame(double x, double y, double width, double height) {}
}
