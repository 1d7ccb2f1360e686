package lab.carousel.model;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.Optimiser.CorrectedRate;
import lab.carousel.model.Optimiser.Moment;

/**
 * What an optimiser does with some hyperparameters.
 *
 * @param constants its own
 * @param moments   what it keeps of the gradients, a number for each parameter
 * @param corrected the rate of an update, if it depends on how many there were
 */
public record OptimiserUpdate(
        List<OptimiserConstant> constants, List<Moment> moments, Optional<CorrectedRate> corrected, UpdateRule rule) {}
