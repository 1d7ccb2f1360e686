package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.picture.probe.ForksDrawing;
import lab.carousel.study.SymbolWitness;
import lab.carousel.task.Sequence;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The forks of a task in the window, and what nobody can know. */
class MainWindowForksTest extends MainWindowFixture {

    private static ForksDrawing forks() {
        return drawing("forksDrawing");
    }

    @Test
    void aTrainedNetworkHasTheBitsOfItsForkAndAClickSelectsItsStepsEverywhere() {
        showPlace("forks");
        train(preset("gradientThroughTime"));
        assertThat(forks().forks().rows()).singleElement().satisfies(row -> {
            assertThat(row.bits()).isEqualTo(network().evaluation().judgement().bits());
            assertThat(row.fork().after()).containsExactly(0, 1, 2);
            assertThat(row.witness()).contains(new SymbolWitness(2, 2));
        });
        assertThat(text("forksVerdict")).startsWith("remembers 3 steps back, 0.9");
        assertThat(text("forksCount")).startsWith("1 fork:");
        DrawingView view = (DrawingView) find("forksDrawing");
        await(() -> view.drawn().isPresent());
        robot.clickOn(robot.offset(view, -80, -view.getHeight() / 2 + 20));
        List<Step> steps = List.of(new Step(0, 4, 2, 3), new Step(1, 4, 2, 4));
        assertThat(workspace.selection().forkProperty().get()).containsExactlyInAnyOrderElementsOf(steps);
        Step first = workspace.selection().stepProperty().get();
        assertThat(steps).contains(first);
        await(() -> robot.lookup(".state-fork").queryAll().stream()
                        .filter(Node::isVisible)
                        .count()
                == 2);
        await(() -> forks().selected() == 0);
        robot.clickOn(robot.offset(view, -80, -view.getHeight() / 2 + 20));
        await(() -> !first.equals(workspace.selection().stepProperty().get()));
        assertThat(workspace.selection().forkProperty().get()).hasSize(2);
        showPlace("predictions");
        await(() -> robot.lookup(".prediction").queryAll().stream()
                        .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("looked-at")))
                        .map(cell -> ((ListCell<?>) cell).getItem())
                        .distinct()
                        .count()
                == 2);
    }

    @Test
    void stepsThatNobodyCanKnowAreMarkedAndMendedWithAClickThatCanBeUndone() {
        await(() -> find("stateDeciding").isVisible());
        assertThat(find("stateUnknowable").isVisible()).isFalse();
        openTask(Task.parse("A B C", "A B C", "A C B"));
        await(() -> find("stateUnknowable").isVisible());
        assertThat(find("stateDeciding").isVisible()).isFalse();
        showPlace("forks");
        await(() -> isThere("forksMend-OWN_BEGINNINGS"));
        assertThat(text("forksVerdict")).isEqualTo("cannot be known");
        assertThat(text("forksWhy")).contains("leaves it open");
        fire("forksMend-OWN_BEGINNINGS");
        await(() -> isShown(now -> now.task().supply().longestSteps() == 3));
        assertThat(network().experiment().task().sequences())
                .extracting(Sequence::symbols)
                .containsExactly(List.of("P", "A", "B", "C"), List.of("Q", "A", "C", "B"));
        await(() -> !isThere("forksMend-OWN_BEGINNINGS") && forks().forks().total() == 1);
        undo();
        await(() -> isThere("forksMend-OWN_BEGINNINGS"));
    }

    @Test
    void heatmapAndPredictionsSayThatTheyShowTheListedOrderWhereShuffledOnesAreJudged() {
        showPlace("predictions");
        assertThat(find("stateListed").isVisible()).isFalse();
        open(all -> all.with(Settings.ORDER, Order.SHUFFLED).with(Settings.RESET_POLICY, ResetPolicy.NEVER));
        await(() -> find("stateListed").isVisible() && find("predictionsListed").isVisible());
        open(all -> all.with(Settings.ORDER, Order.AS_LISTED));
        await(() ->
                !find("stateListed").isVisible() && !find("predictionsListed").isVisible());
    }

    @Test
    void statusBarAndEditorTellOfTheWorstForkAndOfBothEvaluations() {
        Label verdict = (Label) find("verdict");
        Frames.pass(300);
        assertThat(verdict.getAccessibleHelp()).contains("Worst fork: after 0 1 2, between 3, 4.");
        assertThat(Tip.of(verdict))
                .isEqualTo(verdict.getAccessibleHelp())
                .containsPattern("sequence 1: 3 0\\.\\d\\d, 4 0\\.\\d\\d; sequence 2: 4 0\\.\\d\\d, 3 0\\.\\d\\d");
        open(all -> all.with(Settings.BATCH_SIZE, 3));
        Frames.pass(300);
        assertThat(text("reason")).startsWith("As trained: ").contains("Step by step: ");
        open(all -> all.with(Settings.BATCH_SIZE, 4));
        awaitText("viewCaption", "Sequence 1: 4 steps, none deciding");
        robot.interact(() -> workspace.traces().stepByStepProperty().set(true));
        awaitText("viewCaption", "Sequence 1: 4 steps, 1 deciding");
    }
}
