package lab.carousel.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.study.ForkWords;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import lab.carousel.text.NumberText;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.state.TraceService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(InWindow.class)
class StatusBarTest {

    private TraceService traces;
    private StatusBar bar;
    private Scene scene;

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            traces = new TraceService(Background.synchronous());
            bar = new StatusBar(Background.synchronous(), traces);
            scene = new Scene(bar);
        });
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            bar.close();
            traces.close();
        });
    }

    private Label label(String id) {
        return (Label) scene.lookup("#" + id);
    }

    @Test
    void theSwitchIsThereWhereBothWaysToEvaluateCanDifferAndTheLossSaysWhichItIs(FxRobot robot) {
        Snapshot single = SampleSnapshot.reference(3);
        Experiment reference = single.experiment();
        Snapshot slots =
                SampleSnapshot.of(reference.with(reference.hyperparameters().with(Settings.BATCH_SIZE, 3)), 3);
        Snapshot seen = slots.evaluatedBy(new Evaluator(slots.experiment().stepByStep()));
        robot.interact(() -> {
            ToggleButton toggle = (ToggleButton) scene.lookup("#stepByStep");
            bar.show(Optional.of(single), Optional.of(single));
            assertThat(toggle.isVisible()).isFalse();
            bar.show(Optional.of(slots), Optional.of(slots));
            assertThat(toggle.isVisible()).isTrue();
            assertThat(Tip.of(label("loss"))).contains("fed as in training");
            assertThat(Tip.of(label("verdict"))).contains("Separation 0.");
            bar.showComparison(false);
            assertThat(toggle.isVisible()).as("a lesson asks for it later").isFalse();
            bar.show(Optional.of(slots), Optional.of(slots));
            assertThat(toggle.isVisible()).isFalse();
            bar.showComparison(true);
            assertThat(toggle.isVisible()).isTrue();
            toggle.fire();
            assertThat(traces.stepByStepProperty().get()).isTrue();
            bar.show(Optional.of(seen), Optional.of(slots));
            assertThat(toggle.isVisible()).isTrue();
            assertThat(label("loss").getText())
                    .isEqualTo(NumberText.decimals(seen.evaluation().loss(), 4));
            assertThat(Tip.of(label("loss"))).contains("fed step by step");
            assertThat(label("verdict").getText()).startsWith("not yet");
            traces.stepByStepProperty().set(false);
            assertThat(toggle.isSelected()).isFalse();
        });
    }

    /** Nor how many rows are nearer than the echo: nothing was learned. A margin it has at no time. */
    @Test
    void aSeriesHasNoVerdictBeforeItsFirstEpoch(FxRobot robot) {
        Experiment airline = new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)),
                Experiment.reference().hyperparameters().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL);
        robot.interact(() -> {
            Snapshot before = SampleSnapshot.of(airline, 0);
            bar.resize(1900, 60);
            bar.show(Optional.of(before), Optional.of(before));
            bar.layout();
            assertThat(label("verdict").getText()).isEqualTo("not trained yet");
            assertThat(label("reason").getText()).startsWith("A forecast is judged after the first epoch.");
            assertThat(label("recall").getText()).isEqualTo("–");
            assertThat(label("loss").getText()).isEqualTo("–");
            assertThat(label("margin").getParent().getParent().isVisible()).isFalse();
            Snapshot after = SampleSnapshot.of(airline, 1);
            bar.show(Optional.of(after), Optional.of(after));
            assertThat(label("verdict").getText())
                    .isEqualTo(ForkWords.verdict(after).headline())
                    .isNotEqualTo("not trained yet");
            assertThat(label("recall").getText()).endsWith(" of 48");
        });
    }
}
