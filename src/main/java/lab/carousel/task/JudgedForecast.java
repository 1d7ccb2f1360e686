package lab.carousel.task;

/**
 * What a forecast is worth beside the floors of those who need no network.
 *
 * @param verdict   in one word, which is the name of a verdict
 * @param floors    how many there are
 * @param notBeaten those that it is not better than, a bit for each in their order
 */
public record JudgedForecast(String verdict, int floors, int notBeaten) {}
