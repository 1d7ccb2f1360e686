package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.ScoredSteps;

/**
 * A Markov chain whose transitions are symbols: what a kind draws, as probabilities. States are numbers of the kind's own; 0 is
 * the one before the first symbol, which nobody has to predict.
 *
 * @param edges what may follow a state; none where it ends
 */
record Chain(IntFunction<List<Edge>> edges) {

    /** In place of a number of symbols: all of them, from the first. */
    static final int ALL = Integer.MAX_VALUE;

    private static final double NEGLIGIBLE = 1e-15;

    record Edge(double probability, int symbol, int next) {}

    /** Where a predictor is, and what it sees: the last symbols, or the state itself. */
    private record Place(int state, List<Integer> seen) {}

    static List<Edge> fair(int symbol, int next, int otherSymbol, int otherNext) {
        return List.of(new Edge(0.5, symbol, next), new Edge(0.5, otherSymbol, otherNext));
    }

    static List<Edge> only(int symbol, int next) {
        return List.of(new Edge(1, symbol, next));
    }

    /**
     * The floor of a predictor that sees so many symbols, over at most so many steps of a sequence.
     *
     * @param symbolsSeen {@link #ALL}: it knows the state
     */
    MemorylessFloor floor(int symbolsSeen, int outputs, int steps, ScoredSteps scored) {
        Map<List<Integer>, double[]> followers = new LinkedHashMap<>();
        Map<Place, Double> now = Map.of(new Place(0, List.of()), 1.0);
        for (int step = -1; step < steps && !now.isEmpty(); step++) {
            Map<Place, Double> next = new LinkedHashMap<>();
            for (Map.Entry<Place, Double> place : now.entrySet()) {
                for (Edge edge : edges.apply(place.getKey().state())) {
                    double mass = place.getValue() * edge.probability();
                    List<Integer> seen = place.getKey().seen();
                    boolean isLast =
                            step == steps - 1 || edges.apply(edge.next()).isEmpty();
                    if (step >= (scored.lastOnly() ? 0 : scored.first()) && (isLast || !scored.lastOnly())) {
                        followers.computeIfAbsent(seen, fresh -> new double[outputs])[edge.symbol()] += mass;
                    }
                    if (mass > NEGLIGIBLE) {
                        next.merge(new Place(edge.next(), seen(seen, edge, symbolsSeen)), mass, Double::sum);
                    }
                }
            }
            now = next;
        }
        return floor(symbolsSeen, outputs, followers);
    }

    private static List<Integer> seen(List<Integer> before, Edge edge, int symbolsSeen) {
        if (symbolsSeen == ALL) {
            return List.of(edge.next());
        }
        List<Integer> seen = new ArrayList<>(before);
        seen.add(edge.symbol());
        return seen.subList(Math.max(0, seen.size() - symbolsSeen), seen.size());
    }

    private static MemorylessFloor floor(int symbolsSeen, int outputs, Map<List<Integer>, double[]> followers) {
        double all = 0;
        double right = 0;
        double categorical = 0;
        double binary = 0;
        for (double[] masses : followers.values()) {
            double view = 0;
            double most = 0;
            for (double mass : masses) {
                view += mass;
                most = Math.max(most, mass);
            }
            all += view;
            right += most;
            for (double mass : masses) {
                if (mass > 0 && mass < view) {
                    categorical -= mass * StrictMath.log(mass / view);
                    binary -= mass * StrictMath.log(mass / view) + (view - mass) * StrictMath.log1p(-mass / view);
                }
            }
        }
        return new MemorylessFloor(symbolsSeen, binary / outputs / all, categorical / all, right / all);
    }
}
