package lab.carousel.file.disk;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Hands the records of Java's own logging on to the program's log. */
final class JavaLogHandler extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
        String name = entry.getLoggerName() == null ? "java" : entry.getLoggerName();
        String text = formatter.formatMessage(entry);
        if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
            LoggerFactory.getLogger(name).error(text, entry.getThrown());
        } else if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            LoggerFactory.getLogger(name).warn(text, entry.getThrown());
        } else {
            LoggerFactory.getLogger(name).debug(text, entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // the log writes at once
    }

    @Override
    public void close() {
        // the log closes itself
    }
}
