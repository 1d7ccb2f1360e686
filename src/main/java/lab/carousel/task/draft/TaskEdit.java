package lab.carousel.task.draft;

import java.util.Optional;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;

/**
 * All that stands in the task editor, valid or not.
 *
 * @param listed    the list of sequences, also while a card is shown in its place
 * @param source    the task that draws its sequences, if its card is shown
 * @param generator the generator, if its card is shown
 */
public record TaskEdit(TaskDraft listed, Optional<SourceDraft> source, Optional<GeneratorDraft> generator) {

    /** An editor in which a task stands: its list, or the card of its source. */
    public static TaskEdit of(Task task) {
        return new TaskEdit(TaskDraft.of(task), Optional.empty(), Optional.empty()).with(task);
    }

    /** The same with another task; the list stays while a card is shown in its place. */
    public TaskEdit with(Task task) {
        Optional<SourceDraft> drawn = task.source().map(PaperTask.class::cast).map(SourceDraft::of);
        return new TaskEdit(drawn.isEmpty() ? TaskDraft.of(task) : listed, drawn, Optional.empty());
    }

    /** The same with another list. */
    public TaskEdit with(TaskDraft newListed) {
        return new TaskEdit(newListed, source, generator);
    }

    /** The same with a task that draws its sequences. */
    public TaskEdit with(SourceDraft newSource) {
        return new TaskEdit(listed, Optional.of(newSource), generator);
    }

    /** The same with a generator. */
    public TaskEdit with(GeneratorDraft newGenerator) {
        return new TaskEdit(listed, source, Optional.of(newGenerator));
    }

    /** The task that was typed; empty while there is a problem. Takes a while where many sequences are drawn. */
    public Optional<Task> task() {
        if (source.isPresent()) {
            return source.flatMap(SourceDraft::source).map(Task::drawn);
        }
        if (generator.isPresent()) {
            return generator.flatMap(GeneratorDraft::generator).map(Generator::task);
        }
        return listed.task();
    }
}
