package lab.carousel.file.disk;

import java.nio.file.Path;

/** A program of a test in a virtual machine of its own. */
public final class OtherProgram {

    private OtherProgram() {}

    /** Prepares to start the class's {@code main} with a file or folder. */
    public static ProcessBuilder of(Class<?> program, Path argument) {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                argument.toString());
    }
}
