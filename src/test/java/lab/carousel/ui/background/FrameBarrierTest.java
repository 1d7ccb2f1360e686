package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBarrierTest {

    private long nanos;
    private final FrameBarrier barrier = new FrameBarrier(() -> nanos);
    private final List<String> shown = new ArrayList<>();

    @Test
    void whatNothingIsWaitedForIsShownAtOnce() {
        barrier.show(() -> shown.add("alone"));
        assertThat(shown).containsExactly("alone");
        assertThat(barrier.isDown()).isFalse();
    }

    @Test
    void allOfAMomentIsShownWhenTheLastOfItIsReady() {
        barrier.next(() -> {
            barrier.show(() -> shown.add("words"));
            barrier.begin();
            barrier.begin();
        });
        barrier.show(() -> shown.add("first"));
        barrier.end();
        assertThat(shown).isEmpty();
        // What is ready asks for more
        barrier.begin();
        barrier.end();
        barrier.show(() -> shown.add("second"));
        barrier.end();
        assertThat(shown).containsExactly("words", "first", "second");
    }

    @Test
    void noOtherMomentBeginsMeanwhile() {
        barrier.next(barrier::begin);
        barrier.next(() -> shown.add("next"));
        assertThat(shown).isEmpty();
        barrier.end();
        barrier.next(() -> shown.add("next"));
        assertThat(shown).containsExactly("next");
    }

    @Test
    void whatTakesVeryLongIsNotWaitedFor() {
        barrier.next(barrier::begin);
        barrier.show(() -> shown.add("ready"));
        nanos += FrameBarrier.PATIENCE_NANOS;
        barrier.next(() -> barrier.show(() -> shown.add("next")));
        assertThat(shown).containsExactly("ready");
        barrier.end();
        assertThat(shown).containsExactly("ready", "next");
    }
}
