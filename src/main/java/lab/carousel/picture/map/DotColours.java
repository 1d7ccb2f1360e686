package lab.carousel.picture.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.PlotMarkers;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.mark.Shape;
import lab.carousel.study.map.StateDot;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.text.Message;

/**
 * The colours and signs of dots, and what they mean: a colour of its own for each of a few kinds, shades of one for more.
 *
 * @param kinds what there is, in its order
 * @param kind  of each dot its place among them; -1 for none of them
 */
record DotColours(List<String> kinds, int[] kind) {

    /** More colours than that, with their signs, are not told apart. */
    private static final int FEW = 12;

    private static final double SIGN = 9;
    /** The palest and the darkest shades are not seen on their own ground. */
    private static final double UNSEEN = 0.12;

    static DotColours of(MapLook look, List<StateDot> dots, Task task) {
        Alphabet alphabet = task.alphabet();
        return switch (look.colour()) {
            case SYMBOL -> by(dots, dot -> Named.of(dot.step().fed(), alphabet), Named::name);
            case TARGET -> by(dots, dot -> Named.of(dot.step().target(), alphabet), Named::name);
            case STEP -> by(dots, dot -> dot.step().number(), String::valueOf);
            case TIME ->
                by(dots, dot -> dot.step().number(), step -> task.supply().stepName(step - 1));
            case STATE -> by(look.states(), Function.identity(), state -> Message.text("stateMap.state", state));
            case FORK -> by(dots, StateDot::fork, fork -> fork < 0 ? "" : Message.text("stateMap.fork", fork + 1));
        };
    }

    /** A symbol in the order of the alphabet, numbers in that of the first. */
    private record Named(double place, String name) implements Comparable<Named> {

        static Named of(Target target, Alphabet alphabet) {
            double place = target.numbers().findFirst().orElse(target.index());
            return new Named(place, alphabet.symbol(target));
        }

        @Override
        public int compareTo(Named other) {
            int order = Double.compare(place, other.place);
            return order == 0 ? name.compareTo(other.name) : order;
        }
    }

    private static <D, K extends Comparable<K>> DotColours by(
            List<D> dots, Function<D, K> key, Function<K, String> name) {
        List<K> keys = dots.stream()
                .map(key)
                .distinct()
                .sorted()
                .filter(each -> !name.apply(each).isEmpty())
                .toList();
        Map<K, Integer> places = new HashMap<>();
        keys.forEach(each -> places.put(each, places.size()));
        int[] kind = dots.stream()
                .mapToInt(dot -> places.getOrDefault(key.apply(dot), -1))
                .toArray();
        return new DotColours(keys.stream().map(name).toList(), kind);
    }

    Ink colour(int dot) {
        return kind[dot] < 0 ? Ink.MUTED : colourOf(kind[dot]);
    }

    private Ink colourOf(int number) {
        return kinds.size() <= FEW
                ? Ink.series(number)
                : Ink.ofValue(UNSEEN + (1 - 2 * UNSEEN) * number / (kinds.size() - 1), ColourScale.SHARE);
    }

    Shape sign(int dot, double size) {
        return signOf(kind[dot], size);
    }

    private Shape signOf(int number, double size) {
        return PlotMarkers.of(number < 0 || kinds.size() > FEW ? 0 : number, number < 0 ? size * 0.6 : size);
    }

    /** Each of a few kinds; of more the first and the last one. */
    List<LegendEntry> legend() {
        List<LegendEntry> entries = new ArrayList<>();
        for (int number = 0; number < kinds.size(); number++) {
            int each = number;
            if (kinds.size() <= FEW || number == 0 || number == kinds.size() - 1) {
                String more = kinds.size() > FEW && number == 0 ? " …" : "";
                entries.add(LegendEntry.sign(kinds.get(number) + more, signOf(number, SIGN), colourOf(each)));
            }
        }
        return entries;
    }
}
