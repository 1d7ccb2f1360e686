package lab.carousel.file.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.model.network.FoundNetwork;
import lab.carousel.file.model.network.ReadNetwork;
import lab.carousel.file.model.network.Subject;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.Steps;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No network of another program is opened wrongly: it computes what it does there, or it is said why not. {@code
 * make_foreign.py} beside {@code foreign.zip} tells how they were made.
 */
class ForeignNetworksTest {

    private static final int[] SYMBOLS = {2, 0, 1, 3, 1, 0};
    private static final ZipContent ZIP = ZipContent.read(ModelFileTest.resource("foreign.zip"));

    @TempDir
    private static Path folder;

    /**
     * A network of another program.
     *
     * @param outputs what the other program computes; empty if there is no such network here
     */
    record Kind(
            String name,
            String file,
            String expect,
            Map<Subject, String> answers,
            String words,
            List<JsonValue> outputs) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return ZIP.json("kinds.json").elements().stream().map(ForeignNetworksTest::kind);
    }

    private static Kind kind(JsonValue value) {
        Map<Subject, String> answers = new EnumMap<>(Subject.class);
        value.member("answers").members().forEach((key, answer) -> Stream.of(Subject.values())
                .filter(subject -> subject.key().equals(key))
                .forEach(subject -> answers.put(subject, answer.text())));
        JsonValue outputs = value.member("outputs");
        return new Kind(
                value.member("kind").text(),
                value.member("file").text(),
                value.member("expect").text(),
                answers,
                value.member("words").text(),
                outputs.kind() == JsonKind.NULL ? List.of() : outputs.elements());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNotOpenedWrongly(Kind kind) throws IOException {
        Path file = Files.write(folder.resolve(kind.file), ZIP.bytes(kind.file));
        if (kind.expect.equals("refused")) {
            assertThatThrownBy(() -> ModelFile.find(file).with(Map.of()))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining(kind.words);
            return;
        }
        FoundNetwork found = ModelFile.find(file);
        switch (kind.expect) {
            case "opens" -> assertComputes(found.with(Map.of()), kind);
            case "asks" -> {
                assertThatThrownBy(() -> found.with(Map.of())).hasMessageContaining("several options fit");
                assertRightWhenChosen(found, kind);
            }
            default -> {
                found.with(Map.of());
                List<String> said =
                        found.assumptions(Map.of()).stream().map(Message::text).toList();
                assertThat(kind.answers.keySet()).allSatisfy(subject -> assertThat(said)
                        .anyMatch(line -> line.startsWith(subject.words().text()) && line.contains("assumed")));
                assertRightWhenChosen(found, kind);
            }
        }
    }

    /** With the answers it computes what it should, or is none that there is here. */
    private static void assertRightWhenChosen(FoundNetwork found, Kind kind) {
        boolean isNone = InvalidInput.problemOf(() -> found.with(kind.answers)).isPresent();
        if (isNone) {
            assertThat(kind.outputs.isEmpty() || kind.expect.equals("assumes")).isTrue();
        } else {
            assertComputes(found.with(kind.answers), kind);
        }
    }

    private static void assertComputes(ReadNetwork network, Kind kind) {
        Hyperparameters hyperparameters = Hyperparameters.reference().with(Settings.OUTPUT, network.output());
        Trace trace = Trace.of(network.parameters(), hyperparameters, Steps.of(SYMBOLS));
        assertThat(kind.outputs).hasSize(trace.steps());
        for (int step = 0; step < trace.steps(); step++) {
            double[] expected = kind.outputs.get(step).elements().stream()
                    .mapToDouble(JsonValue::number)
                    .toArray();
            assertThat(trace.outputs(step)).containsExactly(expected, within(1e-12));
        }
    }
}
