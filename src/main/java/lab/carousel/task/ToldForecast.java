package lab.carousel.task;

import lab.carousel.text.Message;

/**
 * What a forecast is worth, in words.
 *
 * @param notBeaten the names of the floors that it is not better than
 * @param errors    the errors of forecast and echo in the unit of the series, a sentence
 */
public record ToldForecast(String notBeaten, Message errors) {}
