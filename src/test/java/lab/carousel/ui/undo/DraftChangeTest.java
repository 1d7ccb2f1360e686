package lab.carousel.ui.undo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.PaperTask;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.ui.file.Document;
import lab.carousel.ui.hyperparameters.Field;
import lab.carousel.ui.hyperparameters.HyperparametersDraft;
import lab.carousel.ui.task.TaskEdit;
import lab.carousel.ui.undo.Undo.DraftChange;
import org.junit.jupiter.api.Test;

class DraftChangeTest {

    private static final TaskDraft LISTED = TaskDraft.of("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
    private static final HyperparametersDraft SETTINGS = HyperparametersDraft.of(Hyperparameters.reference());
    private static final Draft DRAFT = new Draft(
            new TaskEdit(LISTED, Optional.empty(), Optional.empty()),
            SETTINGS,
            EngineName.KERNEL,
            Document.untitled(Experiment.reference()),
            PanelLayout.INITIAL,
            Optional.empty());

    private static EditKind listed(UnaryOperator<TaskDraft> edit) {
        return DraftChange.between(
                DRAFT, withTask(new TaskEdit(edit.apply(LISTED), Optional.empty(), Optional.empty())));
    }

    private static Draft withTask(TaskEdit task) {
        return DRAFT.with(task, DRAFT.hyperparameters(), DRAFT.engine());
    }

    private static EditKind settings(UnaryOperator<HyperparametersDraft> edit) {
        return DraftChange.between(DRAFT, DRAFT.with(DRAFT.task(), edit.apply(SETTINGS), DRAFT.engine()));
    }

    @Test
    void namesTheHyperparameter() {
        assertThat(settings(draft -> draft.withNumber(Field.of(Settings.LEARNING_RATE), "0.01")))
                .satisfies(is("Learning rate", true));
        assertThat(settings(draft -> draft.withChoice(Field.of(Settings.CELL), Cell.GRU)))
                .satisfies(is("Cell", false));
        assertThat(settings(draft -> draft.withWord(Field.of(Settings.CLIPPING), false))
                        .isGradual())
                .isFalse();
        assertThat(settings(draft ->
                        draft.withNumber(Field.of(Settings.SEED), "2").withNumber(Field.of(Settings.EPOCHS), "3")))
                .satisfies(is("hyperparameters", false));
    }

    @Test
    void namesThePartOfTheTask() {
        assertThat(listed(draft -> draft.withSequence(1, "4 0"))).satisfies(is("sequence 2", true));
        assertThat(listed(draft -> draft.withAlphabet("0 1"))).satisfies(is("alphabet", true));
        assertThat(listed(draft -> draft.insertEmpty(1))).satisfies(is("added sequence", false));
        assertThat(listed(draft -> draft.remove(0))).satisfies(is("removed sequence", false));
        assertThat(listed(draft -> draft.moveDown(0))).satisfies(is("sequences", false));
    }

    @Test
    void aDrawnTaskIsChosenAtOnceAndItsNumbersAreTyped() {
        TaskEdit drawn = new TaskEdit(LISTED, Optional.of(SourceDraft.of(PaperTask.fixedGap(20))), Optional.empty());
        TaskEdit longer = new TaskEdit(LISTED, drawn.source().map(source -> source.withP("21")), Optional.empty());
        assertThat(DraftChange.between(DRAFT, withTask(drawn))).satisfies(is("drawn task", false));
        assertThat(DraftChange.between(withTask(drawn), withTask(longer))).satisfies(is("drawn task", true));
    }

    @Test
    void namesTheEngineAndThePanel() {
        assertThat(DraftChange.between(DRAFT, DRAFT.with(DRAFT.task(), SETTINGS, EngineName.DL4J)))
                .satisfies(is("Engine", false));
        PanelLayout withoutLoss = new PanelLayout(true, false, true, true, false, 376, 376, 0.5, 0.42);
        PanelLayout wider = new PanelLayout(true, true, true, true, false, 400, 376, 0.5, 0.42);
        assertThat(DraftChange.between(DRAFT, DRAFT.with(withoutLoss)).name().text())
                .isEqualTo("panel “Loss”");
        assertThat(DraftChange.between(DRAFT, DRAFT.with(wider)).name().text()).isEqualTo("layout");
    }

    private static Consumer<EditKind> is(String name, boolean isGradual) {
        return change -> {
            assertThat(change.name().text()).isEqualTo(name);
            assertThat(change.isGradual()).isEqualTo(isGradual);
        };
    }
}
