package lab.carousel.picture.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.study.automaton.Automaton;
import lab.carousel.study.automaton.NetworkAutomaton;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;

/**
 * An automaton that is drawn.
 *
 * @param name    in the table
 * @param marked  states that stand for prefixes which should be kept apart
 * @param words   what leads to each state
 * @param columns its states by their distance from the start; empty if there are too many
 */
public record AutomatonSide(
        String name,
        String title,
        Automaton automaton,
        Set<Integer> marked,
        List<String> words,
        List<List<Integer>> columns) {

    private static final int SWEEPS = 4;

    /** Where a state stands, as shares of a width and a height. */
    public record Place(double x, double y) {}

    /** What a task asks for. */
    public static AutomatonSide of(TaskAutomaton task, Alphabet alphabet) {
        String title = Message.text("automaton.side.task", task.automaton().size());
        return of("task", title, task.automaton(), task::isMixed, task, alphabet);
    }

    /** What a network has become at an epoch. */
    public static AutomatonSide of(NetworkAutomaton network, int epoch, TaskAutomaton task, Alphabet alphabet) {
        Automaton automaton = network.automaton();
        String title = Message.text("automaton.side.network", epoch, automaton.size());
        return of("network", title, automaton, state -> network.joins(task, state), task, alphabet);
    }

    private static AutomatonSide of(
            String name,
            String title,
            Automaton automaton,
            IntPredicate marked,
            TaskAutomaton task,
            Alphabet alphabet) {
        int most = Math.min(AutomatonDrawing.MOST_ROWS, automaton.size());
        boolean isDrawn = automaton.size() <= AutomatonDrawing.MOST_STATES;
        return new AutomatonSide(
                name,
                title,
                automaton,
                IntStream.range(0, most).filter(marked).boxed().collect(Collectors.toUnmodifiableSet()),
                automaton.states().stream()
                        .limit(most)
                        .map(state -> after(state.prefixes(), task, alphabet))
                        .toList(),
                isDrawn ? columns(automaton) : List.of());
    }

    private static String after(List<Integer> prefixes, TaskAutomaton task, Alphabet alphabet) {
        if (prefixes.isEmpty()) {
            return Message.text("automaton.after.other");
        }
        String first = beginning(prefixes.get(0), task, alphabet);
        return prefixes.size() == 1 ? first : Message.text("automaton.after.more", first, prefixes.size() - 1);
    }

    /** A prefix of the task as it is read. */
    public static String beginning(int prefix, TaskAutomaton task, Alphabet alphabet) {
        return prefix == TaskAutomaton.EMPTY ? Message.text("automaton.after.start") : task.words(prefix, alphabet);
    }

    boolean isDrawn() {
        return !columns.isEmpty();
    }

    /** How many stand in the fullest column. */
    public int rows() {
        return columns.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Where the states stand; none if they are not drawn. */
    public List<Place> places() {
        Place[] places = new Place[isDrawn() ? automaton.size() : 0];
        for (int column = 0; column < columns.size(); column++) {
            List<Integer> states = columns.get(column);
            for (int row = 0; row < states.size(); row++) {
                places[states.get(row)] = new Place((column + 0.5) / columns.size(), (row + 0.5) / states.size());
            }
        }
        return List.of(places);
    }

    /** In each column near those that lead to them and that they lead to. */
    private static List<List<Integer>> columns(Automaton automaton) {
        int[] column = new int[automaton.size()];
        List<List<Integer>> columns = new ArrayList<>(List.of(new ArrayList<>(List.of(Automaton.START))));
        // A state has a larger number than the first that leads to it
        automaton
                .arrows()
                .filter(arrow -> arrow.to() != Automaton.START && column[arrow.to()] == 0)
                .forEach(arrow -> {
                    column[arrow.to()] = column[arrow.from()] + 1;
                    if (column[arrow.to()] == columns.size()) {
                        columns.add(new ArrayList<>());
                    }
                    columns.get(column[arrow.to()]).add(arrow.to());
                });
        double[] share = new double[automaton.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            columns.forEach(
                    states -> states.forEach(state -> share[state] = (states.indexOf(state) + 0.5) / states.size()));
            int towards = sweep % 2 == 0 ? -1 : 1;
            for (List<Integer> states : columns) {
                states.sort(Comparator.comparingDouble(state -> automaton
                        .arrows()
                        .filter(arrow -> arrow.from() == state || arrow.to() == state)
                        .mapToInt(arrow -> arrow.from() == state ? arrow.to() : arrow.from())
                        .filter(other -> column[other] == column[state] + towards)
                        .mapToDouble(other -> share[other])
                        .average()
                        .orElse(share[state])));
            }
        }
        return columns;
    }
}
