package lab.carousel.picture.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.InvalidInput;

/**
 * Units as people write them: "1-5, 7"; of more than one layer "1.1-1.5, 2.7", layer before unit.
 */
public final class UnitRanges {

    private static final Pattern NAME = Pattern.compile("(?:(\\d{1,4})\\.)?(\\d{1,4})");

    /** All units of a network, whatever they are. */
    public static final String ALL = "*";

    private UnitRanges() {}

    /** Units that were chosen, each with its layer: for a network that is not known yet. */
    public static String text(UnitChoice units) {
        return units.all()
                ? ALL
                : units.places().stream()
                        .map(unit -> (unit.layer() + 1) + "." + (unit.unit() + 1))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** Units that were chosen, as they are kept and typed. */
    public static String text(UnitChoice units, ParameterLayout layout) {
        return units.all() ? ALL : text(units.in(layout), layout);
    }

    /** @throws InvalidInput if something in it is no unit of the network */
    public static UnitChoice choice(String text, ParameterLayout layout) {
        return text.strip().equals(ALL) ? UnitChoice.ALL : UnitChoice.of(parse(text, layout), layout);
    }

    /** Units in words: neighbours as a range. */
    public static String text(Set<Integer> units, ParameterLayout layout) {
        List<Integer> sorted = units.stream().sorted().toList();
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < sorted.size()) {
            int end = at;
            while (end + 1 < sorted.size()
                    && sorted.get(end + 1) == sorted.get(end) + 1
                    && sorted.get(end + 1) % layout.units() != 0) {
                end++;
            }
            String first = UnitName.of(layout, sorted.get(at));
            String last = UnitName.of(layout, sorted.get(end));
            parts.add(at == end ? first : first + (end == at + 1 ? ", " : "–") + last);
            at = end + 1;
        }
        return String.join(", ", parts);
    }

    /**
     * The units that a text means.
     *
     * @return numbered over all layers from 0; none if the text is blank
     * @throws InvalidInput if something in it is no unit of the network
     */
    public static Set<Integer> parse(String text, ParameterLayout layout) {
        Set<Integer> units = new HashSet<>();
        for (String part : text.split("[,;]")) {
            if (!part.isBlank()) {
                addRange(part.strip(), layout, units);
            }
        }
        return units.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static void addRange(String part, ParameterLayout layout, Set<Integer> units) {
        String[] ends = part.split("\\s*[-–]\\s*", -1);
        if (ends.length > 2) {
            throw wrong(part, layout);
        }
        int from = unit(ends[0], part, layout, 1);
        int to = ends.length == 1 ? from : unit(ends[1], part, layout, from / layout.units() + 1);
        if (to < from) {
            throw wrong(part, layout);
        }
        for (int unit = from; unit <= to; unit++) {
            units.add(unit);
        }
    }

    /** A unit by its name; without the number of a layer it is in a given one. */
    private static int unit(String name, String part, ParameterLayout layout, int layerIfNone) {
        Matcher matcher = NAME.matcher(name.strip());
        if (!matcher.matches()) {
            throw wrong(part, layout);
        }
        int layer = matcher.group(1) == null ? layerIfNone : Integer.parseInt(matcher.group(1));
        int unit = Integer.parseInt(matcher.group(2));
        if (layer < 1 || layer > layout.layers() || unit < 1 || unit > layout.units()) {
            throw wrong(part, layout);
        }
        return (layer - 1) * layout.units() + unit - 1;
    }

    private static InvalidInput wrong(String part, ParameterLayout layout) {
        return new InvalidInput(
                "operation.units.wrong", part, UnitName.of(layout, 0), UnitName.of(layout, layout.allUnits() - 1));
    }
}
