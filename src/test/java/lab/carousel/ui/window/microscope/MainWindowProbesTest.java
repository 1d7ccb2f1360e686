package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import lab.carousel.drawing.Drawing;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.ClueProbe;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.FreeRun;
import lab.carousel.study.IntegratedGradients;
import lab.carousel.study.Saliency;
import lab.carousel.study.map.Vectors;
import lab.carousel.task.AllSteps;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.NoisyGap;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.NumberText;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** Saliency, free running and the reset switch in the window. */
class MainWindowProbesTest extends MainWindowFixture {

    /** Shows a place of a network that remembers. */
    private Snapshot remembering(String place) {
        train(preset("gradientThroughTime"));
        showPlace(place);
        return network();
    }

    private static String csv(String id) {
        Drawing drawing = drawing(id);
        return drawing.csv();
    }

    private void open(Task task, UnaryOperator<Hyperparameters> changes) {
        open(new Experiment(task, changes.apply(Hyperparameters.reference()), EngineName.KERNEL));
    }

    @Test
    void saliencySaysWhichSymbolTheAnswerHangsOn() {
        Snapshot end = remembering("saliency");
        FedSteps fed = FedSteps.of(end.experiment(), end.parameters());
        Step answer = end.experiment().task().step(0, 4);
        Saliency saliency = Saliency.of(fed, answer, 3);
        assertThat(saliency.strongestEarlier()).hasValue(0);
        awaitText(
                "saliencyStrongest",
                "Strongest earlier symbol: 3 at step 1 (" + NumberText.loss(saliency.strengths()[0]) + ").");
        assertThat(text("saliencyQuestion"))
                .isEqualTo("Sequence 1, step 4, input 2: output of 3 = " + NumberText.loss(saliency.value()));
        assertThat(text("saliencyDecides")).isEqualTo("This is the clue: nothing after it settles what comes next.");
        assertThat(csv("saliencyDrawing"))
                .startsWith("step,input,strength,h 1,")
                .contains("\n1,3," + saliency.strengths()[0] + "," + saliency.afterStep(false, 0)[0]);
        select("saliencyOutput", 5);
        Saliency other = Saliency.of(fed, answer, 4);
        awaitText("saliencyQuestion", "Sequence 1, step 4, input 2: output of 4 = " + NumberText.loss(other.value()));
        assertThat(export("microscope-csv", "saliency.csv")).content().contains("\n1,3," + other.strengths()[0] + ",");
        assertThat(export("microscope-svg", "saliency.svg")).content().contains("output of 4 =");
    }

    @Test
    void integratedGradientsSayWhatEachSymbolAddsAndCheckTheirSum() {
        Snapshot end = remembering("saliency");
        awaitStart("saliencyQuestion", "Sequence 1, step 4, input 2: output of 3 = ");
        assertThat(text("saliencySum")).isEmpty();
        fire("saliencyWay-INTEGRATED");
        Step answer = end.experiment().task().step(0, 4);
        IntegratedGradients parts = IntegratedGradients.of(FedSteps.of(end.experiment(), end.parameters()), answer, 3);
        awaitText(
                "saliencySum",
                "All bars together: " + NumberText.loss(parts.sum()) + ". Output " + NumberText.loss(parts.output())
                        + " − with all-zero inputs " + NumberText.loss(parts.baseline()) + " = "
                        + NumberText.loss(parts.difference()) + ". " + parts.points()
                        + " points bring them within 1\u00a0%.");
        assertThat(csv("saliencyDrawing"))
                .startsWith("step,input,part,h 1,")
                .contains("\n1,3," + parts.parts()[0] + ",");
        assertThat(text("saliencyStrongest")).contains("(" + NumberText.loss(parts.parts()[0]) + ")");
        fire("saliencyWay-GRADIENT");
        awaitText("saliencySum", "");
    }

