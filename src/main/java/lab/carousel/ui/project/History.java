package lab.carousel.ui.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import lab.carousel.text.Message;

/**
 * The states that something went through, one for each edit. Immutable: an edit gives the next history.
 *
 * <p>Gradual edits of the same name are one step while they follow each other within {@value #JOINED_WITHIN_MILLIS}
 * milliseconds, or while the mouse button is held down; pressing it begins a new step.
 *
 * @param past    the steps that can be undone, the latest one last
 * @param present the state now
 * @param future  the steps that were undone, the next one last
 * @param open    the last edit, if a further one may still join it
 * @param <S>     a state; immutable, compared with {@code equals}
 */
public record History<S>(List<Undoable<S>> past, S present, List<Undoable<S>> future, Optional<Open> open) {

    /** The most steps that are kept; older ones are forgotten. */
    public static final int MOST = 500;

    /** The longest pause between two edits that are one step. */
    public static final int JOINED_WITHIN_MILLIS = 1_000;

    /**
     * When an edit was made.
     *
     * @param gesture how often the mouse button was pressed until then
     * @param isHeld  whether it is still down
     * @param nanos   the time, of {@link System#nanoTime}
     */
    public record Moment(long gesture, boolean isHeld, long nanos) {}

    /**
     * One step.
     *
     * @param name  what it is called
     * @param state in the past the state before it, in the future the state after it
     * @param <S>   a state
     */
    public record Undoable<S>(Message name, S state) {}

    /**
     * An edit that a further one may join.
     *
     * @param name what it is called
     * @param when it was made
     */
    public record Open(Message name, Moment when) {

        private boolean isJoinedBy(HistoryEdit change, Moment moment) {
            long pause = moment.nanos() - when.nanos();
            return change.isGradual()
                    && name.equals(change.name())
                    && when.gesture() == moment.gesture()
                    && (moment.isHeld() || pause <= TimeUnit.MILLISECONDS.toNanos(JOINED_WITHIN_MILLIS));
        }
    }

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
        Objects.requireNonNull(present);
    }

    /** A history that begins with a state. */
    public static <S> History<S> of(S present) {
        return new History<>(List.of(), present, List.of(), Optional.empty());
    }

    /** After an edit; the same if it changed nothing. What was undone can not be redone any more. */
    public History<S> edit(S now, HistoryEdit change, Moment moment) {
        if (now.equals(present)) {
            return this;
        }
        Optional<Open> next = change.isGradual() ? Optional.of(new Open(change.name(), moment)) : Optional.empty();
        if (open.isPresent() && open.get().isJoinedBy(change, moment)) {
            boolean isBack = last(past).state().equals(now);
            return new History<>(isBack ? withoutLast(past) : past, now, List.of(), isBack ? Optional.empty() : next);
        }
        List<Undoable<S>> longer = with(past, new Undoable<>(change.name(), present));
        return new History<>(longer.subList(Math.max(0, longer.size() - MOST), longer.size()), now, List.of(), next);
    }

    /** Whether there is anything to undo. */
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /** Whether there is anything to redo. */
    public boolean canRedo() {
        return !future.isEmpty();
    }

    public Optional<Message> undoName() {
        return canUndo() ? Optional.of(last(past).name()) : Optional.empty();
    }

    public Optional<Message> redoName() {
        return canRedo() ? Optional.of(last(future).name()) : Optional.empty();
    }

    /** Before the last step; the same if there is none. */
    public History<S> undo() {
        if (!canUndo()) {
            return this;
        }
        Undoable<S> undone = last(past);
        return new History<>(
                withoutLast(past),
                undone.state(),
                with(future, new Undoable<>(undone.name(), present)),
                Optional.empty());
    }

    /** After the step that was undone last; the same if there is none. */
    public History<S> redo() {
        if (!canRedo()) {
            return this;
        }
        Undoable<S> redone = last(future);
        return new History<>(
                with(past, new Undoable<>(redone.name(), present)),
                redone.state(),
                withoutLast(future),
                Optional.empty());
    }

    /** The same steps with every state changed: for what is no edit, and holds for the past and the future too. */
    public History<S> map(UnaryOperator<S> change) {
        return new History<>(mapped(past, change), change.apply(present), mapped(future, change), open);
    }

    private static <S> List<Undoable<S>> mapped(List<Undoable<S>> steps, UnaryOperator<S> change) {
        return steps.stream()
                .map(step -> new Undoable<>(step.name(), change.apply(step.state())))
                .toList();
    }

    private static <T> List<T> with(List<T> list, T element) {
        List<T> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static <T> List<T> withoutLast(List<T> list) {
        return list.subList(0, list.size() - 1);
    }
}
