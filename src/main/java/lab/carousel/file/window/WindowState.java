package lab.carousel.file.window;

import java.util.List;
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
        Optional<Frame> frame,
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
        frame = frame.filter(Frame::isPossible);
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

    /** A rectangle on the screens, in points; width and height are above 0. */
    public record Frame(double x, double y, double width, double height) {

        private static final double FARTHEST = 1e6;

        private boolean isPossible() {
            return width > 0
                    && height > 0
                    && Math.max(width, height) < FARTHEST
                    && Math.max(Math.abs(x), Math.abs(y)) < FARTHEST;
        }

        /**
         * The frame moved and made smaller as far as needed to be whole on the screens, which come and go: onto the one
         * that has most of it, or else the first. It may span several.
         */
        public Frame within(List<Frame> screens) {
            double seen = screens.stream().mapToDouble(this::overlap).sum();
            if (screens.isEmpty() || seen >= width * height) {
                return this;
            }
            // of equal ones the first
            Frame screen = screens.stream()
                    .reduce((one, other) -> overlap(other) > overlap(one) ? other : one)
                    .orElseThrow();
            double newWidth = Math.min(width, screen.width);
            double newHeight = Math.min(height, screen.height);
            return new Frame(
                    Math.max(screen.x, Math.min(x, screen.x + screen.width - newWidth)),
                    Math.max(screen.y, Math.min(y, screen.y + screen.height - newHeight)),
                    newWidth,
                    newHeight);
        }

        private double overlap(Frame other) {
            double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return Math.max(0, across) * Math.max(0, down);
        }
    }
}
