package lab.carousel.file.disk;

/**
 * Guards against file access on the JavaFX thread: a disk or network may take seconds. Checked where assertions are on,
 * as in tests.
 */
public final class DiskAccess {

    private static final String SCREEN = "JavaFX Application Thread";

    private DiskAccess() {}

    public static boolean isAllowedHere() {
        return !Thread.currentThread().getName().equals(SCREEN);
    }
}
