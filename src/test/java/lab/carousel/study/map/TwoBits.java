package lab.carousel.study.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Network;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.task.Alphabet;

/** The preset of two bits that are set and held, and a network that has learned it. */
public final class TwoBits {

    private TwoBits() {}

    public static Experiment experiment(long seed) {
        return Presets.named("twoBits").with(all -> all.with(Settings.SEED, seed));
    }

    /** The network of the first seed, as {@code TwoBitsMeasurements} wrote it: a weight a line. */
    public static Parameters trained() {
        try (InputStream in = Objects.requireNonNull(TwoBits.class.getResourceAsStream("two-bits.txt"))) {
            double[] values = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return Parameters.of(experiment(1).layout(), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The points under a symbol, from all states that the sequences visit. */
    public static FixedPoints search(Experiment experiment, Parameters parameters, int symbol) {
        StatePart whole = StatePart.whole(parameters.layout());
        FedNetwork network = FedNetwork.of(experiment, parameters);
        double[][] visited = VisitedStates.of(network.evaluator(), whole).under(network);
        return FixedPoints.search(parameters, symbol, visited, () -> true);
    }

    /** What a network answers to a? and to b? from a state. */
    static String answers(Parameters parameters, double[] state) {
        Alphabet alphabet = experiment(1).task().alphabet();
        return Stream.of("a?", "b?")
                .map(asked -> {
                    NetworkState now = new NetworkState(parameters.layout());
                    System.arraycopy(state, 0, now.h, 0, now.h.length);
                    System.arraycopy(state, now.h.length, now.c, 0, now.c.length);
                    Network.step(parameters, alphabet.indices().get(asked), now);
                    double[] z = new double[parameters.layout().outputs()];
                    Network.outputNetInputs(parameters, now, z);
                    int largest = 0;
                    for (int k = 1; k < z.length; k++) {
                        largest = z[k] > z[largest] ? k : largest;
                    }
                    return alphabet.symbol(largest);
                })
                .collect(Collectors.joining());
    }
}
