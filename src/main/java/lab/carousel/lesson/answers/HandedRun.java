package lab.carousel.lesson.answers;

import lab.carousel.lesson.Tried;

/**
 * A run that was handed in, in a sheet or a session.
 *
 * @param file it came in
 * @param run  what was trained, and what is said of it
 */
public record HandedRun(String file, Tried run) {}
