package lab.carousel.cli;

public final class ExitStatus {

    public static final int DONE = 0;
    /** The run diverged, the window could not be opened, or an unexpected error. */
    public static final int FAILED = 1;
    /** Bad input: an unknown option, a bad number, an unusable file. */
    public static final int BAD_INPUT = 2;
    /** Deeplearning4j and the kernel disagree. */
    public static final int DIFFERS = 3;

    private ExitStatus() {}
}
