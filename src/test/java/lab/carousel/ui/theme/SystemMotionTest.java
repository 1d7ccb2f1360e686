package lab.carousel.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemMotionTest {

    @Test
    void whatTheSystemsAnswerIsUnderstood() {
        assertThat(SystemMotion.LINUX.isReduced("false\n")).isTrue();
        assertThat(SystemMotion.LINUX.isReduced("true\n")).isFalse();
        assertThat(SystemMotion.MAC.isReduced("1\n")).isTrue();
        assertThat(SystemMotion.MAC.isReduced("0\n")).isFalse();
        String registry =
                "\r\nHKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics\r\n    MinAnimate    REG_SZ    ";
        assertThat(SystemMotion.WINDOWS.isReduced(registry + "0\r\n\r\n")).isTrue();
        assertThat(SystemMotion.WINDOWS.isReduced(registry + "1\r\n\r\n")).isFalse();
        assertThat(SystemMotion.LINUX.isReduced("")).as("no answer").isFalse();
    }
}
