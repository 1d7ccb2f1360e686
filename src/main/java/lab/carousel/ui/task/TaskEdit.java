package lab.carousel.ui.task;

import java.util.Optional;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.generator.GeneratorDraft;

/**
 * All that stands in the task editor, valid or not.
 *
 * @param listed    the list of sequences, also while a card is shown in its place
 * @param source    the task that draws its sequences, if its card is shown
 * @param generator the generator, if its card is shown
 */
public record TaskEdit(TaskDraft listed, Optional<SourceDraft> source, Optional<GeneratorDraft> generator) {}
