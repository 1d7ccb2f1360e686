package lab.carousel.file.window;

import java.util.List;

/** A rectangle on the screens, in points; width and height are above 0. */
public record WindowFrame(double x, double y, double width, double height) {

    private static final double FARTHEST = 1e6;

    boolean isPossible() {
        return width > 0
                && height > 0
                && Math.max(width, height) < FARTHEST
                && Math.max(Math.abs(x), Math.abs(y)) < FARTHEST;
    }

    /**
     * The frame moved and made smaller as far as needed to be whole on the screens, which come and go: onto the one
     * that has most of it, or else the first. It may span several.
     */
    public WindowFrame within(List<WindowFrame> screens) {
        double seen = screens.stream().mapToDouble(this::overlap).sum();
        if (screens.isEmpty() || seen >= width * height) {
            return this;
        }
        // of equal ones the first
        WindowFrame screen = screens.stream()
                .reduce((one, other) -> overlap(other) > overlap(one) ? other : one)
                .orElseThrow();
        double newWidth = Math.min(width, screen.width);
        double newHeight = Math.min(height, screen.height);
        return new WindowFrame(
                Math.max(screen.x, Math.min(x, screen.x + screen.width - newWidth)),
                Math.max(screen.y, Math.min(y, screen.y + screen.height - newHeight)),
                newWidth,
                newHeight);
    }

    private double overlap(WindowFrame other) {
        double across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        return Math.max(0, across) * Math.max(0, down);
    }
}
