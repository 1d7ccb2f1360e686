package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.cells.CellPainter;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.Legend;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.drawing.mark.Point;
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
        List<LegendEntry> entries = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int value = 100 * step / (STEPS - 1);
            entries.add(LegendEntry.sign(value + " %", PlotMarkers.of(1, 11), Ink.ofValue(value, SCALE)));
        }
        return new Legend(entries);
    }

    private CellGrid grid(Plot plot) {
        return CellGrid.filling(plot.area(), rows.size(), columns.size());
    }

    @Override
    public void draw(PlotPen pen) {
        Marks marks = pen.marks();
        CellPainter painter = new CellPainter(grid(pen.plot()), SCALE);
        painter.draw(marks, (row, column) -> percent[row][column]);
        painter.part(marks);
        marks.font(PictureFont.regular(Plot.FONT));
        boolean numbers = painter.hasRoom(marks.font(), "100");
        for (int row = 0; row < rows.size() && numbers; row++) {
            for (int column = 0; column < columns.size(); column++) {
                double value = percent[row][column];
                if (!Double.isNaN(value)) {
                    painter.write(marks, row, column, value, Long.toString(Math.round(value)));
                }
            }
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        CellGrid grid = grid(plot);
        int row = grid.rowAt(place.y());
        int column = grid.columnAt(place.x());
        return row < 0 || column < 0 || Double.isNaN(percent[row][column])
                ? Optional.empty()
                : Optional.of(new Hit(-1, -1, words(row, column, StudyWords.number(percent[row][column]))));
    }

    private String words(int row, int column, String value) {
        return Message.text("studies.spot.cell", upLabel, rows.get(row), acrossLabel, columns.get(column), value);
    }

    @Override
    public String values() {
        List<Integer> known = IntStream.range(0, rows.size() * columns.size())
                .filter(cell -> !Double.isNaN(percent(cell)))
                .boxed()
                .toList();
        return known.isEmpty()
                ? ""
                : Message.text(
                        "studies.summary.cells",
                        told(Collections.max(known, Comparator.comparingDouble(this::percent))),
                        told(Collections.min(known, Comparator.comparingDouble(this::percent))));
    }

    private double percent(int cell) {
        return percent[cell / columns.size()][cell % columns.size()];
    }

    private String told(int cell) {
        return words(cell / columns.size(), cell % columns.size(), NumberText.upToFourDecimals(percent(cell)));
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(rows.size() * columns.size())
                .column("row", cell -> rows.get(cell / columns.size()))
                .column("column", cell -> columns.get(cell % columns.size()))
                .column("percent", cell -> Table.mostlyWhole(percent(cell)));
    }
}
