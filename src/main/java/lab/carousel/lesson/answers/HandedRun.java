package lab.carousel.lesson.answers;

import lab.carousel.lesson.Tried;

/** A run that was handed in, in a sheet or a session. */
public record HandedRun(String file, Tried run) {}
