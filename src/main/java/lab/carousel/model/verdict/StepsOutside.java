package lab.carousel.model.verdict;

/**
 * The steps outside all forks.
 *
 * @param wrong      how many that could be known are wrong
 * @param unknowable how many nobody can know
 * @param best       how many of all scored steps can be right at most
 */
public record StepsOutside(int wrong, int unknowable, int best) {}
