package lab.carousel.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lab.carousel.model.Network;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.SymbolExchange;

/**
 * Which symbol is remembered? Bits prove that a network remembers something as far back as a fork asks for, or farther. This
 * puts the other's symbol where the two contexts of a pair first differ, leaves all else, and looks whether the answer
 * follows: whether the other's target is then predicted, its net input above those of all other outputs.
 *
 * @param right in how many exchanges it follows
 * @param of    of how many; 0 if there can be none, since one context has only its beginning there
 */
public record SymbolWitness(int right, int of) {

    public static final int MOST = 200;
    /** An exchange, and which of the forks it is at. */
    private record Asked(int place, SymbolExchange exchange) {}

    /**
     * Asks a network about forks. Takes as long as feeding the task once, and then, for each of {@value #MOST} contexts of each
     * fork at most, what comes from the exchanged symbol on.
     */
    static List<SymbolWitness> of(Parameters parameters, Memory memory, List<Integer> forks) {
        int[] of = new int[forks.size()];
        Map<SymbolExchange.FedStretch, List<Asked>> runs = new HashMap<>();
        for (int place = 0; place < forks.size(); place++) {
            for (SymbolExchange exchange : memory.exchanges(forks.get(place), MOST)) {
                runs.computeIfAbsent(exchange.run(), run -> new ArrayList<>()).add(new Asked(place, exchange));
                of[place]++;
            }
        }
        int[] right = new int[forks.size()];
        runs.values().parallelStream()
                .map(run -> moved(run, parameters))
                .toList()
                .forEach(run -> run.forEach(place -> right[place]++));
        return IntStream.range(0, forks.size())
                .mapToObj(place -> new SymbolWitness(right[place], of[place]))
                .toList();
    }

    /** The forks whose answers move with the symbol, once for each of them. */
    private static List<Integer> moved(List<Asked> run, Parameters parameters) {
        List<Integer> moved = new ArrayList<>();
        NetworkState alike = new NetworkState(parameters.layout());
        NetworkState exchanged = new NetworkState(parameters.layout());
        double[] z = new double[parameters.layout().outputs()];
        run.sort(Comparator.comparingInt(asked -> asked.exchange.sharedSamples()));
        int fed = 0;
        for (Asked asked : run) {
            SymbolExchange exchange = asked.exchange;
            feed(parameters, exchange.fed(fed, exchange.sharedSamples()), alike);
            fed = exchange.sharedSamples();
            exchanged.startFrom(alike);
            feed(parameters, exchange.fed(fed, exchange.fed()), exchanged);
            Network.outputNetInputs(parameters, exchanged, z);
            if (isFollowed(z, exchange.target(), exchange.otherTarget())) {
                moved.add(asked.place);
            }
        }
        return moved;
    }

    /** Of sets, which can include each other, the symbols that only one of the two has are also on their sides of 0. */
    private static boolean isFollowed(double[] z, Target own, Target other) {
        return StepAnswer.margin(z, other) > 0
                && IntStream.range(0, other.isSet() ? z.length : 0)
                        .filter(k -> own.includes(k) != other.includes(k))
                        .allMatch(k -> other.includes(k) == z[k] > 0);
    }

    private static void feed(Parameters parameters, int[] symbols, NetworkState state) {
        for (int symbol : symbols) {
            Network.step(parameters, symbol, state);
        }
    }
}
