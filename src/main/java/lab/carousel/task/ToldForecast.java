package lab.carousel.task;

import java.util.List;
import lab.carousel.text.Message;

/**
 * What a forecast is worth, in words.
 *
 * @param notBeaten the names of the floors that it is not better than
 * @param errors    the errors of forecast and echo in the unit of the series, a sentence
 */
public record ToldForecast(List<String> notBeaten, Message errors) {}
