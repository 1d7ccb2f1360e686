package lab.carousel.picture.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;

/**
 * Drawings beside and below one another, each with a title, in as many columns as give each the best room.
 *
 * @param panels at least one
 */
public record PanelsDrawing(List<Panel> panels) implements Drawing {

    private static final double TITLE = 20;
    private static final double GAP = 16;
    /** How much wider than high a panel is at best. */
    private static final double BEST_SHAPE = 1.6;

    /**
     * A drawing with a title.
     *
     * @param title above it; if it is empty there is no room for it either
     */
    public record Panel(String title, Drawing drawing) {}

    /** Drawings with their titles. */
    public static <D extends Drawing> PanelsDrawing titled(List<D> drawings, Function<D, String> title) {
        return new PanelsDrawing(drawings.stream()
                .map(each -> new Panel(title.apply(each), each))
                .toList());
    }

    public PanelsDrawing {
        panels = List.copyOf(panels);
    }

    private int columns(double width, double height) {
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int columns = 1; columns <= panels.size(); columns++) {
            int rows = (panels.size() + columns - 1) / columns;
            double shape = width / columns / (height / rows);
            double empty = (double) columns * rows / panels.size();
            double distance = Math.abs(Math.log(shape / BEST_SHAPE)) + Math.log(empty) * 2;
            if (distance < least) {
                least = distance;
                best = columns;
            }
        }
        return best;
    }

    private Box room(int panel, double width, double height) {
        int columns = columns(width, height);
        int rows = (panels.size() + columns - 1) / columns;
        double each = (width - GAP * (columns - 1)) / columns;
        double high = (height - GAP * (rows - 1)) / rows;
        int row = panel / columns;
        double title = panels.get(panel).title().isEmpty() ? 0 : TITLE;
        return new Box(
                panel % columns * (each + GAP),
                row * (high + GAP) + title,
                Math.max(1, each),
                Math.max(1, high - title));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        for (int panel = 0; panel < panels.size(); panel++) {
            Box room = room(panel, width, height);
            marks.font(PictureFont.bold(12));
            marks.ink(Ink.TEXT);
            new Lettering(marks).from(panels.get(panel).title(), room.x(), room.y() - 7, room.width());
            panels.get(panel).drawing().draw(marks, room);
        }
    }

    /** The tables of all panels, each row after its title; a row of names where they are other ones than the first. */
    @Override
    public Table<?> table() {
        List<String> names = panels.get(0).drawing().table().names();
        List<List<?>> lines = new ArrayList<>();
        for (Panel panel : panels) {
            Table<?> table = panel.drawing().table();
            Stream<List<?>> head = table.names().equals(names) ? Stream.of() : Stream.of(table.names());
            Stream.concat(head, table.values().stream()).forEach(line -> lines.add(after(panel.title(), line)));
        }
        return Table.ofFields(after("panel", names), lines);
    }

    private static <T> List<T> after(T first, List<? extends T> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
