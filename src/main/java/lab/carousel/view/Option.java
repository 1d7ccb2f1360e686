package lab.carousel.view;

/**
 * A value of a choice.
 *
 * @param label short, as it stands on a button
 * @param tip   what it means
 */
public record Option(String value, String label, String tip) {}
