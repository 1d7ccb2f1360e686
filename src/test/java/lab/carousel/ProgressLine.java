package lab.carousel;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Says where the tests are: a line when a JVM comes to a package, and at the first class that begins after {@value
 * #SECONDS} silent seconds. JUnit finds it by {@code META-INF/services}. Several JVMs test at once, each with a number. Seen with {@code
 * -DtestProgress}.
 */
public final class ProgressLine implements BeforeAllCallback, AfterEachCallback {

    private static final int SECONDS = 10;

    /** Taken before a test can put another stream in its place. */
    private static final PrintStream CONSOLE = System.out;

    private static final String JVM = System.getProperty("testJvm", "1");
    private static final long START = System.nanoTime();

    // Static, as Surefire gives JUnit one class after the other, which makes this anew for each
    private static String shownPackage = "";
    private static long shownAt;
    private static int tests;

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> tested = context.getRequiredTestClass();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - START);
        if (!tested.getPackageName().equals(shownPackage) || seconds - shownAt >= SECONDS) {
            shownPackage = tested.getPackageName();
            shownAt = seconds;
            CONSOLE.println(
                    String.format(Locale.ROOT, "JVM %s, %3d s, %4d tests: %s", JVM, seconds, tests, tested.getName()));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        tests++;
    }
}
