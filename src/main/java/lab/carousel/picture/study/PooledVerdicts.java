package lab.carousel.picture.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.drawing.chart.ChartAxis;
import lab.carousel.drawing.chart.LineStyle;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.chart.PlotPen;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Point;
import lab.carousel.model.Share;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Of how many runs something is true: a dot for each share, and a line over its 95 % interval.
 *
 * @param names    of what is true, from above
 * @param shares   of the runs, in the same order
 */
public record PooledVerdicts(String title, String subtitle, List<String> names, List<Share> shares)
        implements StudyChart {

    private static final int PERCENT = 100;
    private static final double DOT = 12;
    private static final double LINE = 4;
    private static final double END = 0.16;

    public PooledVerdicts {
        names = List.copyOf(names);
        shares = List.copyOf(shares);
    }

    @Override
    public ChartAxis across() {
        return StudyPictures.percent();
    }

    @Override
    public ChartAxis up(double height) {
        return ChartAxis.categories("", names);
    }

    @Override
    public void draw(PlotPen pen) {
        for (int row = 0; row < shares.size(); row++) {
            Share share = shares.get(row);
            Ink colour = Ink.series(row);
            LineStyle style = new LineStyle(colour, LINE, null);
            double low = PERCENT * share.low();
            double high = PERCENT * share.high();
            pen.stroke(low, row, high, row, style);
            pen.stroke(low, row - END, low, row + END, style);
            pen.stroke(high, row - END, high, row + END, style);
            pen.sign(PERCENT * share.value(), row, PlotMarkers.of(0, DOT), colour);
        }
    }

    @Override
    public Optional<Hit> at(Plot plot, Point place) {
        int row = (int) Math.round(plot.upAt(place.y()));
        return row < 0 || row >= shares.size() ? Optional.empty() : Optional.of(new Hit(row, -1, words(row)));
    }

    private String words(int row) {
        Share share = shares.get(row);
        return Message.text(
                "studies.picture.share",
                names.get(row),
                share.count(),
                share.of(),
                Math.round(PERCENT * share.low()),
                Math.round(PERCENT * share.high()));
    }

    @Override
    public String values() {
        return StudyWords.joined(
                IntStream.range(0, shares.size()).mapToObj(this::words).toList());
    }

    @Override
    public Table<?> table() {
        return Table.ofPlaces(shares.size())
                .column("what", names::get)
                .column("count", row -> shares.get(row).count())
                .column("of", row -> shares.get(row).of())
                .column("low", row -> Table.known(shares.get(row).low()))
                .column("high", row -> Table.known(shares.get(row).high()));
    }
}
