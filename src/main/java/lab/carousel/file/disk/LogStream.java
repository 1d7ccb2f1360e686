package lab.carousel.file.disk;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Writes to the log, line by line, what is printed into it. */
final class LogStream extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int character) {
        if (character == '\n') {
            LoggerFactory.getLogger("console")
                    .warn("{}", line.toString(StandardCharsets.UTF_8).stripTrailing());
            line.reset();
        } else {
            line.write(character);
        }
    }
}
