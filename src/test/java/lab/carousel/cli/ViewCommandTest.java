package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.file.disk.Names;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.text.Message;
import lab.carousel.text.Table;
import lab.carousel.view.Answer;
import lab.carousel.view.AutomatonView;
import lab.carousel.view.Choice;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ViewCommandTest extends CommandInFolder {

    private static final String NETWORK = "src/test/resources/lab/carousel/study/map/gradient.safetensors";
    private static final Experiment REFERENCE = Experiment.reference();

    @BeforeEach
    void writeTutorial() {
        ExperimentFile.write(folder.resolve("it.carousel"), REFERENCE);
    }

    static Stream<View> all() {
        return Views.all();
    }

    static Stream<View> views() {
        return all().filter(view -> view.obstacle(REFERENCE).isEmpty());
    }

    private static Look look() {
        return Look.of(
                REFERENCE, ModelFile.find(Path.of(NETWORK)).with(Map.of()).parameters(), 0);
    }

    private static Answer answer(View view, Map<String, String> values) {
        return view.answer(look(), Chosen.of(view, REFERENCE, values));
    }

    @ParameterizedTest
    @MethodSource("views")
    void saysDrawsAndWritesWhatTheViewShowsOfANetwork(View view) {
        String key = view.name().key();
        assertThat(run("view %s @it.carousel --network %s --svg @a.svg --png @a.png --csv @a.csv", key, NETWORK))
                .as(carousel.errors)
                .isZero();
        assertThat(carousel.engines).isEmpty();
        Answer answer = answer(view, Map.of());
        assertThat(carousel.output).startsWith(String.join("\n", said(answer)) + "\nSaved ");
        assertThat(folder.resolve("a.csv")).hasContent(answer.drawing().csv());
        assertThat(folder.resolve("a.svg")).hasContent(svg(answer));
        assertThat(folder.resolve("a.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    }

    private static List<String> said(Answer answer) {
        return answer.sentences().values().stream()
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static String svg(Answer answer) {
        return new String(PictureExport.svg(answer.picture(Palette.LIGHT)), StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(JsonNode group) {
        return group.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .asText()));
    }

    /** What is not chosen at first, unless it asks for a search, which says how many seconds it took. */
    private static Map<String, String> others(View view) {
        List<Choice> choices = view.choices(REFERENCE);
        Map<String, String> others = choices.stream().collect(Collectors.toMap(Choice::name, ViewCommandTest::another));
        return view.job(look(), Chosen.of(view, REFERENCE, others)).isEmpty()
                ? others
                : choices.stream().collect(Collectors.toMap(Choice::name, Choice::first));
    }

    /** The last that is offered; of what is typed that at first. */
    private static String another(Choice choice) {
        List<String> values = choice.values();
        boolean isTyped = choice.isTyped();
        return isTyped ? choice.first() : values.get(values.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("views")
    void asJsonTheTableIsTheSame(View view) throws IOException {
        List<Choice> choices = view.choices(REFERENCE);
        Map<String, String> values = others(view);
        List<Object> words = new ArrayList<>(List.of(view.name().key(), NETWORK));
        choices.forEach(choice -> words.add(choice.name() + "=" + values.get(choice.name())));
        String set = " --set %s".repeat(choices.size());
        assertThat(run("view %s @it.carousel --network %s --csv @a.csv --json" + set, words.toArray()))
                .as(carousel.errors)
                .isZero();
        JsonNode told = new ObjectMapper().readTree(carousel.output);
        Answer answer = answer(view, values);
        assertThat(told.fieldNames()).toIterable().containsExactly("view", "chosen", "sentences", "table");
        assertThat(told.get("view").asText()).isEqualTo(view.name().key());
        assertThat(texts(told.get("chosen")))
                .isEqualTo(Chosen.of(view, REFERENCE, values).values());
        assertThat(texts(told.get("sentences"))).isEqualTo(answer.sentences());
        List<String> columns = Stream.of(new ObjectMapper().convertValue(told.at("/table/columns"), String[].class))
                .toList();
        List<List<?>> rows = Stream.of(new ObjectMapper().convertValue(told.at("/table/rows"), Object[][].class))
                .<List<?>>map(row ->
                        Stream.of(row).map(field -> field == null ? "" : field).toList())
                .toList();
        assertThat(rows).isNotEmpty();
        assertThat(Table.ofFields(columns, rows).csv())
                .isEqualTo(answer.drawing().csv())
                .isEqualTo(Files.readString(folder.resolve("a.csv")));
    }

    @Test
    void trainsAnExperimentWithoutANetworkFirst() {
        assertThat(run("view afterFork @it.carousel")).isZero();
        assertThat(carousel.engines).containsExactly(EngineName.KERNEL);
        assertThat(carousel.output).hasLineCount(2);
    }

    @Test
    void ofARunThatDivergesItShowsTheLastNetworkAndSaysSo() {
        carousel.engine = new FakeEngine(30);
        assertThat(run("view unit @it.carousel --svg @a.svg")).isEqualTo(ExitStatus.FAILED);
        assertThat(carousel.output).contains("epoch 3.");
        assertThat(carousel.errors).contains("diverged").hasLineCount(1);
        assertThat(folder.resolve("a.svg")).exists();
    }

    @Test
    void setsWhatCanBeChosen() throws IOException {
        assertThat(run("view stateMap @it.carousel --network %s --set vectors=CELL_STATE --csv @a.csv", NETWORK))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("a.csv")).get(0))
                .startsWith("sequence,step,symbol,pc1,pc2,pc3,c1,")
                .doesNotContain("h1");
    }

    @Test
    void writesTheAutomatonOfANetworkForGraphviz() throws IOException {
        assertThat(run("view automaton @it.carousel --network %s --dot @it.dot --csv @it.csv", NETWORK))
                .isZero();
        assertThat(folder.resolve("it.csv"))
                .content()
                .contains(answer(new AutomatonView(), Map.of()).drawing().csv());
        assertThat(carousel.output)
                .startsWith("The network keeps apart all beginnings that the task keeps apart.\n"
                        + "True only of the 9 words asked.\n");
        assertThat(Files.readString(folder.resolve("it.dot")))
                .startsWith("digraph automaton {\n")
                .contains("  start -> 0;\n", "  0 -> 1 [label=\"3\"];\n", "  7 [label=\"3\"];\n");
    }

    @Test
    void ofADrawnTaskTheMapHasTheTestsAndTheirTwins() throws IOException {
        Hyperparameters few = Hyperparameters.reference()
                .with(Settings.CELL, Cell.GRU)
                .with(Settings.HIDDEN_UNITS, 2)
                .with(Settings.EPOCHS, 0);
        ExperimentFile.write(
                folder.resolve("it.carousel"), new Experiment(Task.drawn(RandomGap.of(4)), few, EngineName.KERNEL));
        assertThat(run("view stateMap @it.carousel --csv @map.csv")).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
        assertThat(lines).hasSize(1 + 200 * 2 * 4);
        assertThat(lines.get(0)).isEqualTo("sequence,step,symbol,twin,pc1,pc2,pc3,h1,h2");
        assertThat(lines.get(5)).startsWith("1,1,").contains(",1,");
    }

    @Test
    void drawsTheStatesOfEveryDrawnKind() throws IOException {
        for (DrawnTask kind : DrawnTasks.someKinds().toList()) {
            int[] least = kind.parameters().stream()
                    .mapToInt(each -> Math.max(each.least(), 3))
                    .toArray();
            Experiment drawn = new Experiment(
                    Task.drawn(DrawnTask.of(kind, least)),
                    Hyperparameters.reference()
                            .with(Settings.HIDDEN_UNITS, 2)
                            .with(Settings.OUTPUT, Output.of(kind.targets())),
                    EngineName.KERNEL);
            ExperimentFile.write(folder.resolve("it.carousel"), drawn);
            Files.write(folder.resolve("it.npz"), ModelFormat.NPZ.bytes(drawn, InitialParameters.of(drawn)));
            assertThat(run("view stateMap @it.carousel --network @it.npz --svg @it.svg --csv @it.csv"))
                    .as(kind.name() + carousel.errors)
                    .isZero();
            assertThat(carousel.output).doesNotContain("NaN", "null", "{");
            assertThat(Files.readString(folder.resolve("it.csv")))
                    .contains("\n1,1,")
                    .doesNotContain("NaN", "null");
            assertThat(Files.readString(folder.resolve("it.svg"))).doesNotContain("NaN");
            Files.delete(folder.resolve("it.svg"));
            Files.delete(folder.resolve("it.csv"));
            assertRefused("only a listed task has an automaton", "view automaton @it.carousel --dot @other.dot");
        }
        assertThat(carousel.engines).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "view                                            | NAME needs a value",
                "view unit                                       | FILE needs a value",
                "view nothing @it.carousel                       | There is no view “nothing”. There are: forecast, samples, afterFork, ",
                "view unit @it.carousel --set nothing=1          | nothing is no choice of this view. There are: lines",
                "view unit @it.carousel --set lines=X            | X cannot be chosen as lines. There are: HIDDEN_STATE, ",
                "view unit @it.carousel --set lines              | “lines” sets nothing",
                "view unit @it.carousel --set lines=X --set lines=Y | --set lines is given twice",
                "view unit @it.carousel --svg @a.svg --dot @a.dot | only the view automaton",
                "view unit @it.carousel --svg @a.png             | --svg must name a file that ends in .svg, not ",
                "view unit @it.carousel --csv @it.carousel       | which this command reads",
                "view unit @it.carousel --csv @no/a.csv          | does not exist",
                "view unit @no.carousel --csv @a.csv             | There is no file ",
                "view unit @it.carousel --network @no.npz --csv @a.csv | no.npz",
                "view unit @it.carousel --csv @a.txt             | --csv must name a file that ends in .csv, not "
            })
    void whatCannotBeShownIsRefusedBeforeAnythingIsTrainedOrWritten(String line, String words) throws IOException {
        assertRefused(words, line);
        assertThat(carousel.output).isEmpty();
        assertThat(carousel.engines).isEmpty();
        assertThat(Names.in(folder)).containsExactly("it.carousel");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aViewThatSaysNothingOfAnExperimentIsRefusedWithTheReason(View view) throws IOException {
        Experiment dense =
                REFERENCE.with(all -> all.with(Settings.CELL, Cell.DENSE).with(Settings.EPOCHS, 0));
        ExperimentFile.write(folder.resolve("it.carousel"), dense);
        String key = view.name().key();
        if (view.obstacle(dense).isPresent()) {
            assertRefused(view.obstacle(dense).get(), "view %s @it.carousel --svg @a.svg", key);
            assertThat(carousel.engines).isEmpty();
            assertThat(Names.in(folder)).containsExactly("it.carousel");
        } else {
            assertThat(run("view %s @it.carousel --svg @a.svg", key)).isZero();
        }
    }

    @Test
    void refusesANetworkOfAnotherTask() {
        ExperimentFile.write(
                folder.resolve("it.carousel"),
                new Experiment(Task.parse("a b", "a b a"), Hyperparameters.reference(), EngineName.KERNEL));
        assertRefused("the task has 2 symbols", "view stateMap @it.carousel --network %s --svg @map.svg", NETWORK);
        assertThat(folder.resolve("map.svg")).doesNotExist();
    }

    @Test
    void theHelpSaysOfEachViewWhatItAnswers() {
        assertThat(run("view --help")).isZero();
        String help = carousel.output.replaceAll("\\s+", " ");
        assertThat(Views.all()).allSatisfy(view -> assertThat(help)
                .contains(view.name().key() + ": " + Message.text(view.name().key() + ".menu.tip")));
    }
}
