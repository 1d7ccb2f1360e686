package lab.carousel.file.disk;

/**
 * Says where files may be read and written. A disk or a network may take seconds, so the thread that draws the window must
 * not wait for one; checked where assertions are on, as they are in tests.
 */
public final class DiskAccess {

    private static final String SCREEN = "JavaFX Application Thread";

    private DiskAccess() {}

    /** Whether the thread that asks may read and write files. */
    public static boolean isAllowedHere() {
        return !Thread.currentThread().getName().equals(SCREEN);
    }
}
