package lab.carousel.file.window;

import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.training.Pace;

/** State of the window when it was closed; the frame is empty if it was never moved. */
public record WindowState(boolean isDark, Colours colours, Pace pace, Optional<Frame> frame, boolean isMaximized) {

    public static final WindowState FIRST =
            new WindowState(false, Colours.OKABE_ITO, Pace.FIRST, Optional.empty(), false);

    /** A rectangle on the screens, in points; width and height are above 0. */
    public record Frame(double x, double y, double width, double height) {}
}
