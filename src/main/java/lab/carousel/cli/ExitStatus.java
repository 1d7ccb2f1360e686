package lab.carousel.cli;

/** What the program tells the shell when it ends. */
public final class ExitStatus {

    /** All went well. */
    public static final int DONE = 0;
    /** The run diverged, the window could not be opened, or something unexpected went wrong. */
    public static final int FAILED = 1;
    /** Something that was asked for cannot be done: an unknown option, a bad number, an unusable file. */
    public static final int BAD_INPUT = 2;
    /** Deeplearning4j comes to other numbers than the kernel. */
    public static final int DIFFERS = 3;

    private ExitStatus() {}
}
