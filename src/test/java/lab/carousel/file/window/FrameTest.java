package lab.carousel.file.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a window opens whose screens may have gone. */
class FrameTest {

    private static final WindowFrame LAPTOP = new WindowFrame(0, 0, 1280, 720);
    private static final WindowFrame PROJECTOR = new WindowFrame(1280, -300, 1920, 1080);

    private static String words(WindowFrame frame) {
        return String.format("%.0f %.0f %.0f %.0f", frame.x(), frame.y(), frame.width(), frame.height());
    }

    private static WindowFrame frame(String words) {
        double[] numbers = List.of(words.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new WindowFrame(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    @ParameterizedTest
    @CsvSource({
        "100 50 1024 640, 100 50 1024 640",
        "0 0 1280 720, 0 0 1280 720",
        "600 400 1280 680, 0 40 1280 680",
        "640 280 1024 640, 256 80 1024 640",
        "0 0 1920 1080, 0 0 1280 720",
        "-500 -300 1024 640, 0 0 1024 640",
        "2000 100 1024 640, 256 80 1024 640",
        "-4000 -4000 300 200, 0 0 300 200"
    })
    void isWholeOnTheOnlyScreen(String left, String opened) {
        WindowFrame frame = frame(left).within(List.of(LAPTOP));
        assertThat(words(frame)).isEqualTo(opened);
        assertThat(frame.within(List.of(LAPTOP))).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({
        "1400 -200 1600 900, 1400 -200 1600 900",
        "700 0 1024 640, 700 0 1024 640",
        "700 100 1024 680, 256 40 1024 680",
        "1000 100 1100 720, 1280 60 1100 720",
        "9000 0 1024 640, 256 0 1024 640"
    })
    void isOnTheScreenThatHasMostOfItOrSpansBoth(String left, String opened) {
        assertThat(words(frame(left).within(List.of(LAPTOP, PROJECTOR)))).isEqualTo(opened);
    }

    @Test
    void withoutAScreenItStays() {
        assertThat(PROJECTOR.within(List.of())).isEqualTo(PROJECTOR);
    }
}
