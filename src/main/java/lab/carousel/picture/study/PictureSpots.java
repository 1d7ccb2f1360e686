package lab.carousel.picture.study;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.picture.study.LineChart.Form;
import lab.carousel.picture.study.Scale.Kind;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;

/**
 * Finds what stands at a place inside the axes of a chart.
 *
 * @param area the area inside the axes, in points
 * @param x    from the left, in points
 * @param y    from above, in points
 */
record PictureSpots(Rectangle2D area, double x, double y) {

    /** How far away a dot may be, in points. */
    private static final double REACH = 8;
    /** Below this a share or a margin is meant, which needs few digits. */
    private static final double LARGE = 1_000;

    /** What stands there; empty where nothing does. */
    Optional<PictureSpot> of(ChartContent content) {
        if (!area.contains(x, y)) {
            return Optional.empty();
        }
        if (content instanceof LineChart chart) {
            return chart.form() == Form.POINTS ? point(chart) : column(chart);
        }
        if (content instanceof DotStrips strips) {
            return dot(strips);
        }
        return content instanceof Heatmap heatmap ? cell(heatmap) : Optional.empty();
    }

    private double across(Scale scale, double value) {
        return area.getX() + area.getWidth() * share(scale, value);
    }

    private double up(Scale scale, double value) {
        return area.getMaxY() - area.getHeight() * share(scale, value);
    }

    private static double share(Scale scale, double value) {
        return scale.kind() == Kind.LOGARITHMIC
                ? Math.log(value / scale.from()) / Math.log(scale.to() / scale.from())
                : (value - scale.from()) / (scale.to() - scale.from());
    }

    /** The values of all lines at the nearest place that the first one has. */
    private Optional<PictureSpot> column(LineChart chart) {
        Line first = chart.lines().get(0);
        int nearest = -1;
        for (int point = 0; point < first.x().length; point++) {
            if (nearest < 0 || distance(chart, first, point) < distance(chart, first, nearest)) {
                nearest = point;
            }
        }
        if (nearest < 0) {
            return Optional.empty();
        }
        double place = first.x()[nearest];
        StringBuilder words = new StringBuilder(chart.across().label() + " " + number(place));
        for (Line line : chart.lines()) {
            for (int point = 0; point < line.x().length; point++) {
                if (line.x()[point] == place && !Double.isNaN(line.y()[point])) {
                    words.append('\n').append(words(line, point));
                }
            }
        }
        return Optional.of(new PictureSpot(words.toString(), OptionalInt.empty()));
    }

    private double distance(LineChart chart, Line line, int point) {
        return Math.abs(across(chart.across(), line.x()[point]) - x);
    }

    private static String words(Line line, int point) {
        return Message.text(
                "studies.spot.line",
                line.name(),
                number(line.y()[point]),
                number(line.low()[point]),
                number(line.high()[point]));
    }

    /** A point that is not joined to others. */
    private Optional<PictureSpot> point(LineChart chart) {
        Line line = chart.lines().get(0);
        double nearest = REACH;
        Optional<PictureSpot> found = Optional.empty();
        for (int point = 0; point < line.x().length; point++) {
            double away = Math.hypot(distance(chart, line, point), up(chart.up(), line.y()[point]) - y);
            if (away < nearest) {
                nearest = away;
                String words = Message.text(
                        "studies.spot.point",
                        chart.across().label(),
                        number(line.x()[point]),
                        number(line.y()[point]),
                        number(line.low()[point]),
                        number(line.high()[point]));
                found = Optional.of(new PictureSpot(words, OptionalInt.empty()));
            }
        }
        return found;
    }

    private Optional<PictureSpot> dot(DotStrips strips) {
        double height = area.getHeight() / strips.strips().size();
        int place = (int) Math.min(strips.strips().size() - 1, (y - area.getY()) / height);
        DotStrips.Strip strip = strips.strips().get(place);
        double nearest = REACH;
        Optional<PictureSpot> found = Optional.empty();
        for (int dot = 0; dot < strip.runs().length; dot++) {
            double away = Math.hypot(
                    across(strips.values(), strip.values()[dot]) - x,
                    area.getY() + height * (place + 0.5 + DotStrips.aside(dot)) - y);
            if (away < nearest) {
                nearest = away;
                String words = Message.text(
                        "studies.spot.run", strip.name(), strip.runs()[dot] + 1, number(strip.values()[dot]));
                found = Optional.of(new PictureSpot(words, OptionalInt.of(strip.runs()[dot])));
            }
        }
        return found;
    }

    private Optional<PictureSpot> cell(Heatmap heatmap) {
        int rows = heatmap.rows().size();
        int columns = heatmap.columns().size();
        int row = (int) Math.min(rows - 1, (y - area.getY()) / area.getHeight() * rows);
        int column = (int) Math.min(columns - 1, (x - area.getX()) / area.getWidth() * columns);
        double percent = heatmap.percent()[row][column];
        if (Double.isNaN(percent)) {
            return Optional.empty();
        }
        String words = Message.text(
                "studies.spot.cell",
                heatmap.upLabel(),
                heatmap.rows().get(row),
                heatmap.acrossLabel(),
                heatmap.columns().get(column),
                number(percent));
        return Optional.of(new PictureSpot(words, OptionalInt.empty()));
    }

    private static String number(double value) {
        return Math.abs(value) >= LARGE ? NumberText.whole(Math.round(value)) : NumberText.upToFourDecimals(value);
    }
}
