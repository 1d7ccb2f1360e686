package lab.carousel.task.draft;

import java.util.Optional;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;

/** The whole content of the task editor, valid or not; the list is kept while a card is shown in its place. */
public record TaskEdit(TaskDraft listed, Optional<SourceDraft> source, Optional<GeneratorDraft> generator) {

    public static TaskEdit of(Task task) {
        Task listed = task.targets() == TargetKind.NUMBERS ? Task.reference() : task;
        return new TaskEdit(TaskDraft.of(listed), Optional.empty(), Optional.empty()).with(task);
    }

    public TaskEdit with(Task task) {
        Optional<SourceDraft> drawn = Optional.of(task.supply())
                .filter(DrawnTask.class::isInstance)
                .map(DrawnTask.class::cast)
                .map(SourceDraft::of);
        return new TaskEdit(drawn.isEmpty() ? TaskDraft.of(task) : listed, drawn, Optional.empty());
    }

    public TargetKind targets() {
        return source.map(drawn -> drawn.kind().targets()).orElse(TargetKind.SYMBOLS);
    }

    /** The list, without a card in its place. */
    public TaskEdit asListed() {
        return new TaskEdit(listed, Optional.empty(), Optional.empty());
    }

    public TaskEdit with(TaskDraft newListed) {
        return new TaskEdit(newListed, source, generator);
    }

    public TaskEdit with(SourceDraft newSource) {
        return new TaskEdit(listed, Optional.of(newSource), generator);
    }

    public TaskEdit with(GeneratorDraft newGenerator) {
        return new TaskEdit(listed, source, Optional.of(newGenerator));
    }

    /** The typed task; empty while there is a problem. Takes a while where many sequences are drawn. */
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
