package lab.carousel.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.layout.CellLibrary;

/** Optimisers that tests go through, and one that only tests declare. */
public final class Optimisers {

    /** AdaGrad (Duchi, Hazan and Singer 2011): with the sum of all squares, as none of ours, and in no library. */
    public static final Optimiser ADAGRAD = new Optimiser(
            "ADAGRAD",
            values -> new OptimiserUpdate(
                    List.of(), List.of(new Optimiser.Moment("sum", 0, 1)), Optional.empty(), Optimisers::adagrad),
            Map.of());

    private Optimisers() {}

    static Stream<Optimiser> all() {
        return Stream.concat(Optimiser.all().stream(), Stream.of(ADAGRAD));
    }

    public static Stream<Optimiser> ofDeeplearning4j() {
        return Optimiser.all().stream()
                .filter(optimiser -> optimiser.in(CellLibrary.DEEPLEARNING4J).isPresent());
    }

    private static void adagrad(double[] p, double[][] moments, double rate, double factor, double[] vector) {
        for (int j = 0; j < p.length; j++) {
            double g = factor * vector[j];
            moments[0][j] += g * g;
            p[j] -= rate * g / (Math.sqrt(moments[0][j]) + Optimiser.EPSILON);
        }
    }
}
