package lab.carousel.ui.window.microscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.Trace;
import lab.carousel.model.trace.Tracer;
import lab.carousel.study.Contrast;
import lab.carousel.study.FreeRun;
import lab.carousel.study.Saliency;
import lab.carousel.task.AllSteps;
import lab.carousel.task.PaperTask;
import lab.carousel.task.Step;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.RunState;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Saliency, free running and the reset switch in the window. */
class MainWindowProbesTest extends MainWindowFixture {

    /** Trains an experiment to its end and shows a place. */
    private Snapshot train(FxRobot robot, Experiment experiment, String place) throws TimeoutException {
        open(robot, experiment);
        await(() -> shows(experiment));
        showPlace(robot, place);
        robot.clickOn("#play");
        await(() -> workspace.state() == RunState.FINISHED);
        return workspace.snapshot().orElseThrow();
    }

    private boolean shows(Experiment experiment) {
        return workspace
                .snapshot()
                .filter(snapshot -> snapshot.experiment().equals(experiment))
                .isPresent();
    }

    private static void awaitWords(FxRobot robot, String id, String words) throws TimeoutException {
        await(() -> text(robot, id).equals(words));
    }

    private static String csv(FxRobot robot, String id) {
        return ((DrawingView) find(robot, id)).drawing().csv();
    }

    @Test
    void saliencySaysWhichSymbolTheAnswerHangsOn(FxRobot robot) throws TimeoutException, IOException {
        Snapshot end = train(robot, preset("gradientThroughTime"), "saliency");
        Tracer tracer = new Tracer(end.experiment());
        Step answer = end.experiment().task().step(0, 4);
        Saliency saliency = Saliency.of(tracer, end.parameters(), answer, 3);
        assertThat(saliency.strongestEarlier()).hasValue(0);
        awaitWords(
                robot,
                "saliencyStrongest",
                "Strongest earlier symbol: 3 at step 1 (" + NumberText.loss(saliency.strengths()[0]) + ").");
        assertThat(text(robot, "saliencyQuestion"))
                .isEqualTo("Sequence 1, step 4, in 2: output of 3 = " + NumberText.loss(saliency.value()));
        assertThat(text(robot, "saliencyDecides"))
                .isEqualTo("It is the one that decides: the symbols after it leave open what follows.");
        assertThat(csv(robot, "saliencyDrawing"))
                .startsWith("step,input,strength,h 1,")
                .contains("\n1,3," + saliency.strengths()[0] + "," + saliency.afterStep(false, 0)[0]);

        robot.interact(() -> select(robot, "saliencyOutput", 5));
        Saliency other = Saliency.of(tracer, end.parameters(), answer, 4);
        awaitWords(
                robot, "saliencyQuestion", "Sequence 1, step 4, in 2: output of 4 = " + NumberText.loss(other.value()));
        Path file = export(robot, "microscope-csv", "saliency.csv");
        assertThat(Files.readString(file)).contains("\n1,3," + other.strengths()[0] + ",");
        assertThat(Files.readString(export(robot, "microscope-svg", "saliency.svg")))
                .contains("<svg")
                .contains("output of 4 =");
        assertThat(Files.size(export(robot, "microscope-png-2", "saliency.png")))
                .isGreaterThan(5_000);
    }

