package lab.carousel.picture.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.AxisTicks;
import lab.carousel.drawing.AxisTicks.Tick;

/**
 * What an axis of a chart says.
 *
 * @param label      what is measured
 * @param from       the first value
 * @param to         the last value, above the first
 * @param kind       how values are placed
 * @param categories the names at 0, 1, 2, …; empty if it is numbers that are measured
 */
record Scale(String label, double from, double to, Kind kind, List<String> categories) {

    /** How values are placed. */
    enum Kind {
        LINEAR,
        WHOLE,
        LOGARITHMIC,
        CATEGORIES
    }

    /** Equal distances. */
    static Scale linear(String label, double from, double to) {
        return new Scale(label, from, to > from ? to : from + 1, Kind.LINEAR, List.of());
    }

    /** Equal distances, between whole numbers. */
    static Scale whole(String label, double from, double to) {
        return new Scale(label, from, to > from ? to : from + 1, Kind.WHOLE, List.of());
    }

    /** Equal ratios. */
    static Scale logarithmic(String label, double from, double to) {
        return new Scale(label, from, to > from ? to : 10 * from, Kind.LOGARITHMIC, List.of());
    }

    /** Names. */
    static Scale categories(String label, List<String> names) {
        return new Scale(label, -0.5, names.size() - 0.5, Kind.CATEGORIES, List.copyOf(names));
    }

    /** Where the ticks are, if there is room for so many. */
    List<Tick> ticks(int most) {
        return switch (kind) {
            case LINEAR -> AxisTicks.linear(from, to, most, false);
            case WHOLE -> AxisTicks.linear(from, to, most, true);
            case LOGARITHMIC -> AxisTicks.logarithmic(from, to, most);
            case CATEGORIES -> named(most);
        };
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
