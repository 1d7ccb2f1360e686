package lab.carousel.task;

import lab.carousel.text.Message;

/**
 * What a forecast is worth beside the floors of those who need no network.
 *
 * @param verdict   in one word, which is the name of a verdict
 * @param floors    how many there are
 * @param notBeaten those that it is not better than, a bit for each in their order
 */
public record JudgedForecast(String verdict, int floors, int notBeaten) {

    /**
     * The same in words.
     *
     * @param notBeaten the names of those floors
     * @param errors    the errors of forecast and echo in the unit of the series, a sentence
     */
    public record Told(String notBeaten, Message errors) {}
}
