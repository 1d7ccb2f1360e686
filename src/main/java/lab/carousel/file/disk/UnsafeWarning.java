package lab.carousel.file.disk;

import java.lang.reflect.Field;
import org.slf4j.LoggerFactory;

/**
 * From Java 24 on, the first use of memory through {@code sun.misc.Unsafe} prints four lines of warning, straight to
 * the console. They are meant for the authors of libraries (ND4J, JavaFX), not for a class, and a jar cannot ask in its
 * manifest to be spared. So this marks the warning as given already.
 */
final class UnsafeWarning {

    private static final int FIRST_VERSION = 23;

    private UnsafeWarning() {}

    static void silence() {
        if (Runtime.version().feature() < FIRST_VERSION) {
            return;
        }
        try {
            Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException otherwise) {
            LoggerFactory.getLogger(UnsafeWarning.class).info("The warning about Unsafe stays", otherwise);
        }
    }
}
