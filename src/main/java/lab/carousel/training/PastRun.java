package lab.carousel.training;

import lab.carousel.task.Task;
import lab.carousel.training.loss.LossCourse;

/** Past of the earlier run, with the losses up to and including the origin. */
public record PastRun(long updates, Task task, LossCourse losses) {}
