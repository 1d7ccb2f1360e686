package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameBarrierTest {

    private long nanos;
    private final FrameBarrier curtain = new FrameBarrier(() -> nanos);
    private final List<String> shown = new ArrayList<>();

    @Test
    void whatNothingIsWaitedForIsShownAtOnce() {
        curtain.show(() -> shown.add("alone"));
        assertThat(shown).containsExactly("alone");
        assertThat(curtain.isDown()).isFalse();
    }

    @Test
    void allOfAMomentIsShownWhenTheLastOfItIsReady() {
        curtain.next(() -> {
            curtain.show(() -> shown.add("words"));
            curtain.begin();
            curtain.begin();
        });
        curtain.show(() -> shown.add("first"));
        curtain.end();
        assertThat(shown).isEmpty();
        // What is ready asks for more
        curtain.begin();
        curtain.end();
        curtain.show(() -> shown.add("second"));
        curtain.end();
        assertThat(shown).containsExactly("words", "first", "second");
    }

    @Test
    void noOtherMomentBeginsMeanwhile() {
        curtain.next(curtain::begin);
        curtain.next(() -> shown.add("next"));
        assertThat(shown).isEmpty();
        curtain.end();
        curtain.next(() -> shown.add("next"));
        assertThat(shown).containsExactly("next");
    }

    @Test
    void whatTakesVeryLongIsNotWaitedFor() {
        curtain.next(curtain::begin);
        curtain.show(() -> shown.add("ready"));
        nanos += FrameBarrier.PATIENCE_NANOS;
        curtain.next(() -> curtain.show(() -> shown.add("next")));
        assertThat(shown).containsExactly("ready");
        curtain.end();
        assertThat(shown).containsExactly("ready", "next");
    }
}