    @Test
    void saliencyFollowsTheSelectedStepAndOutlivesEdits(FxRobot robot) throws TimeoutException {
        Snapshot end = train(robot, Experiment.reference(), "saliency");
        robot.interact(() -> {
            select(robot, "saliencyOutput", 3);
            workspace
                    .selection()
                    .stepProperty()
                    .set(AllSteps.of(end.experiment().task()).get(5));
        });
        await(() -> text(robot, "saliencyQuestion").startsWith("Sequence 2, step 2, in 0: output of 2 = "));
        assertThat(text(robot, "saliencyDecides")).isEqualTo("None is needed here: 0 alone tells what follows.");

        // One sequence less, and a cell without c
        open(
                robot,
                new Experiment(
                        Task.parse("0 1 2", "0 1 2 0 1"),
                        Hyperparameters.reference()
                                .with(Settings.CELL, Cell.GRU)
                                .with(Settings.LAYERS, 2)
                                .with(Settings.LAG, 2),
                        EngineName.KERNEL));
        await(() -> text(robot, "saliencyQuestion").startsWith("Sequence 1, step 4, in 0: output of 2 = "));
        assertThat(find(robot, "saliencyCell").isDisabled()).isTrue();
        assertThat(csv(robot, "saliencyDrawing")).contains(",h 1.1,").contains(",h 2.20,");

        // An output that is not there any more gives way to the expected one
        open(
                robot,
                new Experiment(
                        Task.parse("a b", "a b a"),
                        Hyperparameters.reference().with(Settings.CELL, Cell.DENSE),
                        EngineName.KERNEL));
        await(() -> text(robot, "saliencyQuestion").startsWith("Sequence 1, step 2, in b: output of a = "));
        assertThat(text(robot, "saliencyStrongest"))
                .isEqualTo("No earlier symbol has any influence on this output: a dense layer has no memory.");
        assertThat(((ComboBox<?>) find(robot, "saliencyOutput"))
                        .getSelectionModel()
                        .getSelectedIndex())
                .isZero();
    }

