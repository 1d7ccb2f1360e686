package lab.carousel.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.LineUnavailableException;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.sound.LossTone.SoundCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(InWindow.class)
class LossToneTest {

    private static final int PATIENCE_SECONDS = 60;

    /** Keeps the loudest sample, and says when it was closed. */
    private static final class Recorder implements SoundCard {
        final AtomicInteger loudest = new AtomicInteger();
        final CountDownLatch heard = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void play(byte[] samples) {
            for (int index = 0; index < samples.length; index += 2) {
                int value = (short) (samples[index] & 0xff | samples[index + 1] << 8);
                loudest.accumulateAndGet(Math.abs(value), Math::max);
            }
            if (loudest.get() > 1_000) {
                heard.countDown();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void isHeardWhileSomethingIsLearnedAndStopsWhenItIsSwitchedOff() throws InterruptedException {
        Recorder recorder = new Recorder();
        LossTone tone = new LossTone(new Background(), () -> recorder, () -> {});
        tone.hear(0.5, true);
        assertThat(tone.onProperty().get()).isFalse();
        tone.onProperty().set(true);
        tone.hear(0.5, true);
        assertThat(recorder.heard.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        tone.onProperty().set(false);
        assertThat(recorder.closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void saysWhenThereAreNoLoudspeakers() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        LossTone tone = new LossTone(
                new Background(),
                () -> {
                    throw new LineUnavailableException();
                },
                told::countDown);
        WaitForAsyncUtils.asyncFx(() -> tone.onProperty().set(true)).get();
        assertThat(told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(WaitForAsyncUtils.asyncFx(tone.onProperty()::get).get()).isFalse();
    }
}
