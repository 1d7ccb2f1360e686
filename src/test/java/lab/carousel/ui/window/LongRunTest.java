package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Settings;
import lab.carousel.training.Pace;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;

class LongRunTest extends MainWindowFixture {

    @Test
    void isOneOfMoreThanAMinuteByItsEpochs() {
        assertThat(LongRun.seconds(15_000, Pace.FIRST)).contains(500.0);
        assertThat(LongRun.seconds(1_800, Pace.FIRST)).isEmpty();
        assertThat(LongRun.seconds(1_801, Pace.FIRST)).isPresent();
        assertThat(LongRun.seconds(15_000, Pace.FASTEST)).isEmpty();
        assertThat(LongRun.seconds(15_000, new Pace(2))).isEmpty();
    }

    @Test
    void saysHowLongItTakesAndGoesFasterIfThatIsWanted() {
        open(all -> all.with(Settings.EPOCHS, 15_000));
        robot.interact(() -> workspace.lab().paceProperty().set(Pace.FIRST));
        Frames.letGoOn();
        fire("play");
        awaitText("noticeWords", "15,000 epochs at 30 a second take about 8 minutes.");
        fire("noticeAction");
        await(() -> workspace.lab().paceProperty().get().equals(Pace.FASTEST));
        fire("play");
        Frames.rest();
        assertThat(isOnScreen("notice")).isFalse();
    }
}
