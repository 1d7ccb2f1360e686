package lab.carousel.ui.undo;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TypedSymbols;
import lab.carousel.text.Message;
import lab.carousel.ui.hyperparameters.Field;
import lab.carousel.ui.hyperparameters.HyperparametersDraft;
import lab.carousel.ui.task.TaskEdit;

/** Says in a few words what an edit changed. */
final class DraftChange {

    private DraftChange() {}

    /** What is different; of several things the one that matters most. */
    static EditKind between(Draft before, Draft after) {
        if (!before.task().equals(after.task())) {
            return task(before.task(), after.task());
        }
        if (!before.hyperparameters().equals(after.hyperparameters())) {
            return hyperparameters(before.hyperparameters(), after.hyperparameters());
        }
        if (before.engine() != after.engine()) {
            return new EditKind(Field.ENGINE.words(), false);
        }
        return new EditKind(layout(before.layout(), after.layout()), false);
    }

    private static Message layout(PanelLayout before, PanelLayout after) {
        if (before.editors() != after.editors()) {
            return Message.of("undo.panel", Message.of("ui.view.editors"));
        }
        if (before.loss() != after.loss()) {
            return Message.of("undo.panel", Message.of("ui.view.loss"));
        }
        if (before.state() != after.state()) {
            return Message.of("undo.panel", Message.of("ui.view.state"));
        }
        return before.microscope() == after.microscope()
                ? Message.of("undo.layout")
                : Message.of("undo.panel", Message.of("ui.view.microscope"));
    }

    private static EditKind hyperparameters(HyperparametersDraft before, HyperparametersDraft after) {
        List<Field> changed = before.changedIn(after);
        if (changed.size() != 1) {
            return new EditKind(Message.of("undo.hyperparameters"), false);
        }
        Field field = changed.get(0);
        boolean isNumber = before.isNumber(field) && before.hasWord(field) == after.hasWord(field);
        return new EditKind(field.words(), isNumber);
    }

    private static EditKind task(TaskEdit before, TaskEdit after) {
        if (!before.source().equals(after.source())) {
            return named(
                    "undo.source", both(before.source(), after.source(), (one, other) -> one.kind() == other.kind()));
        }
        if (!before.generator().equals(after.generator())) {
            return named(
                    "undo.generator",
                    both(before.generator(), after.generator(), (one, other) -> one.recipe() == other.recipe()));
        }
        return list(before.listed(), after.listed());
    }

    private static <T> boolean both(Optional<T> before, Optional<T> after, BiPredicate<T, T> condition) {
        return before.isPresent() && after.isPresent() && condition.test(before.get(), after.get());
    }

    private static EditKind list(TaskDraft before, TaskDraft after) {
        List<TypedSymbols> old = before.sequences();
        List<TypedSymbols> now = after.sequences();
        if (old.equals(now)) {
            return named("undo.alphabet", true);
        }
        if (now.size() != old.size()) {
            String key = now.size() == old.size() + 1
                    ? "undo.sequence.added"
                    : now.size() == old.size() - 1 ? "undo.sequence.removed" : "undo.sequences";
            return named(key, false);
        }
        int[] changed = IntStream.range(0, now.size())
                .filter(index -> !now.get(index).equals(old.get(index)))
                .toArray();
        return changed.length == 1
                ? new EditKind(Message.of("undo.sequence", changed[0] + 1), true)
                : named("undo.sequences", false);
    }

    private static EditKind named(String key, boolean isGradual) {
        return new EditKind(Message.of(key), isGradual);
    }
}
