package lab.carousel.ui.classroom;

import lab.carousel.task.Step;
import lab.carousel.task.Task;

/** A step that was chosen in the heatmap. */
public record SelectedStep(Task task, Step step) {}
