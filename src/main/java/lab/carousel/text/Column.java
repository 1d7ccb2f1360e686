package lab.carousel.text;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a {@link Table}; an array has several names.
 *
 * @param id    names it on the screen
 * @param tip   what it means; may be empty
 * @param width on the screen, in pixels; 0 if it does not matter
 */
public record Column<R>(String id, List<String> names, String tip, double width, Function<? super R, ?> value) {}
