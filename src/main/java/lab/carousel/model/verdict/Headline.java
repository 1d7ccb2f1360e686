package lab.carousel.model.verdict;

/**
 * What is said first of an evaluation.
 *
 * @param fork       the worst one, by its number in {@link lab.carousel.task.memory.Memory}
 * @param verdict    of that fork
 * @param bits       of its worst pair
 * @param remembered how many forks are remembered
 */
record Headline(int fork, Verdict verdict, double bits, int remembered) {}
