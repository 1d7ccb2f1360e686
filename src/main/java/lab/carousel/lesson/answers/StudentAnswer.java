package lab.carousel.lesson.answers;

import lab.carousel.lesson.StepAnswers;

/** Answers of one student, by index, in a step. */
public record StudentAnswer(int student, StepAnswers answers) {}
