package lab.carousel.ui.window.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.Language;
import lab.carousel.training.RunState;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.status.StatusBar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

/** Each verdict is told with its whole reason, and moves nothing when it comes. */
class StatusFitTest extends FitFixture {

    @ParameterizedTest
    @MethodSource("lab.carousel.text.Language#all")
    void eachVerdictFitsAndMovesNothing(Language language, FxRobot robot) throws TimeoutException {
        speak(robot, language);
        StatusBar bar = (StatusBar) find(robot, "status");
        double height = bar.getHeight();
        await(() -> workspace.state() == RunState.PAUSED);
        fire(robot, "play");
        await(() -> workspace.state() == RunState.FINISHED);
        awaitVerification(robot);
        Label margin = (Label) find(robot, "margin");
        double place = margin.localToScene(0, 0).getX();
        Experiment experiment = workspace.snapshot().orElseThrow().experiment();
        for (Verdict verdict : Verdict.values()) {
            Optional<Snapshot> judged = Optional.of(SampleSnapshot.judged(experiment, verdict));
            robot.interact(() -> bar.show(judged, judged));
            Frames.settle();
            look(robot, verdict.name());
            assertThat(bar.getHeight()).as("height with " + verdict).isEqualTo(height);
            assertThat(margin.localToScene(0, 0).getX()).isEqualTo(place);
            assertThat(margin.getFont().getSize()).isEqualTo(22);
        }
        Optional<Snapshot> drawn = Optional.of(SampleSnapshot.of(preset("paper2cShort"), 21));
        robot.interact(() -> bar.show(drawn, drawn));
        Frames.settle();
        look(robot, "with a criterion");
        assertThat(window.getWidth()).isEqualTo(1280);
        assertThat(((Label) find(robot, "criterion")).getFont().getSize()).isEqualTo(18);
        assertThat(bar.minWidth(-1)).isZero();
        assertNothingFound(language);
    }
}
