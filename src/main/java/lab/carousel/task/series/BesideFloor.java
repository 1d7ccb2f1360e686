package lab.carousel.task.series;

import java.util.Optional;

/**
 * A forecast beside a floor.
 *
 * @param error      the root of the floor's mean squared error
 * @param isExact    whether that is nothing but rounding
 * @param difference how much smaller the squared error of the forecast is
 * @param nearer     beside the echo, where the forecast has the larger error but not shown by the mean: the share of rows in which it
 *     is nearer to the truth
 */
public record BesideFloor(
        SeriesFloor floor, double error, boolean isExact, ErrorDifference difference, Optional<MeanInterval> nearer) {

    static BesideFloor of(TestPart part, int floor) {
        double[] said = part.said()[floor];
        ErrorDifference difference = part.difference(part.forecast(), said);
        boolean isLarger = difference.finding() == ErrorFinding.OPEN && difference.mean() > 0;
        return new BesideFloor(
                part.floors().get(floor),
                part.error(said),
                part.squaredError(said) <= ForecastVerdict.EXACT * part.variance(),
                difference,
                isLarger && part.floors().get(floor).isEcho()
                        ? Optional.of(part.nearer(part.forecast(), said))
                        : Optional.empty());
    }

    public ErrorFinding finding() {
        return nearer.filter(share -> share.high() < 0.5).isPresent() ? ErrorFinding.FARTHER : difference.finding();
    }
}
