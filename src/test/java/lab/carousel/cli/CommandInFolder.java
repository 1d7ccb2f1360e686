package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** A command line with a folder to write into. */
abstract class CommandInFolder {

    final CommandLineFixture carousel = new CommandLineFixture();

    @TempDir
    Path folder;

    /**
     * Runs a command.
     *
     * @param line  as it is typed, with {@code @name} for a file in the folder and {@code %s} for each of the words
     * @param words that can have blanks
     * @return the exit status
     */
    final int run(String line, Object... words) {
        Deque<Object> left = new ArrayDeque<>(List.of(words));
        return carousel.run(Stream.of(line.split(" "))
                .map(word -> word.equals("%s") ? left.remove().toString() : word)
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
    }

    /** Runs a command that must be refused with a message. */
    final void assertRefused(String words, String line, Object... more) {
        assertThat(run(line, more)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(carousel.errors).contains(words).hasLineCount(1);
    }
}
