package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.picture.map.AutomatonDrawing;
import lab.carousel.picture.map.AutomatonSide;
import lab.carousel.study.automaton.TaskAutomaton;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Steps;

/** An automaton as the page draws it: that of a task, or of a network on the words of the task. */
final class PageAutomaton {

    private PageAutomaton() {}

    /**
     * { columns, rows (how many), states: [{ x, y (shares), answer, isMarked }], arrows: [{ from, to, symbols }], at: [the states after
     * the steps of each sequence] }; of too many states to be drawn { most } alone.
     */
    static Map<String, Object> told(AutomatonSide side, TaskAutomaton task, Experiment experiment) {
        Alphabet alphabet = experiment.task().alphabet();
        List<List<Integer>> columns = side.columns();
        if (columns.isEmpty()) {
            return Map.of("most", AutomatonDrawing.MOST_STATES);
        }
        Object[] states = new Object[side.automaton().size()];
        List<Object> arrows = new ArrayList<>();
        int[] stateOf = new int[task.prefixes()];
        int rows = 0;
        for (int column = 0; column < columns.size(); column++) {
            List<Integer> inColumn = columns.get(column);
            rows = Math.max(rows, inColumn.size());
            for (int place = 0; place < inColumn.size(); place++) {
                int state = inColumn.get(place);
                states[state] = Map.of(
                        "x",
                        (column + 0.5) / columns.size(),
                        "y",
                        (place + 0.5) / inColumn.size(),
                        "answer",
                        side.automaton().answer(state, alphabet),
                        "isMarked",
                        side.marked().contains(state));
                side.automaton()
                        .arrowsFrom(state, alphabet)
                        .forEach((to, symbols) ->
                                arrows.add(Map.of("from", state, "to", to, "symbols", String.join(", ", symbols))));
                side.automaton().states().get(state).prefixes().forEach(prefix -> stateOf[prefix] = state);
            }
        }
        Steps[] sequences = experiment.encoded();
        List<Object> at = new ArrayList<>();
        for (int s = 0; s < sequences.length; s++) {
            int sequence = s;
            at.add(IntStream.range(0, sequences[s].size())
                    .map(t -> stateOf[task.prefixAt(sequence, t)])
                    .boxed()
                    .toList());
        }
        return Map.of("columns", columns.size(), "rows", rows, "states", List.of(states), "arrows", arrows, "at", at);
    }
}
