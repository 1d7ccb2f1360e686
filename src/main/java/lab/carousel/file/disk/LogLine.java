package lab.carousel.file.disk;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.util.CachingDateFormatter;

/** An entry of the log: when, how grave, on which thread, by whom, what, and under it the stack of a failure. */
final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final int LEVEL_WIDTH = 5;
    private static final int NAME_WIDTH = 30;

    private final CachingDateFormatter time = new CachingDateFormatter("yyyy-MM-dd HH:mm:ss.SSS");
    private final TargetLengthBasedClassNameAbbreviator name = new TargetLengthBasedClassNameAbbreviator(NAME_WIDTH);

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
