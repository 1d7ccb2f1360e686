package lab.carousel.study.many;

import java.util.List;
import java.util.stream.Collectors;
import lab.carousel.model.Experiment;

/**
 * One variation of the experiment of a study; each seed trains it once.
 *
 * @param number      its place among the cells, from 0
 * @param choices     the values that it has, one of each axis in their order
 * @param experiment  the experiment, with the seed of the study
 * @param floor       the memoryless floor (m = 1) of its task and output
 * @param checkpoints when its runs are evaluated
 */
public record Variation(
        int number, List<AxisValue> choices, Experiment experiment, double floor, Checkpoints checkpoints) {

    public Variation {
        choices = List.copyOf(choices);
    }

    /** The labels of its values; empty if nothing is varied. */
    public String label() {
        return choices.stream().map(AxisValue::label).collect(Collectors.joining(", "));
    }
}
