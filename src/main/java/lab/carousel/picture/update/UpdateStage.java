package lab.carousel.picture.update;

import java.util.List;

/**
 * A stage of a weight update.
 *
 * @param key     its name in ids
 * @param title   what happens in it, in a word or two
 * @param caption what happens in it, in a sentence or two
 * @param all     what the numbers of all are: their norm, their mean, or just values
 * @param lines   its numbers
 */
public record UpdateStage(String key, String title, String caption, String all, List<StageLine> lines) {}
