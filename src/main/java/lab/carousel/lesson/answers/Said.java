package lab.carousel.lesson.answers;

import lab.carousel.lesson.StepAnswers;

/**
 * What one student said in a step.
 *
 * @param student the place among the students of the class, from 0
 * @param answers what was said
 */
public record Said(int student, StepAnswers answers) {}
