package lab.carousel.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.disk.Zips;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.json.FilePlace;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.session.SessionFile;
import lab.carousel.file.study.ShardFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.window.WindowFile;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that the program saves or opens: it comes back as it was, and each damage is told with its place. */
class FormatContractTest {

    private static final Path KEPT = Path.of("src/test/resources/lab/carousel/file/kept");
    private static final int MUTATIONS = Sample.isExhaustive() ? 150 : 25;
    private static final int BREAKS = Sample.isExhaustive() ? 500 : 50;
    private static final String IN_EXPERIMENT = "/(engine|hyperparameters(/\\w+)?)";
    private static final String IN_STUDY = "/title|/explanation|/experiment(/task|" + IN_EXPERIMENT + ")?|/axes/title";

    private static final String STUDY =
            """
            {"format": "carousel study", "version": 1, "title": "Units", "explanation": "How many?",
             "question": "tuning", "seeds": 2, "experiment": {"hyperparameters": {"epochs": 7}},
             "axes": [{"name": "hiddenUnits", "title": "Units", "values": [1, 20]},
              {"name": "network", "values": [
               {"label": "small", "number": 1.5, "task": {"source": "2a", "p": 4}, "set": {"cell": "gru"}},
               {"label": "usual", "number": 2.5, "task": {"source": "2c", "p": 4, "q": 3}, "set": {"cell": "lstm"}}]}]}
            """;
    private static final String DRAWN_STUDY =
            """
            {"format": "carousel study", "version": 1, "title": "Rates", "question": "tuning", "seeds": 2, "draws": 5,
             "axes": [{"name": "learningRate", "title": "Rate", "from": 0.001, "to": 0.5, "scale": "logarithmic"}]}
            """;
    private static final String LESSON =
            """
            {"$schema": "lesson.schema.json", "format": "carousel lesson", "version": 1, "title": "Was it memory?",
             "minutes": 20, "summary": "Memory, or luck?",
             "answers": ["Why?", {"question": "What?", "answer": "So.", "step": 1, "manual": "window.md#loss"}],
             "steps": [{"id": "floor", "title": "One", "text": "floor.md", "experiment": {"preset": "softmax"},
              "set": {"seed": 7}, "pace": 30.5, "editors": ["seed"], "show": "cell", "point": ["loss"],
              "lock": ["presets"],
              "needs": [{"run": "finished"}, {"value": {"updateInterval": "whole sequence"}}, {"place": "cell"}],
              "question": {"text": "?", "choices": ["a", "b"], "right": 2, "explanation": "!", "hides": ["loss"],
               "reason": true},
              "observe": [{"text": "What?", "choices": ["on it", "below"], "right": 2, "about": "loss"},
               {"text": "Which loss?", "reads": "loss", "within": 0.001}, {"text": "Which?", "reads": "verdict"}],
              "recall": [{"ask": "What is c?", "answer": "The cell state."}], "transfer": true, "listTries": true}]}
            """;
    private static final String TRANSLATION =
            """
            {"$schema": "lesson.schema.json", "title": "War das Gedächtnis?", "summary": "Oder Glück?",
             "answers": ["Warum?", {"question": "Was?", "answer": "So."}],
             "steps": [{"title": "Eins", "question": {"text": "?", "choices": ["a", "b"], "explanation": "!"},
              "observe": [{"text": "Was?", "choices": ["darauf", "darunter"]}, {"text": "Verlust?"}, {}],
              "recall": [{"ask": "Was ist c?", "answer": "Der Zellzustand."}]}]}
            """;

    /**
     * A format with a text that has all of its fields.
     *
     * @param name of the file in messages
     * @param again reads a text and, where only that is read, writes it
     * @param optional pattern of the fields that may be missing, with or without the places in lists
     * @param elsewhere pattern of the fields whose wrong kind is told at another place
     */
    private record Format(String name, String text, UnaryOperator<String> again, String optional, String elsewhere) {

        boolean isOptional(String pointer) {
            return pointer.matches(optional) || pointer.replaceAll("/\\d+", "").matches(optional);
        }

