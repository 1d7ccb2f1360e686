package lab.carousel.lesson.answers;

import lab.carousel.lesson.LessonRun;

/** A run that was handed in, in a sheet or a session. */
public record SubmittedRun(String file, LessonRun run) {}