    @Test
    void saliencyFollowsTheSelectedStepAndOutlivesEdits() {
        showPlace("saliency");
        select("saliencyOutput", 3);
        robot.interact(() -> workspace
                .selection()
                .stepProperty()
                .set(AllSteps.of(network().experiment().task()).get(5)));
        awaitStart("saliencyQuestion", "Sequence 2, step 2, input 0: output of 2 = ");
        assertThat(text("saliencyDecides")).isEqualTo("No clue is needed here: 0 alone tells what follows.");
        // One sequence less, and a cell without c
        open(Task.parse("0 1 2", "0 1 2 0 1"), all -> all.with(Settings.CELL, Cell.GRU)
                .with(Settings.LAYERS, 2)
                .with(Settings.LAG, 2));
        awaitStart("saliencyQuestion", "Sequence 1, step 4, input 0: output of 2 = ");
        assertThat(isThere("saliencyState-CELL_STATE")).isFalse();
        assertThat(csv("saliencyDrawing")).contains(",h 1.1,").contains(",h 2.20,");
        // An output that is not there any more gives way to the expected one
        open(Task.parse("a b", "a b a"), all -> all.with(Settings.CELL, Cell.DENSE));
        awaitStart("saliencyQuestion", "Sequence 1, step 2, input b: output of a = ");
        assertThat(text("saliencyStrongest"))
                .isEqualTo("No earlier symbol influences this output: a dense layer has no memory.");
        assertThat(((ComboBox<?>) find("saliencyOutput")).getSelectionModel().getSelectedIndex())
                .isZero();
    }

    @Test
    void whoRemembersReadsTheClueOfADrawnTaskAndHasNoNumberWhereNothingCanBeHeldOut() {
        showPlace("clueProbe");
        awaitText(
                "clueProbeAnswer",
                "This task is too small to hold anything out. Different sequences by the clue of the worst fork: 3: 1,"
                        + " 4: 1; a probe needs 20 of each. The drawn tasks 2b and 2c have enough.");
        assertThat(csv("clueProbeDrawing")).isEqualTo("clue,sequences\n3,1\n4,1\n");
        open(Task.drawn(RandomGap.of(10)), all -> all);
        awaitStart(
                "clueProbeAnswer",
                "The clue can be read out of the state up to where it decides. Where it decides, a line reads it (x, y) right in ");
        ClueProbe both = clueProbe(Vectors.BOTH);
        assertThat(csv("clueProbeDrawing"))
                .startsWith("after,sequences of each value,accuracy,")
                .contains("\n9,200," + both.points().get(9).accuracy() + ","
                        + both.points().get(9).low());
        assertThat(text("clueProbeCaption")).startsWith("From 200 test sequences and their twins.");
        fire("clueProbeVectors-HIDDEN_STATE");
        String hidden = NumberText.percent(
                clueProbe(Vectors.HIDDEN_STATE).points().get(9).accuracy());
        await(() -> text("clueProbeAnswer").contains("(x, y) right in " + hidden + "\u00a0% of held-out sequences"));
        open(Task.drawn(RandomGap.of(10)), all -> all.with(Settings.CELL, Cell.DENSE));
        awaitText("clueProbeEmpty", "A dense layer has no state: nothing can be read out of it.");
        open(Task.parse("a b", "a b a b"), all -> all.with(Settings.CELL, Cell.GRU));
        awaitText(
                "clueProbeAnswer",
                "There is nothing to look for: no step of this task has an earlier symbol as its clue.");
        assertThat(find("clueProbeVectors-HIDDEN_STATE").isVisible()).isTrue();
    }

    private ClueProbe clueProbe(Vectors vectors) {
        Experiment experiment = network().experiment();
        return ClueProbe.of(FedNetwork.of(experiment, network().parameters()), vectors);
    }

