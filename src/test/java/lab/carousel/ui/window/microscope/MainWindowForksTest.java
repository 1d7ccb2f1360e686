package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Presets;
import lab.carousel.model.Settings;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.training.RunState;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The forks of a task in the window, and what nobody can know. */
class MainWindowForksTest extends MainWindowFixture {

    private static ForksDrawing drawing(FxRobot robot) {
        return (ForksDrawing) ((DrawingView) find(robot, "forksDrawing")).drawing();
    }

    private static boolean isDrawn(FxRobot robot) {
        return ((DrawingView) find(robot, "forksDrawing")).drawn().isPresent();
    }

    private void open(FxRobot robot, Task task) throws TimeoutException {
        Experiment experiment = new Experiment(task, Hyperparameters.reference(), EngineName.KERNEL);
        open(robot, experiment);
    }

    @Test
    void aTrainedNetworkHasTheBitsOfItsForkAndFollowsTheSymbol(FxRobot robot) throws TimeoutException {
        Experiment experiment = Presets.preset("gradientThroughTime").with(EngineName.KERNEL);
        open(robot, experiment);
        showPlace(robot, "forks");
        robot.clickOn("#play");
        await(() -> workspace.state() == RunState.FINISHED);
        double bits =
                workspace.snapshot().orElseThrow().evaluation().judgement().bits();
        await(() ->
                drawing(robot) != null && drawing(robot).forks().rows().get(0).bits() == bits);
        ForksDrawing drawing = drawing(robot);
        assertThat(drawing.forks().rows()).hasSize(1);
        assertThat(drawing.forks().rows().get(0).fork().after()).containsExactly(0, 1, 2);
        assertThat(drawing.forks().rows().get(0).witness()).contains(new SymbolWitness(2, 2));
        assertThat(text(robot, "forksVerdict")).startsWith("remembers 3 steps back, 0.9");
        assertThat(text(robot, "forksCount")).startsWith("1 fork:");
    }

    @Test
    void aClickSelectsTheStepsOfAForkEverywhere(FxRobot robot) throws TimeoutException {
        showPlace(robot, "forks");
        await(() -> drawing(robot) != null && isDrawn(robot));
        DrawingView view = (DrawingView) find(robot, "forksDrawing");
        robot.clickOn(robot.offset(view, -80, -view.getHeight() / 2 + 20));
        await(() -> workspace.selection().forkProperty().get().size() == 2);
        List<Step> steps = List.of(new Step(0, 4, 2, 3), new Step(1, 4, 2, 4));
        assertThat(workspace.selection().forkProperty().get()).containsExactlyInAnyOrderElementsOf(steps);
        Step first = workspace.selection().stepProperty().get();
        assertThat(steps).contains(first);
        await(() -> robot.lookup(".state-fork").queryAll().stream()
                        .filter(javafx.scene.Node::isVisible)
                        .count()
                == 2);
        await(() -> drawing(robot).selected() == 0);
        robot.clickOn(robot.offset(view, -80, -view.getHeight() / 2 + 20));
        await(() -> !first.equals(workspace.selection().stepProperty().get()));
        assertThat(workspace.selection().forkProperty().get()).hasSize(2);
        showPlace(robot, "predictions");
        await(() -> robot.lookup(".prediction").queryAll().stream()
                        .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("looked-at")))
                        .map(cell -> ((ListCell<?>) cell).getItem())
                        .distinct()
                        .count()
                == 2);
    }

    @Test
    void stepsThatNobodyCanKnowAreMendedWithAClickThatCanBeUndone(FxRobot robot) throws TimeoutException {
        open(robot, Task.parse("A B C", "A B C", "A C B"));
        showPlace(robot, "forks");
        await(() -> robot.lookup("#forksMend-TASK").tryQuery().isPresent());
        assertThat(text(robot, "forksVerdict")).isEqualTo("cannot be known");
        assertThat(((Labeled) find(robot, "forksWhy-TASK")).getText()).contains("leaves it open");
        robot.interact(() -> ((Button) find(robot, "forksMend-TASK")).fire());
        await(() -> workspace.lab().editedProperty().get().orElseThrow().task().longestSteps() == 3);
        assertThat(workspace.lab().editedProperty().get().orElseThrow().task().sequences())
                .extracting(Sequence::symbols)
                .containsExactly(List.of("P", "A", "B", "C"), List.of("Q", "A", "C", "B"));
        await(() -> robot.lookup("#forksMend-TASK").tryQuery().isEmpty());
        await(() -> drawing(robot).forks().total() == 1);
        robot.interact(() -> workspace.project().undo());
        await(() -> robot.lookup("#forksMend-TASK").tryQuery().isPresent());
    }

    @Test
    void theStatusBarSaysWhichForkItIsAbout(FxRobot robot) throws TimeoutException {
        Label verdict = (Label) find(robot, "verdict");
        Frames.pass(300);
        assertThat(verdict.getAccessibleHelp()).contains("Worst fork: after 0 1 2, between 3, 4.");
        assertThat(Tip.of(verdict))
                .isEqualTo(verdict.getAccessibleHelp())
                .containsPattern("sequence 1: 3 0\\.\\d\\d, 4 0\\.\\d\\d; sequence 2: 4 0\\.\\d\\d, 3 0\\.\\d\\d");
    }

    private static Experiment inSlots(int batchSize) {
        return Experiment.reference().with(Hyperparameters.reference().with(Settings.BATCH_SIZE, batchSize));
    }

    @Test
    void bothEvaluationsStandSideBySideWhereTheyDiffer(FxRobot robot) throws TimeoutException {
        open(robot, inSlots(3));
        Frames.pass(300);
        assertThat(text(robot, "reason")).startsWith("As trained: ").contains("Step by step: ", "through 3 slots");
        open(robot, Task.reference());
        Frames.pass(300);
        assertThat(text(robot, "reason")).doesNotContain("As trained");
    }

    @Test
    void theHeatmapMarksWhatNobodyCanKnow(FxRobot robot) throws TimeoutException {
        await(() -> find(robot, "stateDeciding").isVisible());
        assertThat(find(robot, "stateUnknowable").isVisible()).isFalse();
        open(robot, Task.parse("A B C", "A B C", "A C B"));
        await(() -> find(robot, "stateUnknowable").isVisible());
        assertThat(find(robot, "stateDeciding").isVisible()).isFalse();
    }

    @Test
    void theEditorTellsStepByStepWhatCanBeKnownThen(FxRobot robot) throws TimeoutException {
        open(robot, inSlots(4));
        await(() -> text(robot, "viewCaption").equals("Sequence 1: 4 steps, none deciding"));
        robot.interact(() -> workspace.traces().stepByStepProperty().set(true));
        await(() -> text(robot, "viewCaption").equals("Sequence 1: 4 steps, 1 deciding"));
        robot.interact(() -> workspace.traces().stepByStepProperty().set(false));
        await(() -> text(robot, "viewCaption").equals("Sequence 1: 4 steps, none deciding"));
    }
}
