package lab.carousel.ui.lesion;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.study.PlannedLesion;

/**
 * The lesions made, and those before and after each edit. Immutable: an edit gives the next one.
 *
 * @param lesions those made now, in the order in which they were made
 * @param past    the lists before, the latest one last
 * @param future  the lists that were undone, the next one last
 */
public record LesionEdits(
        List<PlannedLesion> lesions, List<List<PlannedLesion>> past, List<List<PlannedLesion>> future) {

    /** None. */
    public static final LesionEdits NONE = new LesionEdits(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public LesionEdits {
        lesions = List.copyOf(lesions);
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    LesionEdits add(PlannedLesion lesion) {
        List<PlannedLesion> more = new ArrayList<>(lesions);
        more.add(lesion);
        return edited(more);
    }

    /**
     * Without one of them.
     *
     * @param index counted from 0
     */
    LesionEdits remove(int index) {
        List<PlannedLesion> less = new ArrayList<>(lesions);
        less.remove(index);
        return edited(less);
    }

    LesionEdits clear() {
        return lesions.isEmpty() ? this : edited(List.of());
    }

    /** With other lesions in the place of those made. */
    public LesionEdits replaced(List<PlannedLesion> others) {
        return others.equals(lesions) ? this : edited(List.copyOf(others));
    }

    private LesionEdits edited(List<PlannedLesion> now) {
        return new LesionEdits(now, with(past, lesions), List.of());
    }

    boolean canUndo() {
        return !past.isEmpty();
    }

    boolean canRedo() {
        return !future.isEmpty();
    }

    LesionEdits undo() {
        return canUndo() ? new LesionEdits(last(past), withoutLast(past), with(future, lesions)) : this;
    }

    LesionEdits redo() {
        return canRedo() ? new LesionEdits(last(future), with(past, lesions), withoutLast(future)) : this;
    }

    private static List<List<PlannedLesion>> with(List<List<PlannedLesion>> lists, List<PlannedLesion> list) {
        List<List<PlannedLesion>> more = new ArrayList<>(lists);
        more.add(list);
        return more;
    }

    private static List<PlannedLesion> last(List<List<PlannedLesion>> lists) {
        return lists.get(lists.size() - 1);
    }

    private static List<List<PlannedLesion>> withoutLast(List<List<PlannedLesion>> lists) {
        return lists.subList(0, lists.size() - 1);
    }
}
