package lab.carousel.file.disk;

import java.nio.file.Path;
import java.util.stream.Stream;

/** A program of a test in a virtual machine of its own. */
public final class OtherProgram {

    private OtherProgram() {}

    /** Prepares to start the class's {@code main} with some words, files or folders. */
    public static ProcessBuilder of(Class<?> program, Object... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(Stream.concat(
                        // as the tests themselves: it lives for a second
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()),
                        Stream.of(arguments).map(Object::toString))
                .toList());
    }
}
