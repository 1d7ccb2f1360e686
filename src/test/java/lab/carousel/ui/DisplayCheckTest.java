package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.text.Message;
import lab.carousel.ui.WindowLauncher.DisplayCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayCheckTest {

    private final List<String> asked = new ArrayList<>();

    private Optional<Message> problem(String system, Map<String, String> environment, boolean answer) {
        return new DisplayCheck(system, environment, (host, port) -> {
                    asked.add(host + " " + port);
                    return answer;
                })
                .problem();
    }

    @Test
    void withoutDisplayThereIsNone() {
        assertThat(problem("Linux", Map.of(), true)).contains(Message.of("cli.window.noDisplay"));
        assertThat(problem("Linux", Map.of("DISPLAY", " "), true)).contains(Message.of("cli.window.noDisplay"));
        assertThat(problem("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), true))
                .contains(Message.of("cli.window.noDisplay"));
    }

    @Test
    void otherSystemsNeedNone() {
        assertThat(problem("Mac OS X", Map.of(), false)).isEmpty();
        assertThat(problem("Windows 11", Map.of(), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {":0", ":85.0", "unix:1", "strange", "a/b:1"})
    void aLocalOrStrangeDisplayIsLeftToJavaFx(String display) {
        assertThat(problem("Linux", Map.of("DISPLAY", display), false)).isEmpty();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"localhost:10.0,localhost 6010", "10.0.0.7:0,10.0.0.7 6000", "tcp/lab:3,lab 6003"})
    void aDistantDisplayIsAsked(String display, String address) {
        assertThat(problem("Linux", Map.of("DISPLAY", display), true)).isEmpty();
        assertThat(problem("Linux", Map.of("DISPLAY", display), false))
                .contains(Message.of("cli.window.displayUnreachable", display));
        assertThat(asked).containsExactly(address, address);
    }
}
