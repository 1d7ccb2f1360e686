package lab.carousel.file.disk;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.spi.LifeCycle;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.CachingDateFormatter;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Configuration of the log if {@link LogFile} has chosen a file; elsewhere, as in tests, a settings file holds. Logback
 * finds this class as a service. XML would be less code, but parsing it loads five hundred classes, a twentieth of the
 * start's processor time.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSettings extends ContextAwareBase implements Configurator {

    private static final FileSize MOST = FileSize.valueOf("2MB");
    private static final int MOST_OLD_FILES = 2;

    /** Libraries whose information is not logged. */
    private static final List<String> VERBOSE_LIBRARIES = List.of(
            "org.nd4j", "org.deeplearning4j", "org.bytedeco", "io.jhdf", "io.undertow", "org.jboss", "org.xnio");

    @Override
    public ExecutionStatus configure(LoggerContext log) {
        String file = System.getProperty(LogFile.PROPERTY);
        if (file == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        // Nothing on the console, not even logback's own complaints
        log.getStatusManager().add(new NopStatusListener());
        for (String library : VERBOSE_LIBRARIES) {
            log.getLogger(library).setLevel(Level.WARN);
        }
        Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender(file));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private RollingFileAppender<ILoggingEvent> appender(String file) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file);
        FixedWindowRollingPolicy old = new FixedWindowRollingPolicy();
        old.setContext(context);
        old.setParent(appender);
        old.setFileNamePattern(file + ".%i");
        old.setMinIndex(1);
        old.setMaxIndex(MOST_OLD_FILES);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(MOST);
        LogLine line = new LogLine();
        line.setContext(context);
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(line);
        appender.setRollingPolicy(old);
        appender.setTriggeringPolicy(size);
        appender.setEncoder(encoder);
        List.<LifeCycle>of(old, size, line, encoder, appender).forEach(LifeCycle::start);
        return appender;
    }

    /** A log entry: time, level, thread, logger, message, and the stack trace. */
    static final class LogLine extends LayoutBase<ILoggingEvent> {

        private static final int LEVEL_WIDTH = 5;
        private static final int NAME_WIDTH = 30;

        private final CachingDateFormatter time = new CachingDateFormatter("yyyy-MM-dd HH:mm:ss.SSS");
        private final TargetLengthBasedClassNameAbbreviator name =
                new TargetLengthBasedClassNameAbbreviator(NAME_WIDTH);

        @Override
        public String doLayout(ILoggingEvent event) {
            String level = event.getLevel().toString();
            StringBuilder line = new StringBuilder(time.format(event.getTimeStamp()))
                    .append(' ')
                    .append(level)
                    .append(" ".repeat(Math.max(0, LEVEL_WIDTH - level.length())))
                    .append(" [")
                    .append(event.getThreadName())
                    .append("] ")
                    .append(name.abbreviate(event.getLoggerName()))
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append(System.lineSeparator());
            IThrowableProxy failure = event.getThrowableProxy();
            return failure == null
                    ? line.toString()
                    : line.append(ThrowableProxyUtil.asString(failure)).toString();
        }
    }
}
