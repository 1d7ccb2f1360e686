package lab.carousel.lesson;

import lab.carousel.model.Experiment;

/** A run made to its end in a lesson, from its seed, with the id of the step in which it ended. */
public record LessonRun(String step, Experiment experiment, int epoch, LessonResult result) {}
