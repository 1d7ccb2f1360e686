package lab.carousel.model.verdict;

/** How many forks there are, and how many of them are remembered; by floors how many of those the loss is under. */
public record JudgedForks(int all, int remembered) {}
