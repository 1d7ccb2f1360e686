package lab.carousel.lesson;

/**
 * A card that is turned over once one has tried to recall what is on its back.
 *
 * @param front what is asked
 * @param back  what it is
 */
public record RecallCard(String front, String back) {}
