package lab.carousel.task.series;

import java.util.List;
import lab.carousel.text.Message;

/**
 * Columns of numbers that were read.
 *
 * @param columns {@code [column][row]}; NaN where a value is missing
 * @param steps   what the rows are called; empty if nobody says
 * @param told    what was noticed
 */
public record NumberColumns(List<String> names, double[][] columns, List<String> steps, List<Message> told) {}
