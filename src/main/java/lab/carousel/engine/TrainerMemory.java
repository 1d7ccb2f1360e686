package lab.carousel.engine;

import java.util.List;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;

/**
 * What a trainer knows besides its parameters: with both another trainer of the same experiment and engine goes on in
 * exactly the same way.
 *
 * @param moments what the optimiser keeps of the gradients so far, each in the order of the parameters: for Adam their
 *     mean and the mean of their squares, for RMSProp the mean of their squares, for momentum the velocity
 * @param updates how many updates the optimiser has made; Adam corrects its means by it
 * @param carried the states carried to the next update
 */
public record TrainerMemory(List<Parameters> moments, long updates, CarriedState carried) {

    public TrainerMemory {
        moments = List.copyOf(moments);
    }

    /** How many moments the optimiser of an experiment keeps: 0 to 2. */
    public static int moments(Hyperparameters hyperparameters) {
        return switch (hyperparameters.get(Settings.OPTIMISER)) {
            case ADAM -> 2;
            case RMSPROP -> 1;
            case SGD -> hyperparameters.get(Settings.MOMENTUM) > 0 ? 1 : 0;
        };
    }
}
