package lab.carousel.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A command line with a folder to write into. */
abstract class CommandInFolder {

    final CommandLineFixture carousel = new CommandLineFixture();

    @TempDir
    Path folder;

    /** A file in the folder, as it is typed. */
    final String in(String name) {
        return folder.resolve(name).toString();
    }
}