        boolean isElsewhere(String pointer) {
            return pointer.endsWith("/format") || pointer.matches(elsewhere);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private static Path folder;

    private static String kept(String name) throws IOException {
        return Files.readString(KEPT.resolve(name));
    }

    static Stream<Format> formats() throws IOException {
        UnaryOperator<String> experiment = text -> ExperimentFile.toJson(ExperimentFile.parse("it", text));
        UnaryOperator<String> study = text -> StudyFile.toJson(StudyFile.parse("it", text));
        return Stream.of(
                new Format("it", kept("experiment.carousel"), experiment, IN_EXPERIMENT, ""),
                new Format("it", kept("drawn.carousel"), experiment, IN_EXPERIMENT, ""),
                new Format(
                        "it",
                        study.apply(STUDY),
                        study,
                        IN_STUDY + "|/draws|/axes/values/(number|task|set(/cell)?)",
                        "/axes/1/values/0"),
                new Format("it", study.apply(DRAWN_STUDY), study, IN_STUDY + "|/axes/scale", ""),
                new Format(
                        "it",
                        kept("ada.carousel-answers"),
                        text -> AnswersFile.text(AnswersFile.parse("it", text.getBytes(StandardCharsets.UTF_8))),
                        "/answers/(before|after|reason|observed(/agrees)?|cards)|/runs/experiment(/task|"
                                + IN_EXPERIMENT + ")",
                        ""),
                new Format(
                        "window.json",
                        kept("window.json"),
                        reading(text -> WindowFile.parse("window.json", text)),
                        "/pace|/frame",
                        ""),
                inFolder(
                        "share.json",
                        kept("share-1/share.json"),
                        ShardFile::read,
                        "/study(/title|/explanation|/axes/title|/axes/values/number"
                                + "|/axes/1/values/0/set(/learningRate)?"
                                + "|/experiment/(task|engine|hyperparameters/(?!epochs)\\w+))"),
                inFolder(
                        "lesson.json",
                        LESSON,
                        FormatContractTest::readLesson,
                        "/\\$schema|/answers(/(answer|step|manual))?|/steps/(id|experiment(/preset)?|set(/seed)?|pace"
                                + "|editors|show|point|lock|needs|question(/(right|explanation|hides|reason))?"
                                + "|observe(/(right|about))?|recall|transfer|listTries)"),
                inFolder("lesson.de.json", TRANSLATION, FormatContractTest::readLesson, ".*"),
                inSession("session.json", "/document|/view/(unit|epoch|stepByStep|colours)", ""),
                inSession("operations.json", "/lesions/to", ""),
                inSession("run/run.json", "/diverged|/criterion", "/position/updates"),
                inSession("studies.json", "/own/question|/studies/leftOut", ""));
    }

    private static UnaryOperator<String> reading(Consumer<String> reader) {
        return text -> {
            reader.accept(text);
            return text;
        };
    }

    /** A text that stands for itself in a folder. */
    private static Format inFolder(String name, String text, Consumer<Path> reader, String optional)
            throws IOException {
        Path own = Files.createTempDirectory(folder, "it");
        Files.writeString(own.resolve("floor.md"), "# The floor");
        Files.writeString(own.resolve("lesson.json"), LESSON);
        UnaryOperator<String> again = reading(changed -> {
            try {
                Files.writeString(own.resolve(name), changed);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            reader.accept(own);
        });
        return new Format(name, text, again, optional, "");
    }

    private static void readLesson(Path folder) {
        LessonFile.read(folder);
    }

    /** A text in a session, as it is written today. */
    private static Format inSession(String name, String optional, String elsewhere) throws IOException {
        Path file = folder.resolve("it.carousel-session");
        SessionFile.write(file, SessionFile.read(KEPT.resolve("session.carousel-session")));
        Map<String, byte[]> files = Zips.files(Files.readAllBytes(file));
        String text = new String(files.get(name), StandardCharsets.UTF_8);
        UnaryOperator<String> again = reading(changed -> {
            files.put(name, changed.getBytes(StandardCharsets.UTF_8));
            SessionFile.run(ZipContent.of("it", Zips.of(files), 100));
        });
        return new Format(name, text, again, optional, elsewhere);
    }

    private static ObjectNode tree(Format format) throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(format.text());
    }

    /** Pointers to all values in a tree. */
    private static List<String> pointers(JsonNode tree) {
        List<String> found = new ArrayList<>();
        collect(tree, "", found);
        return found;
    }

    private static void collect(JsonNode node, String at, List<String> found) {
        node.forEachEntry((name, value) -> {
            found.add(at + "/" + name);
            collect(value, at + "/" + name, found);
        });
        for (int place = 0; node.isArray() && place < node.size(); place++) {
            found.add(at + "/" + place);
            collect(node.get(place), at + "/" + place, found);
        }
    }

    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static JsonNode parent(JsonNode tree, String pointer) {
        return tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static void replace(JsonNode tree, String pointer, JsonNode value) {
        if (parent(tree, pointer) instanceof ArrayNode list) {
            list.set(Integer.parseInt(last(pointer)), value);
        } else {
            ((ObjectNode) parent(tree, pointer)).set(last(pointer), value);
        }
    }

    /** The words that tell the place of a value. */
    private static String place(String text, String pointer) {
        JsonValue value = JsonText.parse("x", text);
        for (String part : pointer.substring(1).split("/")) {
            value = value.kind() == JsonKind.LIST ? value.elements().get(Integer.parseInt(part)) : value.member(part);
        }
        FilePlace place = (FilePlace) value.place();
        return ", line " + place.line() + ", column " + place.column();
    }

    private static void assertRefused(String what, Format format, String text, String... words) {
        Throwable problem = catchThrowable(() -> format.again().apply(text));
        assertThat(problem).as(what).isInstanceOf(InvalidInput.class);
        assertThat(List.of(words)).as("%s: %s", what, problem).allMatch(problem.getMessage()::contains);
    }

    private static void assertRefusedAt(Format format, JsonNode changed, String pointer, String words) {
        String text = JsonText.text((ObjectNode) changed);
        assertRefused(pointer, format, text, format.name() + place(text, pointer), words);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsReadIsWrittenAsItWas(Format format) {
        assertThat(format.again().apply(format.text())).isEqualTo(format.text());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatBreaksOffAnywhereIsRefused(Format format) {
        String text = format.text().stripTrailing();
        assertRefused("nothing", format, "", "line 1, column 1: The file is empty");
        for (int length = 1; length < text.length(); length += 1 + text.length() / BREAKS) {
            boolean isInWord = text.substring(0, length).matches("(?s).*(: |\n *)(t|tr|tru|f|fa|fal|fals|n|nu|nul)");
            assertRefused(
                    "up to " + length,
                    format,
                    text.substring(0, length),
                    format.name() + ", line ",
                    isInWord ? "From here on this is not JSON" : "The file ends too early");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aChangedByteIsReadOrRefused(Format format) {
        SplittableRandom random = new SplittableRandom(24);
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] bytes = format.text().getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(32, 127);
            String text = new String(bytes, StandardCharsets.UTF_8);
            Throwable problem = catchThrowable(() -> format.again().apply(text));
            assertThat(problem).as(text).satisfiesAnyOf(none -> assertThat(none).isNull(), refused -> assertThat(
                            refused)
                    .isInstanceOf(InvalidInput.class));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anUnknownFieldIsToldWithItsPlace(Format format) throws IOException {
        ObjectNode whole = tree(format);
        List<String> groups = new ArrayList<>(List.of(""));
        pointers(whole).stream().filter(pointer -> whole.at(pointer).isObject()).forEach(groups::add);
        for (String group : groups) {
            ObjectNode changed = whole.deepCopy();
            ((ObjectNode) changed.at(group)).put("nobody", 1);
            assertRefusedAt(format, changed, group + "/nobody", "“nobody” is not known here: use one of ");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aMissingFieldIsToldOrHasADefault(Format format) throws IOException {
        ObjectNode whole = tree(format);
        for (String pointer : pointers(whole)) {
            if (!(parent(whole, pointer) instanceof ObjectNode)) {
                continue;
            }
            ObjectNode changed = whole.deepCopy();
            ((ObjectNode) parent(changed, pointer)).remove(last(pointer));
            String text = JsonText.text(changed);
            if (format.isOptional(pointer)) {
                assertThatCode(() -> format.again().apply(text)).as(pointer).doesNotThrowAnyException();
            } else {
                assertRefused(pointer, format, text);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anotherKindOfValueIsToldWithItsPlace(Format format) throws IOException {
        ObjectNode whole = tree(format);
        for (String pointer : pointers(whole)) {
            if (format.isElsewhere(pointer)) {
                continue;
            }
            ObjectNode changed = whole.deepCopy();
            boolean isText = whole.at(pointer).isTextual() || whole.at(pointer).isContainerNode();
            replace(changed, pointer, isText ? BooleanNode.TRUE : TextNode.valueOf("~strange~"));
            assertRefusedAt(format, changed, pointer, "");
            if (parent(whole, pointer).isObject()) {
                replace(changed, pointer, null);
                assertRefusedAt(format, changed, pointer, "");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void numbersBeyondAllBoundsAreToldWithTheirPlace(Format format) throws IOException {
        ObjectNode whole = tree(format);
        for (String pointer : pointers(whole)) {
            if (!whole.at(pointer).isNumber() || format.isElsewhere(pointer)) {
                continue;
            }
            boolean isWhole = whole.at(pointer).isIntegralNumber();
            for (String number : isWhole
                    ? List.of("1e999", "99999999999999999999", "-99999999999999999999")
                    : List.of("1e999", "-1e999")) {
                ObjectNode changed = whole.deepCopy();
                replace(changed, pointer, changed.rawValueNode(new RawValue(number)));
                assertRefusedAt(format, changed, pointer, "");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anotherFormatAndANewerVersionAreRefused(Format format) throws IOException {
        ObjectNode whole = tree(format);
        if (whole.has(JsonValue.FORMAT)) {
            String foreign = JsonText.text(whole.deepCopy().put(JsonValue.FORMAT, "other"));
            for (String other : List.of(foreign, "[1, 2]", "17", "{\"name\": 3}")) {
                assertRefused(other, format, other, "line 1, column 1");
            }
            String version = "/" + JsonValue.VERSION;
            assertRefusedAt(format, whole.deepCopy().put(JsonValue.VERSION, 3).put("later", 1), version, "newer");
            assertRefusedAt(format, whole.deepCopy().put(JsonValue.VERSION, 0), version, "");
        }
    }

    /** What opens a file of each kind. */
    static Stream<Arguments> openers() {
        return Stream.of(
                arguments("a.carousel", (Consumer<Path>) ExperimentFile::read),
                arguments("a.json", (Consumer<Path>) StudyFile::read),
                arguments("a.carousel-session", (Consumer<Path>) SessionFile::read),
                arguments("a.keras", (Consumer<Path>) ModelFile::find),
                arguments("lesson.zip", (Consumer<Path>) file -> LessonFile.read(file)));
    }

    @ParameterizedTest
    @MethodSource("openers")
    void whatIsNoFileOfItsKindIsRefusedByItsName(String name, Consumer<Path> opener) throws IOException {
        Path file = folder.resolve(name);
        assertRefused(file, opener, "There is no file");
        Files.createFile(file);
        assertRefused(file, opener, "");
        Files.write(file, new byte[] {'{', '}', (byte) 0xff, 'x'});
        assertRefused(file, opener, "");
        Files.write(file, Arrays.copyOf(Zips.of(Map.of("it.carousel-answers", new byte[] {1, 2})), 51));
        assertRefused(file, opener, "");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(2_000_000_001);
        }
        assertRefused(file, opener, "");
    }

    private static void assertRefused(Path file, Consumer<Path> opener, String words) {
        assertThatThrownBy(() -> opener.accept(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(words);
    }
}
