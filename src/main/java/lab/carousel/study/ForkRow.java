package lab.carousel.study;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.Target;
import lab.carousel.task.memory.Fork;

/**
 * A fork of a network.
 *
 * @param bits    of the worst pair
 * @param separation of that pair; NaN if it is not measured
 * @param separationBefore of the same pair in the untrained network
 * @param margin  the smallest of its steps
 * @param worst   the targets of the worst pair
 * @param witness whether it is the symbol where the contexts differ that is remembered; empty if nobody asked
 */
public record ForkRow(
        int number,
        Fork fork,
        double bits,
        double separation,
        double separationBefore,
        double margin,
        List<Target> worst,
        Verdict verdict,
        Optional<SymbolWitness> witness) {}
