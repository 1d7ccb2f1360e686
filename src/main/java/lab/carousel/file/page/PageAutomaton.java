package lab.carousel.file.page;

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
        if (side.columns().isEmpty()) {
            return Map.of("most", AutomatonDrawing.MOST_STATES);
        }
        List<AutomatonSide.Place> places = side.places();
        List<?> states = IntStream.range(0, places.size())
                .mapToObj(state -> Map.of(
                        "x",
                        places.get(state).x(),
                        "y",
                        places.get(state).y(),
                        "answer",
                        side.automaton().answer(state, alphabet),
                        "isMarked",
                        side.marked().contains(state)))
                .toList();
        List<?> arrows = side.automaton().edges(alphabet).stream()
                .map(edge -> Map.of("from", edge.from(), "to", edge.to(), "symbols", edge.symbols()))
                .toList();
        int[] stateOf = side.automaton().stateOf(task.prefixes());
        Steps[] sequences = experiment.encoded();
        List<?> at = IntStream.range(0, sequences.length)
                .mapToObj(s -> IntStream.range(0, sequences[s].size())
                        .map(t -> stateOf[task.prefixAt(s, t)])
                        .boxed()
                        .toList())
                .toList();
        return Map.of(
                "columns", side.columns().size(), "rows", side.rows(), "states", states, "arrows", arrows, "at", at);
    }
}
