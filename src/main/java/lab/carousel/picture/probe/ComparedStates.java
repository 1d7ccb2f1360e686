package lab.carousel.picture.probe;

import java.util.List;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.StateDifference;

/**
 * What is compared in the state.
 *
 * @param quantity   which number of each unit
 * @param isAbsolute whether differences have no sign and are summed up; otherwise their length is shown
 * @param size       what stands above the bars
 * @param difference what stands above the units
 * @param units      their names
 * @param unit       the one that is outlined; -1 for none
 */
public record ComparedStates(
        Quantity quantity, boolean isAbsolute, String size, String difference, List<String> units, int unit) {

    double size(ContrastStep step) {
        StateDifference found = of(step);
        return isAbsolute ? found.sum() : found.distance();
    }

    StateDifference of(ContrastStep step) {
        return step.difference(quantity);
    }
}
