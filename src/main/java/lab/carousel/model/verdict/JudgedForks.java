package lab.carousel.model.verdict;

/** How many forks there are, and how many of them are remembered. */
public record JudgedForks(int all, int remembered) {}