    @Test
    void freeRunningContinuesWhatWasStarted(FxRobot robot) throws TimeoutException, IOException {
        Snapshot end = train(robot, preset("gradientThroughTime"), "freeRun");
        awaitWords(robot, "freeRunText", "3 → 0 1 2 3");
        assertThat(text(robot, "freeRunCourse")).isEqualTo("Follows sequence 1 of the task for 4 steps.");
        type(robot, "freeRunStart", "4");
        awaitWords(robot, "freeRunText", "4 → 0 1 2 4");
        FreeRun run = FreeRun.of(end.experiment(), end.parameters(), List.of(4), 4, FreeRun.Draw.LARGEST);
        String csv = csv(robot, "freeRunDrawing");
        assertThat(csv).startsWith("step,input,taken,task,output 0,");
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .startsWith("1,4,0,FOLLOWS," + run.steps().get(0).outputs()[0] + ",");
        robot.clickOn("#freeRunCopy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("4 → 0 1 2 4"));
        assertThat(Files.readString(export(robot, "microscope-csv", "free.csv")))
                .isEqualTo(csv);
    }

    @Test
    void freeRunningDrawsWithATemperatureAndASeed(FxRobot robot) throws TimeoutException {
        Snapshot end = train(robot, preset("gradientThroughTime"), "freeRun");
        awaitWords(robot, "freeRunText", "3 → 0 1 2 3");
        assertThat(find(robot, "freeRunTemperature").isDisabled()).isTrue();
        robot.interact(() -> ((CheckBox) find(robot, "freeRunDraw")).setSelected(true));
        type(robot, "freeRunTemperature", "5");
        type(robot, "freeRunSeed", "3");
        type(robot, "freeRunSteps", "12");
        FreeRun run = FreeRun.of(end.experiment(), end.parameters(), List.of(3), 12, FreeRun.Draw.drawn(5, 3));
        String text = run.text().toString().replaceAll("[\\[\\],]", "").replaceFirst("^3 ", "3 → ");
        awaitWords(robot, "freeRunText", text);
        assertThat(text(robot, "freeRunCourse")).startsWith("Leaves the task at step ");
        type(robot, "freeRunTemperature", "0");
        assertThat(text(robot, "freeRunTemperatureProblem"))
                .isEqualTo("The temperature must be a number above 0 and at most 10.");
        type(robot, "freeRunStart", "3 7");
        assertThat(text(robot, "freeRunStartProblem")).isEqualTo("“7” is not in the alphabet of this network.");
        // What was shown stays until everything can be used
        assertThat(text(robot, "freeRunText")).isEqualTo(text);
    }

    @Test
    void freeRunningTakesAnotherTaskAsFarAsItCan(FxRobot robot) throws TimeoutException {
        train(robot, Experiment.reference(), "freeRun");
        type(robot, "freeRunStart", "4 0");
        await(() -> text(robot, "freeRunText").startsWith("4 0 → "));
        open(
                robot,
                new Experiment(Task.parse("0 1 4", "1 0 4", "4 0 1"), Hyperparameters.reference(), EngineName.KERNEL));
        await(() -> text(robot, "freeRunCourse").matches("(Follows sequence 2|Leaves the task at step 1).*"));
        assertThat(text(robot, "freeRunStart")).isEqualTo("4 0");
        open(
                robot,
                new Experiment(Task.drawn(PaperTask.noisyGap(3, 2)), Hyperparameters.reference(), EngineName.KERNEL));
        await(() -> text(robot, "freeRunText").startsWith("b → "));
        assertThat(text(robot, "freeRunCourse"))
                .isEqualTo("The sequences of this task are drawn anew each time: it does not say how one goes on.");
    }

    @Test
    void theResetSwitchShowsWhatLeaks(FxRobot robot) throws TimeoutException, IOException {
        Snapshot end = train(robot, preset("gradientThroughTime"), "resetSwitch");
        Contrast both = Contrast.ofReset(
                end.experiment(), end.parameters(), end.experiment().task().encoded(), List.of(0, 1));
        awaitWords(
                robot,
                "resetSwitchRecall",
                "With the reset 8 of 8 right, without " + both.right(Contrast.Step::b) + ".");
        assertThat(both.right(Contrast.Step::b)).isLessThan(8);
        assertThat(text(robot, "resetSwitchStates"))
                .isEqualTo("In sequence 2 h differs by "
                        + NumberText.loss(both.steps()
                                .get(4)
                                .difference(Quantity.HIDDEN_STATE)
                                .distance())
                        + " after the first step and by "
                        + NumberText.loss(both.steps()
                                .get(7)
                                .difference(Quantity.HIDDEN_STATE)
                                .distance())
                        + " after the last.");
        Trace joined =
                Trace.of(end.parameters(), end.experiment().hyperparameters(), new int[] {3, 0, 1, 2, 4, 0, 1, 2, 0});
        Trace second = Trace.of(end.parameters(), end.experiment().hyperparameters(), new int[] {4, 0, 1, 2, 4});
        double unit = joined.value(Quantity.HIDDEN_STATE, 4, 0) - second.value(Quantity.HIDDEN_STATE, 0, 0);
        String csv = csv(robot, "resetSwitchDrawing");
        assertThat(csv.lines().skip(5).findFirst().orElseThrow())
                .startsWith("2,1,4,0,0,")
                .contains("," + joined.predicted(4) + ",", ",true,")
                .contains("," + unit + ",");
        assertThat(Files.readString(export(robot, "microscope-csv", "reset.csv")))
                .isEqualTo(csv);

        robot.clickOn("#resetSwitchReverse");
        await(() -> text(robot, "resetSwitchStates").startsWith("In sequence 1 h differs by "));
        assertThat(text(robot, "resetSwitchOrder")).isEqualTo("2 1");
        type(robot, "resetSwitchOrder", "1 3");
        assertThat(text(robot, "resetSwitchOrderProblem"))
                .isEqualTo("“3” is not the number of a sequence: they go from 1 to 2.");
        type(robot, "resetSwitchOrder", "2");
        awaitWords(
                robot,
                "resetSwitchLeak",
                "Nothing can leak: the first sequence has none before it. Name a second one.");
    }

    @Test
    void theResetSwitchTakesTheSequencesOfAnotherTask(FxRobot robot) throws TimeoutException {
        train(robot, Experiment.reference(), "resetSwitch");
        awaitWords(robot, "resetSwitchOrder", "1 2");
        open(
                robot,
                new Experiment(
                        Task.parse("0 1", "0 1 0", "1 0", "0 0 1"),
                        Hyperparameters.reference().with(Settings.CELL, Cell.RECURRENT),
                        EngineName.KERNEL));
        awaitWords(robot, "resetSwitchOrder", "1 2 3");
        await(() -> text(robot, "resetSwitchRecall").contains(" of 5 right, without "));
        open(
                robot,
                new Experiment(
                        Task.parse("0 1", "0 1 0", "1 0"),
                        Hyperparameters.reference().with(Settings.CELL, Cell.DENSE),
                        EngineName.KERNEL));
        awaitWords(robot, "resetSwitchLeak", "Nothing can leak: a dense layer keeps no state.");
        assertThat(text(robot, "resetSwitchOrder")).isEqualTo("1 2");
    }
}
