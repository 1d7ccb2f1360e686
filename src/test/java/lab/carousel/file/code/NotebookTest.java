package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Optimiser;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotebookTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static JsonNode notebook(Experiment experiment, Library library) throws IOException {
        return MAPPER.readTree(Notebook.of(experiment, library));
    }

    private static Stream<JsonNode> cells(JsonNode notebook, String kind) {
        List<JsonNode> cells = new ArrayList<>();
        notebook.get("cells").forEach(cells::add);
        return cells.stream().filter(cell -> cell.get("cell_type").asText().equals(kind));
    }

    private static String source(JsonNode cell) {
        StringBuilder text = new StringBuilder();
        cell.get("source").forEach(line -> text.append(line.asText()));
        return text.toString();
    }

    private static String code(JsonNode notebook) {
        return String.join(
                "\n", cells(notebook, "code").map(NotebookTest::source).toList());
    }

    /** The schema is Jupyter's own, from the package nbformat (BSD 3-Clause). */
    private static JsonSchema schema() throws IOException {
        try (InputStream schema = NotebookTest.class.getResourceAsStream("nbformat.v4.5.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(MAPPER.readTree(schema));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KERAS", "PYTORCH"})
    void isWhatJupyterSaysANotebookIs(Library library) throws IOException {
        JsonSchema schema = schema();

        assertThat(schema.validate(notebook(ProgramFixture.reference(), library)))
                .isEmpty();
        assertThat(schema.validate(notebook(ProgramFixture.nearlyEverything(Cell.GRU), library)))
                .isEmpty();
        assertThat(schema.validate(MAPPER.readTree("{\"cells\": [{}], \"nbformat\": 4}")))
                .isNotEmpty();
    }

    @Test
    void hasTheNamesOfTheTutorial() throws IOException {
        String code = code(notebook(ProgramFixture.reference(), Library.KERAS));

        assertThat(code)
                .contains(
                        "seq1 = [\"3\", \"0\", \"1\", \"2\", \"3\"]\n"
                                + "seq2 = [\"4\", \"0\", \"1\", \"2\", \"4\"]\n"
                                + "SEQUENCES = [seq1, seq2]",
                        "n_neurons = 20",
                        "n_batch = 1",
                        "n_features = len(ALPHABET)",
                        "model = build(n_batch, stateful=True)",
                        "keras.Input(batch_shape=(batch_size, None, n_features))",
                        "for epoch in range(1, n_epoch + 1):");
        assertThat(code)
                .doesNotContainPattern("\\b(UNITS|EPOCHS|BATCH_SIZE|K)\\b")
                .doesNotContain("network.compile");
        assertThat(code).contains("a symbol is shown to the network as a row of zeros");
    }

    @Test
    void saysWhatChangedInKerasWhereItMatters() throws IOException {
        JsonNode notebook = notebook(ProgramFixture.reference(), Library.KERAS);

        assertThat(cells(notebook, "markdown").map(NotebookTest::source).filter(text -> text.contains("Keras 3.**")))
                .hasSize(3)
                .anyMatch(text -> text.contains("batch_input_shape"))
                .anyMatch(text -> text.contains("reset_states"))
                .anyMatch(text -> text.contains("predict_classes"));
        assertThat(Notebook.of(ProgramFixture.reference(), Library.PYTORCH)).doesNotContain("batch_input_shape");
    }

    @Test
    void symbolsThatAreCalledLikeConstantsStayAsTheyAre() throws IOException {
        Task task = new Task(
                new Alphabet(List.of("K", "UNITS", "#")), List.of(new Sequence(List.of("K", "UNITS", "#", "K"))));
        Experiment reference = ProgramFixture.reference();

        String code =
                code(notebook(new Experiment(task, reference.hyperparameters(), reference.engine()), Library.PYTORCH));

        assertThat(code)
                .contains("ALPHABET = [\"K\", \"UNITS\", \"#\"]", "seq1 = [\"K\", \"UNITS\", \"#\", \"K\"]")
                .contains("SEQUENCES = [seq1]");
    }

    @Test
    void whatWouldTrainSomethingElseIsRefused() {
        Experiment reference = ProgramFixture.reference();
        Experiment experiment = reference.with(reference.hyperparameters().with(Settings.OPTIMISER, Optimiser.RMSPROP));

        assertThatThrownBy(() -> Notebook.of(experiment, Library.KERAS)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSeriesHasWordsOfItsOwnAndNoChannelIsRenamed() throws IOException {
        JsonNode notebook = notebook(ProgramFixture.seasonal(), Library.KERAS);

        assertThat(schema().validate(notebook)).isEmpty();
        assertThat(cells(notebook, "markdown").map(NotebookTest::source))
                .anyMatch(text -> text.startsWith("# Forecast or echo?"))
                .anyMatch(text -> text.startsWith("## The series"))
                .noneMatch(text -> text.contains("symbol") || text.contains("memoryless"));
        assertThat(code(notebook))
                .contains("\"K\": [", "keras.losses.MeanSquaredError(reduction=\"sum\")", "n_batch = 2")
                .doesNotContain("ALPHABET", "SHUFFLED", "n_features");
    }
}
