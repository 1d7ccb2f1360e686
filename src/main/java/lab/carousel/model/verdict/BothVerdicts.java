package lab.carousel.model.verdict;

/**
 * How a network does as trained and step by step.
 *
 * @param results of both, side by side
 * @param why     they differ, a sentence
 */
public record BothVerdicts(String results, String why) {}
