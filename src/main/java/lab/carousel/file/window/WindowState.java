package lab.carousel.file.window;

import java.util.Optional;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.lesson.Audience;
import lab.carousel.training.Pace;

/**
 * State of the window when it was closed.
 *
 * @param frame     empty if it was never moved
 * @param zoom      how much larger than usual everything is, {@value #LEAST_ZOOM} to {@value #MOST_ZOOM}
 * @param isToured  whether the tour was taken or skipped
 * @param isStill   whether nothing moves on its way
 * @param audience  who takes the lessons
 * @param isSimple  whether only what a newcomer needs is shown
 * @param isExplained whether the line that explains the heatmap was dismissed
 */
public record WindowState(
        boolean isDark,
        Colours colours,
        Pace pace,
        Optional<WindowFrame> frame,
        boolean isMaximized,
        double zoom,
        boolean isToured,
        boolean isStill,
        Audience audience,
        boolean isSimple,
        boolean isExplained) {

    public static final double LEAST_ZOOM = 0.5;
    public static final double MOST_ZOOM = 3;
    public static final WindowState FIRST = first(false);
    /** The same for whoever has never been here. */
    public static final WindowState NEWCOMER = first(true);

    /** Leaves out a frame that no screen has. */
    public WindowState {
        frame = frame.filter(WindowFrame::isPossible);
    }

    private static WindowState first(boolean isSimple) {
        return new WindowState(
                false,
                Colours.OKABE_ITO,
                Pace.FIRST,
                Optional.empty(),
                false,
                1,
                false,
                false,
                Audience.ALONE,
                isSimple,
                false);
    }
}
