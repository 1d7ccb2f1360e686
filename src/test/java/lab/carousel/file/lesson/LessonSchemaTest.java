package lab.carousel.file.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for people who write lessons says what the reader reads. */
class LessonSchemaTest {

    private static final Path COMMITTED = Path.of("assets/lessons/lesson.schema.json");
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(LessonCodec.schema());

    private static List<String> complaints(String lesson) {
        return SCHEMA.validate(lesson, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theOneInTheRepositoryIsThatOfTheReader() throws IOException {
        Path made = Files.writeString(Path.of("target/lesson.schema.json"), LessonCodec.schema());

        assertThat(COMMITTED)
                .as("what lessons can have is another now: copy %s there", made)
                .hasSameTextualContentAs(made);
    }

    @Test
    void everyShippedLessonFits() throws IOException {
        try (Stream<Path> lessons = Files.list(COMMITTED.getParent())) {
            List<Path> files = lessons.map(folder -> folder.resolve("lesson.json"))
                    .filter(Files::exists)
                    .toList();
            assertThat(files).hasSizeGreaterThan(5);
            for (Path lesson : files) {
                assertThat(complaints(Files.readString(lesson)))
                        .as("%s", lesson)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'colour': 'red'",
                "'show': 'nowhere'",
                "'lock': ['verdict']",
                "'set': {'hiddenUnits': 0}",
                "'experiment': {'preset': 'nothing'}",
                "'needs': [{}]",
                "'needs': [{'run': 'finished', 'epoch': 1}]",
                "'needs': [{'value': {}}]",
                "'question': {'text': 'What?', 'choices': ['one']}",
                "'observe': [{'text': '?', 'reads': 'verdict', 'within': 1}]"
            })
    void whatTheReaderRefusesDoesNotFit(String more) {
        String lesson = "{'format': 'carousel lesson', 'version': 1, 'title': 'T', 'minutes': 1, 'summary': 'S',"
                + "'steps': [{'title': 'One', 'text': 'one.md', %s}]}";

        assertThat(complaints(lesson.formatted("'transfer': false").replace('\'', '"')))
                .isEmpty();
        assertThat(complaints(lesson.formatted(more).replace('\'', '"'))).isNotEmpty();
    }
}
