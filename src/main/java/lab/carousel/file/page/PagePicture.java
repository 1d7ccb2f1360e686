package lab.carousel.file.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Mark;
import lab.carousel.drawing.mark.Point;
import lab.carousel.drawing.mark.SpotWalk;

/** What stands where in a picture of the page that was told last. Places are in points. */
final class PagePicture {

    private List<Mark> marks = List.of();
    private double width;
    private double height;
    private Function<Hit, Map<String, Object>> selects = spot -> Map.of();

    /**
     * The marks of a drawing, as the page's pen takes them: { marks, width, height }.
     *
     * @param newSelects what a click on a spot selects
     */
    Map<String, Object> told(
            Drawing drawing, double newWidth, double newHeight, Function<Hit, Map<String, Object>> newSelects) {
        marks = drawing.marks(newWidth, newHeight);
        width = newWidth;
        height = newHeight;
        selects = newSelects;
        return Map.of("marks", PagePen.told(marks), "width", width, "height", height);
    }

    /** Tells of nothing any more. */
    void forget() {
        marks = List.of();
    }

    /** What stands at a place: { words, and what a click selects }; empty where nothing does. */
    Map<String, Object> at(double x, double y) {
        return spot(x, y).map(this::told).orElse(Map.of());
    }

    /** The spot that an arrow key leads to: the same with x and y; empty if it leads nowhere. From no place to the first spot. */
    Map<String, Object> next(Optional<Point> from, int right, int down) {
        return new SpotWalk<>(this::spot, width, height)
                .next(from, right, down)
                .map(place -> {
                    Map<String, Object> next = new LinkedHashMap<>(at(place.x(), place.y()));
                    next.put("x", place.x());
                    next.put("y", place.y());
                    return next;
                })
                .orElse(Map.of());
    }

    private Optional<Hit> spot(double x, double y) {
        return Hit.at(marks, x, y);
    }

    private Map<String, Object> told(Hit spot) {
        Map<String, Object> told = new LinkedHashMap<>(selects.apply(spot));
        told.put("words", spot.words());
        return told;
    }
}
