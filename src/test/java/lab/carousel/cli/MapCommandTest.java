package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.task.DrawnKind;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.task.drawn.RandomGap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MapCommandTest extends CommandInFolder {

    private static final String NETWORK = "src/test/resources/lab/carousel/study/map/gradient.safetensors";

    @BeforeEach
    void writeTutorial() {
        ExperimentFile.write(folder.resolve("it.carousel"), Experiment.reference());
    }

    @Test
    void drawsTheStatesOfANetworkAndWritesThem() throws IOException {
        assertThat(run("map @it.carousel --network %s --svg @map.svg --csv @map.csv", NETWORK))
                .isZero();
        assertThat(carousel.engines).isEmpty();
        assertThat(carousel.output)
                .startsWith(
                        """
                        8 states: pc1 (51.3 % of the variance), pc2 (20.7 % of the variance), pc3 (17.4 % of the variance).
                        The two paths to the fork after 0 1 2 separate at the symbol and stay apart until the fork. \
                        Separation at each step: 3|4: 0.190; 0: 0.310; 1: 0.564; 2: 0.922.
                        """);
        List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
        assertThat(lines).hasSize(9);
        assertThat(lines.get(0))
                .startsWith("sequence,step,symbol,pc1,pc2,pc3,h1,h2,")
                .endsWith(",c19,c20");
        assertThat(lines.get(1)).startsWith("1,1,3,-3.42067723752");
        assertThat(lines.get(8)).startsWith("2,4,2,");
        assertThat(lines).allMatch(line -> line.split(",").length == 46);
        assertThat(Files.readString(folder.resolve("map.svg")))
                .contains("<svg", "pc1 (51.3 % of the variance)", "pc2 (20.7 % of the variance)");
    }

    @Test
    void writesTheAutomatonOfANetworkForGraphviz() throws IOException {
        assertThat(run("map @it.carousel --network %s --automaton @it.dot", NETWORK))
                .isZero();
        assertThat(carousel.output)
                .contains(
                        "Automaton: the task has 9 states, the network 9. The network keeps apart all beginnings that the"
                                + " task keeps apart. True only of the 217 words asked (");
        assertThat(Files.readString(folder.resolve("it.dot")))
                .startsWith("digraph automaton {\n")
                .contains("  start -> 0;\n", "  0 -> 1 [label=\"3\"];\n", "  7 [label=\"3\"];\n");
        ExperimentFile.write(
                folder.resolve("it.carousel"),
                new Experiment(Task.drawn(RandomGap.of(4)), Hyperparameters.reference(), EngineName.KERNEL));
        assertRefused("only a listed task has an automaton", "map @it.carousel --automaton @other.dot");
        assertThat(folder.resolve("other.dot")).doesNotExist();
        assertThat(carousel.engines).isEmpty();
    }

    @Test
    void drawsTheStatesOfEveryDrawnKind() throws IOException {
        for (DrawnKind kind : DrawnTasks.someKinds().toList()) {
            int[] least = kind.parameters().stream()
                    .mapToInt(each -> Math.max(each.least(), 3))
                    .toArray();
            Experiment drawn = new Experiment(
                    Task.drawn(DrawnTask.of(kind, least)),
                    Hyperparameters.reference()
                            .with(Settings.HIDDEN_UNITS, 2)
                            .with(Settings.OUTPUT, kind.isOfNumbers() ? Output.LINEAR : Output.SIGMOID),
                    EngineName.KERNEL);
            ExperimentFile.write(folder.resolve("it.carousel"), drawn);
            Files.write(folder.resolve("it.npz"), ModelFormat.NPZ.bytes(drawn, InitialParameters.of(drawn)));
            assertThat(run("map @it.carousel --network @it.npz --svg @it.svg --csv @it.csv"))
                    .as(kind.name() + carousel.errors)
                    .isZero();
            assertThat(carousel.output).contains(" states: pc1 (").doesNotContain("NaN", "null", "{");
            assertThat(Files.readString(folder.resolve("it.csv")))
                    .contains("\n1,1,")
                    .doesNotContain("NaN", "null");
            assertThat(Files.readString(folder.resolve("it.svg"))).doesNotContain("NaN");
            Files.delete(folder.resolve("it.svg"));
            Files.delete(folder.resolve("it.csv"));
            assertRefused("only a listed task has an automaton", "map @it.carousel --automaton @other.dot");
        }
    }

    @Test
    void trainsAnExperimentWithoutANetworkFirst() {
        assertThat(run("map @it.carousel")).isZero();
        assertThat(carousel.engines).containsExactly(EngineName.KERNEL);
        assertThat(carousel.output).startsWith("8 states: ").contains("The two paths to the fork after 0 1 2");
    }

    @Test
    void namesNoMoreAxesThanAStateHas() {
        Experiment one = Experiment.reference().with(settings -> settings.with(Settings.CELL, Cell.RECURRENT)
                .with(Settings.HIDDEN_UNITS, 1)
                .with(Settings.EPOCHS, 1));
        ExperimentFile.write(folder.resolve("one.carousel"), one);
        assertThat(run("map @one.carousel --quiet")).isZero();
        assertThat(carousel.output).startsWith("8 states: pc1 (100 % of the variance).\n");
    }

    @Test
    void ofADrawnTaskItWritesTheTestsAndTheirTwins() throws IOException {
        Task drawn = Task.drawn(RandomGap.of(4));
        Hyperparameters few = Hyperparameters.reference()
                .with(Settings.CELL, Cell.GRU)
                .with(Settings.HIDDEN_UNITS, 2)
                .with(Settings.EPOCHS, 0);
        ExperimentFile.write(folder.resolve("it.carousel"), new Experiment(drawn, few, EngineName.KERNEL));
        assertThat(run("map @it.carousel --csv @map.csv --svg @map.png")).isZero();
        assertThat(folder.resolve("map.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
        List<String> lines = Files.readAllLines(folder.resolve("map.csv"));
        assertThat(lines).hasSize(1 + 200 * 2 * 4);
        assertThat(lines.get(0)).isEqualTo("sequence,step,symbol,twin,pc1,pc2,pc3,h1,h2");
        assertThat(lines.get(5)).startsWith("1,1,").contains(",1,");
    }

    @Test
    void refusesWhatCannotBeMappedAndWritesNothing() {
        assertRefused("FILE needs a value", "map");
        assertRefused("nowhere.carousel", "map @nowhere.carousel --csv @map.csv");
        assertRefused("--csv", "map @it.carousel --csv @it.carousel");
        assertRefused("--csv", "map @it.carousel --svg @one.csv --csv @one.csv");
        assertRefused("must end in .svg or .png", "map @it.carousel --svg @one.pdf");
        assertRefused("nowhere.npz", "map @it.carousel --network @nowhere.npz --csv @map.csv");
        assertThat(carousel.engines).isEmpty();
        ExperimentFile.write(
                folder.resolve("it.carousel"), Experiment.reference().with(all -> all.with(Settings.CELL, Cell.DENSE)));
        assertRefused("A dense layer has no state", "map @it.carousel --csv @map.csv");
        assertThat(folder.resolve("map.csv")).doesNotExist();
        assertThat(folder.resolve("one.csv")).doesNotExist();
    }

    @Test
    void refusesANetworkOfAnotherTask() {
        ExperimentFile.write(
                folder.resolve("it.carousel"),
                new Experiment(Task.parse("a b", "a b a"), Hyperparameters.reference(), EngineName.KERNEL));
        assertRefused("the task has 2 symbols", "map @it.carousel --network %s --svg @map.svg", Path.of(NETWORK));
        assertThat(folder.resolve("map.svg")).doesNotExist();
    }
}
