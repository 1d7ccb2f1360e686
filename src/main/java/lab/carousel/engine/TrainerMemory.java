package lab.carousel.engine;

import java.util.List;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;

/**
 * What a trainer knows besides its parameters: with both another trainer of the same experiment and engine goes on in
 * exactly the same way.
 *
 * @param moments what the optimiser keeps of the gradients so far, each in the order of the parameters: see
 *     {@link lab.carousel.model.OptimiserUpdate#moments}
 * @param updates how many updates the optimiser has made; Adam corrects its means by it
 * @param carried the states carried to the next update
 */
public record TrainerMemory(List<Parameters> moments, long updates, CarriedState carried) {

    public TrainerMemory {
        moments = List.copyOf(moments);
    }

    /** How many moments the optimiser of an experiment keeps. */
    public static int moments(Hyperparameters hyperparameters) {
        return hyperparameters
                .get(Settings.OPTIMISER)
                .update(hyperparameters)
                .moments()
                .size();
    }
}
