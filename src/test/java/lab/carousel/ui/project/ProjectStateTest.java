package lab.carousel.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.PlannedLesion;
import lab.carousel.study.TypedSteps;
import lab.carousel.study.UnitChoice;
import lab.carousel.task.draft.SourceDraft;
import lab.carousel.task.draft.TaskDraft;
import lab.carousel.task.draft.TaskEdit;
import lab.carousel.task.drawn.FixedGap;
import org.junit.jupiter.api.Test;

/** What an edit is called, by what it changed. */
class ProjectStateTest {

    private static final TaskDraft LISTED = TaskDraft.of("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4");
    private static final HyperparametersDraft SETTINGS =
            HyperparametersDraft.of(Hyperparameters.reference(), EngineName.KERNEL);
    private static final ProjectState DRAFT = new ProjectState(
            new TaskEdit(LISTED, Optional.empty(), Optional.empty(), Optional.empty()),
            SETTINGS,
            List.of(),
            Document.untitled(Experiment.reference()),
            PanelLayout.INITIAL,
            Optional.empty(),
            0);

    private static HistoryEdit listed(UnaryOperator<TaskDraft> edit) {
        return DRAFT.editTo(
                withTask(new TaskEdit(edit.apply(LISTED), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static ProjectState withTask(TaskEdit task) {
        return DRAFT.with(task);
    }

    private static HistoryEdit settings(UnaryOperator<HyperparametersDraft> edit) {
        return DRAFT.editTo(DRAFT.with(edit.apply(SETTINGS)));
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
        assertThat(listed(draft -> draft.move(0, 1))).satisfies(is("sequences", false));
    }

    @Test
    void aDrawnTaskIsChosenAtOnceAndItsNumbersAreTyped() {
        TaskEdit drawn =
                new TaskEdit(LISTED, Optional.of(SourceDraft.of(FixedGap.of(20))), Optional.empty(), Optional.empty());
        TaskEdit longer = new TaskEdit(
                LISTED, drawn.source().map(source -> source.with("p", "21")), Optional.empty(), Optional.empty());
        assertThat(DRAFT.editTo(withTask(drawn))).satisfies(is("drawn task", false));
        assertThat(withTask(drawn).editTo(withTask(longer))).satisfies(is("drawn task", true));
    }

    @Test
    void namesTheEngineAndThePanel() {
        assertThat(DRAFT.editTo(DRAFT.with(SETTINGS.withChoice(Field.ENGINE, EngineName.DL4J))))
                .satisfies(is("Engine", false));
        PanelLayout withoutLoss = new PanelLayout(true, false, true, true, false, 376, 376, 0.5, 0.42);
        PanelLayout wider = new PanelLayout(true, true, true, true, false, 400, 376, 0.5, 0.42);
        assertThat(DRAFT.editTo(DRAFT.with(withoutLoss)).name().text()).isEqualTo("panel “Loss”");
        assertThat(DRAFT.editTo(DRAFT.with(wider)).name().text()).isEqualTo("layout");
    }

    @Test
    void namesWhatBecameOfTheLesions() {
        PlannedLesion lesion = new PlannedLesion(Quantity.CELL_STATE, 0, UnitChoice.ALL, TypedSteps.EVERYWHERE);
        ProjectState one = DRAFT.with(List.of(lesion));
        assertThat(DRAFT.editTo(one)).satisfies(is("added lesion", false));
        assertThat(one.editTo(DRAFT)).satisfies(is("removed lesion", false));
        assertThat(DRAFT.editTo(DRAFT.with(List.of(lesion, lesion)))).satisfies(is("lesions", false));
    }

    private static Consumer<HistoryEdit> is(String name, boolean isGradual) {
        return change -> {
            assertThat(change.name().text()).isEqualTo(name);
            assertThat(change.isGradual()).isEqualTo(isGradual);
        };
    }
}
