package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lab.carousel.file.disk.Zips;
import lab.carousel.lesson.Lesson;
import lab.carousel.text.InvalidInput;

/** Lessons written by a test. */
final class LessonFixture {

    private final Map<String, byte[]> files = new TreeMap<>();

    LessonFixture() {
        with("floor.md", "# The floor\n\n![A chart](chart.png)\n");
        with("chart.png", "no picture, but a file");
        steps("{\"title\": \"One\", \"text\": \"floor.md\"}");
    }

    LessonFixture with(String name, String text) {
        files.put(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return this;
    }

    LessonFixture with(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    LessonFixture without(String name) {
        files.remove(name);
        return this;
    }

    /** A lesson of these steps; the first of them stands in line 8. */
    LessonFixture steps(String steps) {
        return with(
                "lesson.json",
                """
                {
                  "format": "carousel lesson",
                  "version": 1,
                  "title": "Was it memory?",
                  "minutes": 20,
                  "summary": "Memory, or luck?",
                  "steps": [
                    %s
                  ]
                }
                """
                        .formatted(steps));
    }

    Path folder(Path parent) {
        Path folder = parent.resolve("lesson");
        files.forEach((name, bytes) -> {
            try {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        });
        return folder;
    }

    /** A zip whose names begin with a prefix. */
    Path zip(Path parent, String prefix) throws IOException {
        Map<String, byte[]> zipped = new TreeMap<>();
        files.forEach((name, bytes) -> zipped.put(prefix + name, bytes));
        return Files.write(parent.resolve("lesson.zip"), Zips.of(zipped));
    }

    /** A lesson of one step that has this besides its title and text. */
    static LessonFixture step(String more) {
        return new LessonFixture().steps("{\"title\": \"One\", \"text\": \"floor.md\", " + more + "}");
    }

    /** The lesson as it is read from a folder inside this one. */
    Lesson read(Path parent) {
        return LessonFile.read(folder(parent));
    }

    /** Checks that it cannot be read, and that this is told. */
    void assertTells(Path parent, String... words) {
        assertThatThrownBy(() -> read(parent)).isInstanceOf(InvalidInput.class).hasMessageContainingAll(words);
    }
}
