package lab.carousel.study;

import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import lab.carousel.model.layout.Quantity;

/**
 * A step both ways.
 *
 * @param place       of its sequence among those that are fed, counted from 0
 * @param sequence    that of A, counted from 0
 * @param number      within its sequence, counted from 1
 * @param seesTheSame whether both inputs are the same; with a lag of n, all n symbols
 * @param differences of what is compared in the state
 */
public record ContrastStep(
        int place,
        int sequence,
        int number,
        boolean seesTheSame,
        ContrastSide a,
        ContrastSide b,
        Map<Quantity, StateDifference> differences) {

    public boolean isChanged() {
        return !a.predicted().equals(b.predicted());
    }

    public double outputChange() {
        return IntStream.range(0, a.outputs().length)
                .mapToDouble(k -> Math.abs(a.outputs()[k] - b.outputs()[k]))
                .max()
                .orElse(0);
    }

    public StateDifference difference(Quantity quantity) {
        return Objects.requireNonNull(differences.get(quantity));
    }
}
