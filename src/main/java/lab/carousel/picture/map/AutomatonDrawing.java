package lab.carousel.picture.map;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.SearchLimits;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * Automata side by side, or one below the other where there is less room beside: states with what is answered in them in columns,
 * by how many symbols lead there from the start. An arrow leads one column on, or bends within a column or back.
 *
 * @param here the beginning whose states stand out, by its number; the empty one for none
 */
public record AutomatonDrawing(List<AutomatonSide> sides, Alphabet alphabet, int here) implements Drawing {

    /** More states could not be read. */
    public static final int MOST_STATES = SearchLimits.MOST_STATES;
    /** More are not written into a table. */
    static final int MOST_ROWS = 2_000;

    /** Room for the longest title, in points. */
    private static final double TITLE_WIDTH = 240;

    public AutomatonDrawing {
        sides = List.copyOf(sides);
    }

    /** What a task asks for, and what a network has become at an epoch. */
    public static AutomatonDrawing of(TaskAutomaton task, NetworkAutomaton network, int epoch, Alphabet alphabet) {
        return new AutomatonDrawing(
                List.of(AutomatonSide.of(task, alphabet), AutomatonSide.of(network, epoch, task, alphabet)),
                alphabet,
                TaskAutomaton.EMPTY);
    }

    /** The network's, or the task's if there is none, as a graph for Graphviz, with the states marked that join some of the task's. */
    public String dot() {
        AutomatonSide network = sides.get(sides.size() - 1);
        return network.automaton().dot(alphabet, network.marked()::contains);
    }

    /** Beside, where titles have room and the states become larger, otherwise below. */
    private List<AutomatonLayout> layouts(double width, double height) {
        double wide = width / sides.size();
        double high = height / sides.size();
        List<AutomatonLayout> beside = layouts(side -> new Box(side * wide, 0, wide, height));
        List<AutomatonLayout> below = layouts(side -> new Box(0, side * high, width, high));
        return wide >= TITLE_WIDTH && radius(beside) > radius(below) ? beside : below;
    }

    private List<AutomatonLayout> layouts(IntFunction<Box> room) {
        return IntStream.range(0, sides.size())
                .mapToObj(side -> AutomatonLayout.of(sides.get(side), room.apply(side)))
                .toList();
    }

    private static double radius(List<AutomatonLayout> layouts) {
        return layouts.stream().mapToDouble(AutomatonLayout::radius).min().orElse(0);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        List<AutomatonLayout> layouts = layouts(width, height);
        IntStream.range(0, sides.size()).forEach(side -> {
            layouts.get(side).draw(marks, alphabet, here);
            marks.spots(new Box(0, 0, width, height), place -> layouts.get(side)
                    .at(place)
                    .map(state -> new Hit(side, state, words(sides.get(side), state))));
        });
    }

    private String words(AutomatonSide side, int state) {
        String answer = side.automaton().answer(state, alphabet);
        return Message.text(
                answer.isEmpty() ? "automaton.spot.start" : "automaton.spot",
                state + 1,
                side.words().get(state),
                answer);
    }

    /** A line for each state of each automaton, with the number of the state that each symbol leads to. */
    @Override
    public Table<?> table() {
        record Row(AutomatonSide side, int state) {}
        List<Row> rows = sides.stream()
                .flatMap(side -> IntStream.range(0, side.words().size()).mapToObj(state -> new Row(side, state)))
                .toList();
        List<Integer> symbols = sides.stream()
                .flatMap(side -> side.automaton().arrows())
                .map(Automaton.Arrow::symbol)
                .distinct()
                .sorted()
                .toList();
        return Table.of(rows)
                .column("automaton", row -> row.side.name())
                .column("state", row -> row.state + 1)
                .column("answer", row -> row.side.automaton().answer(row.state, alphabet))
                .column("joined", row -> row.side.marked().contains(row.state))
                .column("after", row -> row.side.words().get(row.state))
                .columns(symbols, symbol -> "on " + alphabet.symbol(symbol), (row, symbol) -> {
                    int to = row.side.automaton().next(row.state, symbol);
                    return to == Automaton.NONE ? "" : (Object) (to + 1);
                });
    }
}
