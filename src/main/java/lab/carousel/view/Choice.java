package lab.carousel.view;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.lesson.PlaceName;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.state.UnitRanges;
import lab.carousel.task.Sequence;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * What can be chosen. Its name stands in the words of its view, as in {@code clueProbe.vectors}.
 *
 * @param label   its name as it is read
 * @param tip     what it means; of what is chosen among options they say it themselves
 * @param options what is offered; of what is typed, suggestions
 * @param first   chosen at first, or where something is chosen that cannot be
 * @param parse   reads what is typed; throws {@link InvalidInput} if it cannot be used
 * @param needs   of another choice, by its name, a value without which this one says nothing; empty if it always does
 */
public record Choice(
        String name,
        String label,
        String tip,
        Kind kind,
        List<Option> options,
        String first,
        Function<String, ?> parse,
        Map<String, String> needs) {

    private static final int MOST_SYMBOLS = 24;
    public static final String YES = "yes";
    public static final String NO = "no";

    static final String AND = ",";

    public enum Kind {
        /** One of a few. */
        FEW,
        /** One of so many that they stand in a list. */
        LIST,
        /** One or more of a few, with commas between them. */
        SEVERAL,
        /** Yes or no. */
        SWITCH,
        /** Typed. */
        TEXT,
        /** Typed, and short. */
        NUMBER,
        /** Units, as ranges; all of them as {@link UnitRanges#ALL}. */
        UNITS
    }

    public Choice {
        options = List.copyOf(options);
        needs = Map.copyOf(needs);
    }

    private static Choice of(PlaceName view, String name, Kind kind, List<Option> options, String first) {
        return new Choice(
                name, Message.text(view.key() + "." + name), "", kind, options, first, text -> text, Map.of());
    }

    private static Choice explained(
            PlaceName view, String name, Kind kind, List<Option> options, String first, Function<String, ?> parse) {
        String key = view.key() + "." + name;
        return new Choice(name, Message.text(key), Message.text(key + ".tip"), kind, options, first, parse, Map.of());
    }

    /** Yes or no; no at first. */
    static Choice yesOrNo(PlaceName view, String name) {
        String label = Message.text(view.key() + "." + name);
        List<Option> options =
                Stream.of(NO, YES).map(value -> new Option(value, label, label)).toList();
        return explained(view, name, Kind.SWITCH, options, NO, text -> text);
    }

    /** What is typed. */
    static Choice text(PlaceName view, String name, String first, Function<String, ?> parse, Option... suggestions) {
        return explained(view, name, Kind.TEXT, List.of(suggestions), first, parse);
    }

    static Choice number(PlaceName view, String name, String first, Function<String, ?> parse) {
        return explained(view, name, Kind.NUMBER, List.of(), first, parse);
    }

    /** The same that says something only where another one has a value. */
    Choice only(String other, String value) {
        return new Choice(name, label, tip, kind, options, first, parse, Map.of(other, value));
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
    static Choice quantity(PlaceName view, String name, List<Quantity> offered, Quantity first) {
        List<Option> options = offered.stream()
                .map(quantity -> new Option(
                        quantity.name(), quantity.letter(), Message.text("operation.quantity." + quantity.name())))
                .toList();
        return of(view, name, Kind.FEW, options, (offered.contains(first) ? first : offered.get(0)).name());
    }

    /** One of the states of a cell, h at first. */
    static Choice state(PlaceName view, String name, Cell cell) {
        return quantity(view, name, cell.states(), Quantity.HIDDEN_STATE);
    }

    /** One of many. */
    static Choice listed(PlaceName view, String name, List<Option> options, String first) {
        return of(view, name, Kind.LIST, options, first);
    }

    /** A sequence of the task, by its number, counted from 1; where it has not as many, the first one at first. */
    static Choice sequence(PlaceName view, String name, Experiment experiment, int first) {
        List<Sequence> sequences = experiment.task().sequences();
        List<Option> numbered = IntStream.range(0, sequences.size())
                .mapToObj(sequence -> option(sequence + 1, sequences.get(sequence)))
                .toList();
        return listed(view, name, numbered, Integer.toString(first <= sequences.size() ? first : 1));
    }

    private static Option option(int number, Sequence sequence) {
        List<String> symbols = sequence.symbols();
        boolean isCut = symbols.size() > MOST_SYMBOLS;
        String text = String.join(" ", isCut ? symbols.subList(0, MOST_SYMBOLS) : symbols) + (isCut ? " …" : "");
        String label = Message.text("operation.sequence", number, text);
        return new Option(Integer.toString(number), label, label);
    }

    /** Units of a network. */
    static Choice units(PlaceName view, String name, ParameterLayout layout, String first) {
        return explained(view, name, Kind.UNITS, List.of(), first, text -> UnitRanges.choice(text, layout));
    }

    /** The same of which one or more are chosen, at first all. */
    Choice several() {
        return new Choice(name, label, tip, Kind.SEVERAL, options, String.join(AND, values()), parse, needs);
    }

    public List<String> values() {
        return options.stream().map(Option::value).toList();
    }

    /** The values of which one that is chosen is made: of one alone that itself. */
    public List<String> parts(String value) {
        return kind == Kind.SEVERAL ? Arrays.asList(value.split(AND)) : List.of(value);
    }

    public boolean isTyped() {
        return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.UNITS;
    }

    /** Whether there is anything to choose. */
    public boolean isFree() {
        return isTyped() || options.size() > 1;
    }

    /** @throws InvalidInput if a value cannot be chosen; says why */
    public void check(String value) {
        if (isTyped()) {
            var unused = parse.apply(value);
        } else if (!values().containsAll(parts(value))) {
            throw new InvalidInput("view.noValue", value, name, String.join(", ", values()));
        }
    }

    public boolean offers(String value) {
        try {
            check(value);
            return true;
        } catch (InvalidInput cannot) {
            return false;
        }
    }

    /** Whether it says something beside what else is chosen. */
    public boolean isOfUse(Chosen chosen) {
        return needs.entrySet().stream()
                .allMatch(need -> need.getValue().equals(chosen.values().get(need.getKey())));
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