    @Test
    void freeRunningContinuesWhatWasStartedAndDrawsWithATemperatureAndASeed() {
        Snapshot end = remembering("freeRun");
        awaitText("freeRunText", "3 → 0 1 2 3");
        assertThat(text("freeRunCourse")).isEqualTo("Follows sequence 1 of the task for 4 steps.");
        assertThat(find("freeRunTemperature").isDisabled()).isTrue();
        robot.interact(() -> ((CheckBox) find("freeRunDraw")).setSelected(true));
        type("freeRunTemperature", "5");
        type("freeRunSeed", "3");
        type("freeRunSteps", "12");
        FreeRun drawn = FreeRun.of(end.experiment(), end.parameters(), List.of(3), 12, FreeRun.Draw.drawn(5, 3));
        String text = drawn.text().toString().replaceAll("[\\[\\],]", "").replaceFirst("^3 ", "3 → ");
        awaitText("freeRunText", text);
        assertThat(text("freeRunCourse")).startsWith("Leaves the task at step ");
        type("freeRunTemperature", "0");
        assertThat(text("freeRunTemperatureProblem"))
                .isEqualTo("The temperature must be a number above 0 and at most 10.");
        type("freeRunStart", "3 7");
        assertThat(text("freeRunStartProblem")).isEqualTo("“7” is not in this network’s alphabet: use its symbols.");
        assertThat(bounds(find("freeRunDrawing")).getMinY())
                .as("what is wrong lies over nothing")
                .isGreaterThanOrEqualTo(
                        bounds(find("freeRunTemperatureProblem")).getMaxY())
                .isGreaterThanOrEqualTo(bounds(find("freeRunStartProblem")).getMaxY());
        // What was shown stays until everything can be used
        assertThat(text("freeRunText")).isEqualTo(text);
        robot.interact(() -> ((CheckBox) find("freeRunDraw")).setSelected(false));
        type("freeRunTemperature", "1");
        type("freeRunSteps", "4");
        type("freeRunStart", "4");
        awaitText("freeRunText", "4 → 0 1 2 4");
        FreeRun run = FreeRun.of(end.experiment(), end.parameters(), List.of(4), 4, FreeRun.Draw.LARGEST);
        assertThat(csv("freeRunDrawing"))
                .startsWith("step,input,taken,task,output 0,")
                .contains("\n1,4,0,FOLLOWS," + run.steps().get(0).outputs()[0] + ",");
        robot.clickOn("#freeRunCopy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("4 → 0 1 2 4"));
    }

    @Test
    void freeRunningTakesAnotherTaskAsFarAsItCan() {
        showPlace("freeRun");
        type("freeRunStart", "4 0");
        awaitStart("freeRunText", "4 0 → ");
        openTask(Task.parse("0 1 4", "1 0 4", "4 0 1"));
        await(() -> text("freeRunCourse").matches("(Follows sequence 2|Leaves the task at step 1).*"));
        assertThat(text("freeRunStart")).isEqualTo("4 0");
        openTask(Task.drawn(NoisyGap.of(3, 2)));
        awaitStart("freeRunText", "b → ");
        assertThat(text("freeRunCourse"))
                .isEqualTo("This task draws new sequences every time, so it does not say how one continues.");
    }

    @Test
    void theResetSwitchShowsWhatLeaks() {
        Snapshot end = remembering("resetSwitch");
        Contrast both = Contrast.ofReset(
                end.experiment(), end.parameters(), end.experiment().task().encoded(), List.of(0, 1));
        awaitText(
                "resetSwitchRecall", "8 of 8 right with the reset, " + both.right(ContrastStep::b) + " of 8 without.");
        assertThat(both.right(ContrastStep::b)).isLessThan(8);
        assertThat(text("resetSwitchStates"))
                .isEqualTo("In sequence 2, h differs by " + distance(both, 4) + " after the first step and by "
                        + distance(both, 7) + " after the last.");
        robot.clickOn("#resetSwitchOrderButtons-1");
        awaitStart("resetSwitchStates", "In sequence 1, h differs by ");
        assertThat(text("resetSwitchOrder")).isEqualTo("2 1");
        type("resetSwitchOrder", "1 3");
        assertThat(text("resetSwitchOrderProblem")).isEqualTo("“3” is not the number of a sequence: use 1 to 2.");
        assertThat(bounds(find("resetSwitchDrawing")).getMinY())
                .as("what is wrong lies over nothing")
                .isGreaterThanOrEqualTo(bounds(find("resetSwitchOrderProblem")).getMaxY());
        type("resetSwitchOrder", "2");
        awaitText(
                "resetSwitchLeak",
                "Nothing can leak: no sequence comes before the first. Add the number of a second one.");
    }

    private static String distance(Contrast both, int step) {
        return NumberText.loss(
                both.steps().get(step).difference(Quantity.HIDDEN_STATE).distance());
    }

    @Test
    void theResetSwitchTakesTheSequencesOfAnotherTask() {
        showPlace("resetSwitch");
        awaitText("resetSwitchOrder", "1 2");
        open(Task.parse("0 1", "0 1 0", "1 0", "0 0 1"), all -> all.with(Settings.CELL, Cell.RECURRENT));
        awaitText("resetSwitchOrder", "1 2 3");
        await(() -> text("resetSwitchRecall").contains(" of 5 right with the reset, "));
        open(Task.parse("0 1", "0 1 0", "1 0"), all -> all.with(Settings.CELL, Cell.DENSE));
        awaitText("resetSwitchLeak", "Nothing can leak: a dense layer keeps no state.");
        assertThat(text("resetSwitchOrder")).isEqualTo("1 2");
    }
}
