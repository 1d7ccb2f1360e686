package lab.carousel.task.draft;

import java.util.Optional;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Task;
import lab.carousel.task.generator.Generator;
import lab.carousel.task.generator.GeneratorDraft;
import lab.carousel.task.series.Series;

/** The whole content of the task editor, valid or not; the list is kept while a card is shown in its place. */
public record TaskEdit(
        TaskDraft listed,
        Optional<SourceDraft> source,
        Optional<GeneratorDraft> generator,
        Optional<SeriesDraft> series) {

    public static TaskEdit of(Task task) {
        Task listed = task.targets() == TargetKind.NUMBERS ? Task.reference() : task;
        return new TaskEdit(TaskDraft.of(listed), Optional.empty(), Optional.empty(), Optional.empty()).with(task);
    }

    public TaskEdit with(Task task) {
        Optional<SourceDraft> drawn = supply(task, DrawnTask.class).map(SourceDraft::of);
        Optional<SeriesDraft> ofSeries = supply(task, Series.class).map(SeriesDraft::of);
        boolean isListed = drawn.isEmpty() && ofSeries.isEmpty();
        return new TaskEdit(isListed ? TaskDraft.of(task) : listed, drawn, Optional.empty(), ofSeries);
    }

    private static <S> Optional<S> supply(Task task, Class<S> kind) {
        return Optional.of(task.supply()).filter(kind::isInstance).map(kind::cast);
    }

    public TargetKind targets() {
        return source.map(drawn -> drawn.kind().targets())
                .orElse(series.isPresent() ? TargetKind.NUMBERS : TargetKind.SYMBOLS);
    }

    /** The list, without a card in its place. */
    public TaskEdit asListed() {
        return new TaskEdit(listed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TaskEdit with(TaskDraft newListed) {
        return new TaskEdit(newListed, source, generator, series);
    }

    public TaskEdit with(SourceDraft newSource) {
        return new TaskEdit(listed, Optional.of(newSource), generator, Optional.empty());
    }

    public TaskEdit with(GeneratorDraft newGenerator) {
        return new TaskEdit(listed, source, Optional.of(newGenerator), Optional.empty());
    }

    public TaskEdit with(SeriesDraft newSeries) {
        return new TaskEdit(listed, Optional.empty(), Optional.empty(), Optional.of(newSeries));
    }

    /** The typed task; empty while there is a problem. Takes a while where many sequences are drawn. */
    public Optional<Task> task() {
        if (source.isPresent()) {
            return source.flatMap(SourceDraft::source).map(Task::drawn);
        }
        if (series.isPresent()) {
            return series.flatMap(SeriesDraft::series).map(made -> new Task(made, made));
        }
        if (generator.isPresent()) {
            return generator.flatMap(GeneratorDraft::generator).map(Generator::task);
        }
        return listed.task();
    }
}
