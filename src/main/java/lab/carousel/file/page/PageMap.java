package lab.carousel.file.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.PathSeparation;
import lab.carousel.study.map.StateDot;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.VisitedStates;

/** The states of a network as the page draws them: all that it carries, along the first two axes of a moment of the run. */
final class PageMap {

    private final VisitedStates visited;
    private final List<Map<String, Object>> dots;
    /** The map whose axes were asked for the last time. */
    private Optional<Fixed> fixed = Optional.empty();

    private record Fixed(Parameters by, StateMap map) {}

    PageMap(Evaluator evaluator) {
        this.visited = VisitedStates.of(
                evaluator, StatePart.whole(evaluator.experiment().layout()));
        this.dots = visited.dots().stream().map(PageMap::dot).toList();
    }

    private static Map<String, Object> dot(StateDot dot) {
        return Map.of(
                "s", dot.step().sequence(),
                "t", dot.step().number() - 1,
                "symbol", dot.step().input(),
                "isTwin", dot.isTwin(),
                "before", dot.before());
    }

    /** The map along the axes of another moment. */
    StateMap map(FedNetwork network, Parameters axes) {
        Fixed known = fixed.filter(last -> last.by.equals(axes))
                .orElseGet(() ->
                        new Fixed(axes, StateMap.of(visited, network.evaluator().fed(axes))));
        fixed = Optional.of(known);
        return known.map.of(network);
    }

    /**
     * { dots: [{ s, t, symbol, isTwin, before (a dot, or -1) }], areTests, x, y (where they are), start: [x, y] of the zero state, where
     * they start from it }.
     */
    Map<String, Object> told(StateMap map) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("dots", dots);
        told.put("areTests", visited.areTests());
        told.put("x", along(map, 0));
        told.put("y", along(map, 1));
        told.put("start", visited.startsAtZero() ? List.of(map.start()[0], map.start()[1]) : List.of());
        return told;
    }

    private double[] along(StateMap map, int axis) {
        return IntStream.range(0, dots.size())
                .mapToDouble(dot -> map.coordinate(dot, axis))
                .toArray();
    }

    /** The two axes, and what is said of the map. */
    List<String> words(StateMap map, FedNetwork network) {
        List<String> said = new ArrayList<>(map.notes());
        said.add(0, PathSeparation.words(network, network.findings().worstFork()));
        return List.of(map.axisWords(0), map.axisWords(1), String.join(" ", said));
    }
}
