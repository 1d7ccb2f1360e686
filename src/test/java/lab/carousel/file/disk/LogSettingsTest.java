package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LogSettingsTest {

    private final LoggerContext log = new LoggerContext();

    @TempDir
    Path folder;

    private ExecutionStatus configure(@Nullable String file) {
        String before = System.getProperty(LogFile.PROPERTY);
        try {
            set(file);
            log.setMDCAdapter(new LogbackMDCAdapter());
            LogSettings settings = new LogSettings();
            settings.setContext(log);
            return settings.configure(log);
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable String file) {
        if (file == null) {
            System.clearProperty(LogFile.PROPERTY);
        } else {
            System.setProperty(LogFile.PROPERTY, file);
        }
    }

    @Test
    void anEntrySaysWhenHowGraveOnWhichThreadByWhomWhatAndUnderItWhereItFailed() throws IOException {
        Path file = folder.resolve("carousel.log");
        assertThat(configure(file.toString())).isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        Logger logger = log.getLogger("lab.carousel.ui.background.Background");
        Thread.currentThread().setName("main");
        logger.info("The window was drawn {} ms after the start of Java", 900);
        logger.error("Unexpected error in the window", new IllegalStateException("no größe"));
        log.stop();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  \\[main] "
                        + "l\\.c\\.ui\\.background\\.Background: The window was drawn 900 ms after the start of Java");
        assertThat(lines.get(1)).contains(" ERROR [main] ").endsWith(": Unexpected error in the window");
        assertThat(lines.get(2)).isEqualTo("java.lang.IllegalStateException: no größe");
        assertThat(lines.get(3)).startsWith("\tat lab.carousel.file.disk.LogSettingsTest.");
    }

    @Test
    void whatLibrariesTellOfTheirDoingsIsLeftOut() throws IOException {
        Path file = folder.resolve("carousel.log");
        configure(file.toString());
        log.getLogger("org.nd4j.linalg").info("Loaded backend");
        log.getLogger("org.nd4j.linalg").warn("No backend");
        log.getLogger("lab.carousel").debug("Opening");
        log.stop();
        assertThat(Files.readAllLines(file)).singleElement().asString().endsWith("org.nd4j.linalg: No backend");
    }

    @Test
    void ofOldEntriesTwoFilesAreKept() throws IOException {
        Path file = folder.resolve("carousel.log");
        configure(file.toString());
        Logger logger = log.getLogger("lab.carousel");
        RollingFileAppender<?> appender =
                (RollingFileAppender<?>) log.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("file");
        for (int entry = 1; entry <= 4; entry++) {
            logger.info("entry {}", entry);
            appender.rollover();
        }
        logger.info("entry 5");
        log.stop();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("carousel.log", "carousel.log.1", "carousel.log.2");
        assertThat(Files.readString(file)).endsWith("entry 5" + System.lineSeparator());
        assertThat(Files.readString(folder.resolve("carousel.log.2"))).endsWith("entry 3" + System.lineSeparator());
    }

    @Test
    void withoutAChosenFileOthersDecide() {
        assertThat(configure(null)).isEqualTo(ExecutionStatus.INVOKE_NEXT_IF_ANY);
    }
}
