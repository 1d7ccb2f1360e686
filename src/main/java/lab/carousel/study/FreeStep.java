package lab.carousel.study;

/**
 * One prediction.
 *
 * @param input         the symbol fed last, an index
 * @param outputs       the outputs of the network: of the first symbols of the alphabet where there are fewer outputs
 * @param probabilities the chance of each output to be taken
 * @param taken         the one that was: the next input
 */
public record FreeStep(int input, double[] outputs, double[] probabilities, int taken) {}
