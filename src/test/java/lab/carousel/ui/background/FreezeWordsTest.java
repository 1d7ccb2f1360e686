package lab.carousel.ui.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.ui.CarouselApplication.FreezeWords;
import org.junit.jupiter.api.Test;

class FreezeWordsTest {

    private static final StackTraceElement STYLES =
            new StackTraceElement("javafx.scene.CssStyleHelper", "apply", "C.java", 7);

    private final FreezeWords words = new FreezeWords();

    private static Freeze in(long millis, String method) {
        return new Freeze(
                millis, List.of(STYLES, new StackTraceElement("lab.carousel.ui.loss.LossView", method, "L.java", 3)));
    }

    @Test
    void allCallsAreToldTheFirstTimeInEachPlace() {
        assertThat(words.of(in(300, "show")))
                .isEqualTo("the window stood still for 300 ms"
                        + "\n    at javafx.scene.CssStyleHelper.apply(C.java:7)"
                        + "\n    at lab.carousel.ui.loss.LossView.show(L.java:3)");
        assertThat(words.of(in(400, "show")))
                .isEqualTo("the window stood still for 400 ms, again at lab.carousel.ui.loss.LossView.show");
        assertThat(words.of(in(310, "clear"))).contains("\n    at lab.carousel.ui.loss.LossView.clear(L.java:3)");
    }

    @Test
    void outsideTheProgramTheInnermostCallIsThePlace() {
        Freeze outside = new Freeze(260, List.of(STYLES));
        assertThat(words.of(outside)).contains("\n    at javafx");
        assertThat(words.of(outside)).endsWith("again at javafx.scene.CssStyleHelper.apply");
        Freeze nowhere = new Freeze(260, List.of());
        assertThat(words.of(nowhere)).isEqualTo("the window stood still for 260 ms");
        assertThat(words.of(nowhere)).endsWith("again at an unknown place");
    }
}
