package lab.carousel.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/**
 * What can be chosen of some values. Its name stands in the words of its view, as in {@code clueProbe.vectors}.
 *
 * @param label   its name as it is read
 * @param options what is offered
 * @param first   chosen at first, or where something is chosen that is not offered
 */
public record Choice(String name, String label, Kind kind, List<Option> options, String first) {

    static final String AND = ",";

    public enum Kind {
        /** One of a few. */
        FEW,
        /** One of so many that they stand in a list. */
        LIST,
        /** One or more of a few, with commas between them. */
        SEVERAL
    }

    public Choice {
        options = List.copyOf(options);
    }

    private static Choice of(PlaceName view, String name, Kind kind, List<Option> options, String first) {
        return new Choice(name, Message.text(view.key() + "." + name), kind, options, first);
    }

    /** With words of the view for each value: {@code clueProbe.vectors.BOTH}. */
    static <E extends Enum<E>> Choice of(PlaceName view, String name, List<E> values, E first) {
        String key = view.key() + "." + name + ".";
        List<Option> options = values.stream()
                .map(value -> new Option(
                        value.name(), Message.text(key + value.name()), Message.text(key + value.name() + ".tip")))
                .toList();
        return of(view, name, Kind.FEW, options, (values.contains(first) ? first : values.get(0)).name());
    }

    /** One of the quantities of a cell, by their letters. */
    static Choice of(PlaceName view, String name, List<Quantity> offered) {
        List<Option> options = offered.stream()
                .map(quantity -> new Option(
                        quantity.name(), quantity.letter(), Message.text("operation.quantity." + quantity.name())))
                .toList();
        Quantity first = offered.contains(Quantity.CELL_STATE) ? Quantity.CELL_STATE : offered.get(0);
        return of(view, name, Kind.FEW, options, first.name());
    }

    /** One of many. */
    static Choice listed(PlaceName view, String name, List<Option> options, String first) {
        return of(view, name, Kind.LIST, options, first);
    }

    /** The same of which one or more are chosen, at first all. */
    Choice several() {
        return new Choice(name, label, Kind.SEVERAL, options, String.join(AND, values()));
    }

    public List<String> values() {
        return options.stream().map(Option::value).toList();
    }

    /** The values of which one that is chosen is made: of one alone that itself. */
    public List<String> parts(String value) {
        return kind == Kind.SEVERAL ? Arrays.asList(value.split(AND)) : List.of(value);
    }

    public boolean offers(String value) {
        return values().containsAll(parts(value));
    }

    /** What is chosen with one of the values; of several with it and those that were, or without it; at least one stays. */
    public String with(String value, String before) {
        List<String> old = parts(before);
        boolean isLast = old.equals(List.of(value));
        return kind != Kind.SEVERAL || isLast
                ? value
                : values().stream()
                        .filter(each -> old.contains(each) != each.equals(value))
                        .collect(Collectors.joining(AND));
    }

    /** What somebody chose, as far as it is offered. */
    public String of(Map<String, String> chosen) {
        String value = chosen.getOrDefault(name, first);
        return offers(value) ? value : first;
    }
}
