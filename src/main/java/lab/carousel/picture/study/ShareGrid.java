package lab.carousel.picture.study;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.cells.CellGrid;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.cells.ColumnPlaces;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.label.PictureFont;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A grid of coloured cells, with their numbers where there is room.
 *
 * @param acrossLabel what the columns are
 * @param upLabel     what the rows are
 * @param rows        the names of the rows, from above
 * @param percent     the values 0 to 100, {@code [row][column]}; NaN where there is none
 */
record ShareGrid(
        String title,
        String subtitle,
        String acrossLabel,
        String upLabel,
        List<String> columns,
        List<String> rows,
        double[][] percent)
        implements StudyChart {

    private static final int STEPS = 5;
    private static final ColourScale SCALE = ColourScale.upTo(100);

    @Override
    public ChartAxis across() {
        return ChartAxis.categories(acrossLabel, columns);
    }

    @Override
    public ChartAxis up(double height) {
        return ChartAxis.categories(upLabel, rows);
    }

    /** What the colours mean, for grids whose cells have no room for numbers. */
    @Override
    public Legend legend(double width, double height) {
        List<Legend.Entry> entries = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int value = 100 * step / (STEPS - 1);
            entries.add(
                    Legend.Entry.sign(value + " %", PlotMarkers.of(1, 11), palette -> SCALE.colour(value, palette)));
        }
        return new Legend(entries);
    }

    private CellGrid grid(Plot plot) {
        Rectangle2D area = plot.area();
        return new CellGrid(
                ColumnPlaces.of(columns.size(), List.of(), area.getWidth() / columns.size(), 0),
                rows.size(),
                area.getX(),
                area.getY(),
                area.getHeight() / rows.size());
    }

    @Override
    public void draw(PlotPen pen, Palette palette) {
        Graphics2D graphics = pen.graphics();
        CellPainter painter = new CellPainter(grid(pen.plot()), SCALE, palette);
        painter.draw(graphics, (row, column) -> percent[row][column]);
        painter.part(graphics);
        graphics.setFont(PictureFont.regular(Plot.FONT));
        boolean numbers = painter.hasRoom(graphics.getFontMetrics(), "100");
        for (int row = 0; row < rows.size() && numbers; row++) {
            for (int column = 0; column < columns.size(); column++) {
                double value = percent[row][column];
                if (!Double.isNaN(value)) {
                    painter.write(graphics, row, column, value, Long.toString(Math.round(value)));
                }
            }
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, double x, double y) {
        CellGrid grid = grid(plot);
        int row = grid.rowAt(y);
        int column = grid.columnAt(x);
        return row < 0 || column < 0 || Double.isNaN(percent[row][column])
                ? Optional.empty()
                : Optional.of(new Hit(-1, -1, words(row, column, StudyWords.number(percent[row][column]))));
    }

    private String words(int row, int column, String value) {
        return Message.text("studies.spot.cell", upLabel, rows.get(row), acrossLabel, columns.get(column), value);
    }

    @Override
    public String values() {
        int[] best = null;
        int[] worst = null;
        for (int row = 0; row < percent.length; row++) {
            for (int column = 0; column < percent[row].length; column++) {
                if (Double.isNaN(percent[row][column])) {
                    continue;
                }
                int[] here = {row, column};
                best = best == null || percent[row][column] > percent[best[0]][best[1]] ? here : best;
                worst = worst == null || percent[row][column] < percent[worst[0]][worst[1]] ? here : worst;
            }
        }
        return best == null || worst == null ? "" : Message.text("studies.summary.cells", told(best), told(worst));
    }

    private String told(int[] place) {
        return words(place[0], place[1], NumberText.upToFourDecimals(percent[place[0]][place[1]]));
    }

    @Override
    public String csv() {
        return Table.ofPlaces(rows.size() * columns.size())
                .column("row", cell -> rows.get(cell / columns.size()))
                .column("column", cell -> columns.get(cell % columns.size()))
                .column("percent", cell -> Table.mostlyWhole(percent[cell / columns.size()][cell % columns.size()]))
                .csv();
    }
}
