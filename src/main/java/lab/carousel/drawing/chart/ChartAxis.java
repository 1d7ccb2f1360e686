package lab.carousel.drawing.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lab.carousel.drawing.font.PictureFont;

/**
 * What is measured along a side of a chart, and how values are placed there.
 *
 * @param label      what is measured; may be empty
 * @param to         the last value, above the first
 * @param categories the names at 0, 1, 2, …; empty if it is numbers that are measured
 * @param bend       what of a linear axis is stretched
 */
public record ChartAxis(String label, double from, double to, AxisKind kind, List<String> categories, Bend bend) {

    private static final double PER_TICK_ACROSS = 72;
    private static final double PER_NAME_ACROSS = 40;
    private static final double PER_TICK_UP = 26;
    private static final double PER_NAME_UP = 14;
    /** More would make a large chart restless. */
    private static final int MOST_TICKS = 12;
    /** What a logarithmic axis takes 0 and less for. */
    private static final double TINIEST = 1e-300;

    public static ChartAxis linear(String label, double from, double to) {
        return bent(label, from, to, Bend.NONE);
    }

    public static ChartAxis bent(String label, double from, double to, Bend bend) {
        return new ChartAxis(label, from, to > from ? to : from + 1, AxisKind.LINEAR, List.of(), bend);
    }

    public static ChartAxis whole(String label, double from, double to) {
        return new ChartAxis(label, from, to > from ? to : from + 1, AxisKind.WHOLE, List.of(), Bend.NONE);
    }

    /** Whole numbers from 0 on, each of which is told by its name. */
    public static ChartAxis named(String label, List<String> names) {
        return new ChartAxis(label, -0.5, names.size() - 0.5, AxisKind.WHOLE, List.copyOf(names), Bend.NONE);
    }

    public static ChartAxis logarithmic(String label, double from, double to) {
        return new ChartAxis(label, from, to > from ? to : 10 * from, AxisKind.LOGARITHMIC, List.of(), Bend.NONE);
    }

    public static ChartAxis categories(String label, List<String> names) {
        return new ChartAxis(label, -0.5, names.size() - 0.5, AxisKind.CATEGORIES, List.copyOf(names), Bend.NONE);
    }

    /** Where a value is: 0 at the first value, 1 at the last one, beyond them outside. */
    public double share(double value) {
        return (place(value) - place(from)) / (place(to) - place(from));
    }

    /** The value at a share of the way from the first to the last one. */
    public double value(double share) {
        if (kind == AxisKind.LOGARITHMIC) {
            return from * Math.pow(to / from, share);
        }
        return bend.value(place(from) + share * (place(to) - place(from)));
    }

    private double place(double value) {
        return kind == AxisKind.LOGARITHMIC ? Math.log(Math.max(TINIEST, value)) : bend.place(value);
    }

    public List<Tick> ticksAcross(double points) {
        String longest =
                categories.stream().max(Comparator.comparingInt(String::length)).orElse("");
        double perName = PictureFont.regular(Plot.FONT).width(longest) + 2 * Plot.BESIDE;
        return fitting(points, kind == AxisKind.CATEGORIES ? PER_NAME_ACROSS : Math.max(PER_TICK_ACROSS, perName));
    }

    public List<Tick> ticksUp(double points) {
        return fitting(points, kind == AxisKind.CATEGORIES ? PER_NAME_UP : PER_TICK_UP);
    }

    private List<Tick> fitting(double points, double each) {
        int most = (int) (points / each);
        return ticks(kind == AxisKind.CATEGORIES ? most : Math.min(MOST_TICKS, most));
    }

    /** Where the ticks are. Of numbers at equal distances there are two at least, since a single one tells no scale. */
    public List<Tick> ticks(int most) {
        return switch (kind) {
            case LINEAR -> isBent() ? bent(most) : linear(from, to, most, false);
            case WHOLE -> categories.isEmpty() ? linear(from, to, most, true) : inWords(linear(from, to, most, true));
            case LOGARITHMIC -> AxisTicks.logarithmic(from, to, Math.max(2, most));
            case CATEGORIES -> named(most);
        };
    }

    private boolean isBent() {
        return bend.factor() > 1 && bend.knee() > from && bend.knee() < to;
    }

    private static List<Tick> linear(double from, double to, int most, boolean whole) {
        int wanted = Math.max(2, most);
        List<Tick> ticks = AxisTicks.linear(from, to, wanted, whole);
        for (int more = wanted + 1; ticks.size() < 2 && more < wanted + MOST_TICKS; more++) {
            ticks = AxisTicks.linear(from, to, more, whole);
        }
        return ticks;
    }

    /** Each part has ticks at distances of its own, which tell its scale; none so near to another that they touch. */
    private List<Tick> bent(int most) {
        double below = share(bend.knee());
        List<Tick> ticks = new ArrayList<>(linear(from, bend.knee(), (int) (most * below), false));
        linear(bend.knee(), to, (int) (most * (1 - below)), false).stream()
                .filter(tick -> share(tick.value()) > below + 0.5 / Math.max(1, most))
                .forEach(ticks::add);
        return ticks;
    }

    private List<Tick> inWords(List<Tick> ticks) {
        return ticks.stream()
                .map(tick -> new Tick(tick.value(), categories.get((int) tick.value())))
                .toList();
    }

    private List<Tick> named(int most) {
        int every = Math.max(1, (int) Math.ceil((double) categories.size() / Math.max(1, most)));
        List<Tick> ticks = new ArrayList<>();
        for (int category = 0; category < categories.size(); category += every) {
            ticks.add(new Tick(category, categories.get(category)));
        }
        return ticks;
    }
}
