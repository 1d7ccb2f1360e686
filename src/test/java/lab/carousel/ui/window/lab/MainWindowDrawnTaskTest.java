package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.TargetKind;
import lab.carousel.task.drawn.DrawnKinds;
import lab.carousel.task.drawn.FixedGap;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.training.Criterion;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** The paper's tasks in the window, whose sequences are drawn. */
class MainWindowDrawnTaskTest extends MainWindowFixture {

    private void awaitSource(DrawnTask source) {
        await(() -> isShown(now -> now.task().supply().equals(source)));
    }

    private static void kind(DrawnTask kind) {
        robot.interact(
                () -> robot.lookup("#sourceKind").<ComboBox<DrawnTask>>query().setValue(kind));
    }

    @Test
    void aPresetIsLearnedUntilThePapersCriterionIsMetAndSeenAsItWasThen() {
        assertThat(isOnScreen("criterion")).isFalse();
        choosePreset("paper2cShort");
        awaitText("criterion", "not solved yet");
        assertThat(((ToggleButton) find("task-drawn")).isSelected()).isTrue();
        String lossAtStart = text("loss");
        fire("play");
        awaitText("place", "solved");
        Criterion criterion = network().criterion().orElseThrow();
        assertThat(text("criterion")).isEqualTo("solved after " + criterion.trained() + " sequences");
        assertThat(text("reason")).startsWith("10,000 fresh sequences in a row with errors below 0.2");
        assertThat(text("verdict")).startsWith("remembers ");
        assertThat(text("recall")).isEqualTo("200 of 200");
        slide("historySlider", 0);
        assertThat(text("criterion")).isEqualTo("not solved yet");
        assertThat(text("loss")).isEqualTo(lossAtStart);
        robot.push(KeyCode.F4);
        assertThat(text("criterion")).startsWith("solved after");
        assertThat(text("verdict")).startsWith("remembers ");
        choosePreset("tutorial");
        await(() -> !isOnScreen("criterion"));
    }

    @Test
    void aTaskIsGeneratedItsNumbersAreTypedAndItsSampleKeptAsAList() {
        robot.interact(() -> ((ToggleButton) find("task-drawn")).fire());
        kind(NoisyGap.of(50, 50).kind());
        awaitSource(NoisyGap.of(50, 50));
        type("sourceQ", "30");
        type("sourceP", "4");
        awaitSource(NoisyGap.of(4, 30));
        assertThat(text("sourceSize")).isEqualTo("33 steps or more, about 9 more on average; 8 symbols, 2 outputs.");
        assertThat(((VBox) find("sourceSample")).getChildren())
                .hasSize(4)
                .allSatisfy(line -> assertThat(((Label) line).getText()).matches("b [xy] a\\d a\\d … .* e [xy]"));
        kind(FixedGap.of(2).kind());
        type("sourceP", "3");
        awaitSource(FixedGap.of(3));
        fire("keepAsList");
        awaitText("alphabetField", "x y a1 a2");
        assertThat(text("sequenceField0")).isEqualTo("x a1 a2 x");
        assertThat(text("sequenceField1")).isEqualTo("y a1 a2 y");
        await(() -> isShown(now -> now.task().listedSequences() > 0));
        assertThat(find("generate").isVisible()).isTrue();
    }

    @Test
    void numbersAreDrawnAsCurvesAndCannotBeKeptAsAList() {
        robot.interact(() -> ((ToggleButton) find("task-drawn")).fire());
        assertThat(isOnScreen("sourceCurves")).isFalse();
        kind(DrawnKinds.ALL.stream()
                .filter(kind -> kind.targets() == TargetKind.NUMBERS)
                .findFirst()
                .orElseThrow());
        await(() -> isShown(now -> (now.task().targets() == TargetKind.NUMBERS)
                && now.hyperparameters().get(Settings.OUTPUT) == Output.LINEAR));
        assertThat(find("keepAsList").isDisabled()).isTrue();
        await(() -> ((DrawingView) find("sourceCurves")).drawn().isPresent());
        assertThat(find("sourceCurves").getAccessibleText()).contains("y wanted");
        undo();
        await(() -> isShown(now -> (now.task().targets() == TargetKind.SYMBOLS)));
        robot.interact(() -> ((ToggleButton) find("task-listed")).fire());
        await(() -> isShown(Experiment.reference()::equals));
    }
}
