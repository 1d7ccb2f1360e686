package lab.carousel;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Notes how long each test class takes, by the clock and of the processor, in a file of each JVM; {@link SlowestTests} reads them
 * when all is tested. JUnit finds it by {@code META-INF/services}.
 */
public final class ClassTime implements BeforeAllCallback, AfterAllCallback {

    /** Where the files are, from the folder of the project. */
    static final Path FOLDER = Path.of("target", "class-times");

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long start;
    private long processorAtStart;

    /** What was noted of a class. */
    record Noted(String name, double seconds, double processorSeconds) {

        private static Noted parse(String line) {
            String[] fields = line.split(" ");
            return new Noted(fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]));
        }
    }

    /** What was noted in files that have changed since a time in milliseconds. */
    static List<Noted> since(Path folder, long millis) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toFile().lastModified() >= millis)
                    .map(SourceFiles::text)
                    .flatMap(String::lines)
                    .map(Noted::parse)
                    .toList();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isNested(context)) {
            return;
        }
        start = System.nanoTime();
        processorAtStart = SYSTEM.getProcessCpuTime();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (isNested(context)) {
            return;
        }
        Path file = FOLDER.resolve(ProcessHandle.current().pid() + ".txt");
        Files.createDirectories(FOLDER);
        Files.writeString(
                file,
                context.getRequiredTestClass().getName() + " " + seconds(System.nanoTime() - start) + " "
                        + seconds(SYSTEM.getProcessCpuTime() - processorAtStart) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().getEnclosingClass() != null;
    }

    private static double seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) / 1e3;
    }
}
