package lab.carousel.task.draft;

import java.util.function.UnaryOperator;
import lab.carousel.text.Message;

/** A change that mends a problem; the label is for a button. */
public record TaskFix(Message label, UnaryOperator<TaskDraft> change) {}
