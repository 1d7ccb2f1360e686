package lab.carousel.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import lab.carousel.text.Message;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final HistoryEdit CHOSEN = new HistoryEdit(Message.literal("cell"), false);
    private static final HistoryEdit TYPED = new HistoryEdit(Message.literal("seed"), true);

    private static History.Moment at(long gesture, boolean isHeld, long millis) {
        return new History.Moment(gesture, isHeld, TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static History<Integer> count(int edits) {
        History<Integer> history = History.of(0);
        for (int edit = 1; edit <= edits; edit++) {
            history = history.edit(edit, CHOSEN, at(0, false, edit));
        }
        return history;
    }

    @Test
    void undoesAndRedoesTwoHundredStepsAndMore() {
        History<Integer> history = count(300);
        for (int step = 299; step >= 0; step--) {
            history = history.undo();
            assertThat(history.present()).isEqualTo(step);
        }
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo()).isSameAs(history);
        for (int step = 1; step <= 300; step++) {
            history = history.redo();
            assertThat(history.present()).isEqualTo(step);
        }
        assertThat(history.canRedo()).isFalse();
        assertThat(history.redo()).isSameAs(history);
    }

    @Test
    void forgetsTheOldestBeyondItsBound() {
        History<Integer> history = count(History.MOST + 7);
        while (history.canUndo()) {
            history = history.undo();
        }
        assertThat(history.present()).isEqualTo(7);
        assertThat(history.future()).hasSize(History.MOST);
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        History<Integer> history = count(3).undo().undo().edit(9, CHOSEN, at(0, false, 10));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo().present()).isEqualTo(1);
    }

    @Test
    void anEditThatChangesNothingIsNone() {
        History<Integer> history = count(2).undo();
        assertThat(history.edit(1, CHOSEN, at(0, false, 10))).isSameAs(history);
        assertThat(history.canRedo()).isTrue();
    }

    private static void assertIsOneStep(History<Integer> history) {
        assertThat(history.past()).hasSize(1);
        assertThat(history.undo().present()).isZero();
    }

    @Test
    void whatIsTypedWithoutAPauseIsOneStep() {
        History<Integer> history = History.of(0)
                .edit(1, TYPED, at(0, false, 0))
                .edit(12, TYPED, at(0, false, 900))
                .edit(123, TYPED, at(0, false, 1_800));
        assertIsOneStep(history);
        assertThat(history.edit(1_234, TYPED, at(0, false, 2_900)).past()).hasSize(2);
    }

    @Test
    void anotherNameOrAnotherPressOfTheMouseBeginsAStep() {
        History<Integer> history = History.of(0).edit(1, TYPED, at(0, false, 0));
        assertThat(history.edit(2, new HistoryEdit(Message.literal("epochs"), true), at(0, false, 1))
                        .past())
                .hasSize(2);
        assertThat(history.edit(2, TYPED, at(1, false, 1)).past()).hasSize(2);
        assertThat(history.edit(2, CHOSEN, at(0, false, 1)).past()).hasSize(2);
    }

    @Test
    void choicesAreNeverJoined() {
        History<Integer> history =
                History.of(0).edit(1, CHOSEN, at(0, false, 0)).edit(2, CHOSEN, at(0, false, 1));
        assertThat(history.past()).hasSize(2);
    }

    @Test
    void draggingIsOneStepHoweverLongItTakes() {
        History<Integer> history = History.of(0);
        for (int second = 0; second <= 60; second += 30) {
            history = history.edit(second + 1, TYPED, at(3, true, second * 1_000L));
        }
        assertIsOneStep(history);
    }

    @Test
    void draggingThereAndBackIsNoStep() {
        History<Integer> history = History.of(0).edit(1, TYPED, at(3, true, 0)).edit(0, TYPED, at(3, true, 10));
        assertThat(history.canUndo()).isFalse();
        // and what follows is a step of its own, which does not reach into the one before
        assertThat(history.edit(5, TYPED, at(3, true, 20)).undo().present()).isZero();
    }

    @Test
    void nothingJoinsAStepThatWasUndoneAndRedone() {
        History<Integer> history =
                History.of(0).edit(1, TYPED, at(0, false, 0)).undo().redo().edit(2, TYPED, at(0, false, 1));
        assertThat(history.undo().present()).isEqualTo(1);
    }

    @Test
    void namesWhatWouldBeUndoneAndRedone() {
        History<Integer> history =
                History.of(0).edit(1, CHOSEN, at(0, false, 0)).edit(2, TYPED, at(0, false, 1));
        assertThat(history.undoName()).contains(Message.literal("seed"));
        assertThat(history.redoName()).isEmpty();
        assertThat(history.undo().undoName()).contains(Message.literal("cell"));
        assertThat(history.undo().redoName()).contains(Message.literal("seed"));
    }

    @Test
    void aChangeOfAllStatesIsNoStep() {
        History<Integer> history = count(3).undo().map(state -> state + 100);
        assertThat(history.present()).isEqualTo(102);
        assertThat(history.undo().present()).isEqualTo(101);
        assertThat(history.redo().present()).isEqualTo(103);
    }
}
