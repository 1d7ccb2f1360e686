package lab.carousel.drawing;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.StepAxis;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Table;

/**
 * Small multiples: a panel of lines for each of several sequences, one below the other, under one legend.
 *
 * @param panels all with the same lines
 */
public record StepPanels(List<Panel> panels) implements Drawing {

    private static final double TITLE = 20;
    private static final double TALLEST = 320;

    /**
     * A panel.
     *
     * @param title which sequence it is
     * @param lines over its steps
     */
    public record Panel(String title, StepLines lines) {}

    /** Copies the panels. */
    public StepPanels {
        panels = List.copyOf(panels);
    }

    /** The room of a panel's lines between the axes. */
    private Rectangle2D area(int panel, double width, double height) {
        double legend = panels.get(0).lines().legend().height(width);
        double pitch = Math.min(TALLEST, (height - legend) / panels.size());
        double top = legend + panel * pitch + TITLE;
        return new Rectangle2D.Double(
                StepLines.LEFT,
                top,
                Math.max(1, width - StepLines.LEFT - StepLines.RIGHT),
                Math.max(1, pitch - TITLE - StepAxis.HEIGHT - 4));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        if (panels.isEmpty()) {
            return;
        }
        for (int panel = 0; panel < panels.size(); panel++) {
            Rectangle2D area = area(panel, width, height);
            panels.get(panel).lines().drawPlot(graphics, area, palette);
            graphics.setFont(PictureFont.bold(Plot.FONT));
            graphics.setColor(palette.text());
            graphics.drawString(panels.get(panel).title(), (float) area.getMinX(), (float) area.getMinY() - 6);
        }
        panels.get(0).lines().legend().draw(graphics, 0, 0, width, palette);
    }

    /** What stands at a place: the row is the panel, the column the step in it, both counted from 0. */
    @Override
    public Optional<Spot> at(double x, double y, double width, double height) {
        for (int panel = 0; panel < panels.size(); panel++) {
            Optional<Spot> spot = panels.get(panel).lines().spotIn(x, y, area(panel, width, height));
            if (spot.isPresent()) {
                return Optional.of(
                        new Spot(panel, spot.get().column(), spot.get().words()));
            }
        }
        return Optional.empty();
    }

    @Override
    public String csv() {
        record Place(Panel panel, int step) {}
        List<Place> places = panels.stream()
                .flatMap(panel ->
                        IntStream.range(0, panel.lines().symbols().size()).mapToObj(step -> new Place(panel, step)))
                .toList();
        Table<Place> table = Table.<Place>of(places)
                .column("panel", place -> place.panel.title())
                .column("step", place -> place.panel.lines().first() + place.step)
                .column("input", place -> place.panel.lines().symbols().get(place.step));
        int lines = panels.isEmpty() ? 0 : panels.get(0).lines().lines().size();
        for (int line = 0; line < lines; line++) {
            int index = line;
            table.column(
                    panels.get(0).lines().lines().get(line).name(),
                    place -> place.panel.lines().lines().get(index).values()[place.step]);
        }
        return table.csv();
    }
}
