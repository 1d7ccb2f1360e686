package lab.carousel.file.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lab.carousel.file.disk.ZipContent;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.tensor.NamedTensors;
import lab.carousel.file.model.tensor.Npz;
import lab.carousel.file.model.tensor.Tensor;
import lab.carousel.file.states.StatesFile.RecordedStates;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.DrawnTasks;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatesFileTest {

    private static final int EPOCHS = 3;
    private static final int STEPS = 8;
    private static final int UNITS = 6;

    @TempDir
    private Path folder;

    /** A run of two layers, each epoch recorded. */
    private static Snapshot trained(Cell cell) {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.CELL, cell)
                        .with(Settings.LAYERS, 2)
                        .with(Settings.HIDDEN_UNITS, UNITS / 2)
                        .with(Settings.EPOCHS, EPOCHS - 1));
        return RecordedRuns.end(experiment);
    }

    @ParameterizedTest
    @MethodSource("lab.carousel.model.layout.Cells#offered")
    void arraysHaveEveryQuantityOfEveryUnitStepAndEpoch(Cell cell) throws IOException {
        Snapshot end = trained(cell);
        Path file = folder.resolve("states.npz");

        StatesFile.write(end, file);

        NamedTensors read = Npz.read(ZipContent.read(file));
        Map<String, Tensor> arrays = read.tensors();
        Traces last = Traces.of(end.experiment(), end.parameters(), ColumnWindow.START);
        for (Quantity quantity : cell.quantities()) {
            Tensor array = arrays.get(quantity.letter());
            assertThat(array.shape()).containsExactly(EPOCHS, STEPS, UNITS);
            for (int step = 0; step < STEPS; step++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    assertThat(array.values()[((EPOCHS - 1) * STEPS + step) * UNITS + unit])
                            .isEqualTo(last.value(quantity, step, unit));
                }
            }
        }
        assertThat(arrays.get("outputs").shape()).containsExactly(EPOCHS, STEPS, 5);
        assertThat(arrays.get("epoch").values()).containsExactly(0, 1, 2);
        assertThat(arrays.get("sequence").values()).containsExactly(1, 1, 1, 1, 2, 2, 2, 2);
        assertThat(arrays.get("step").values()).containsExactly(1, 2, 3, 4, 1, 2, 3, 4);
        assertThat(arrays.get("layer").values()).containsExactly(1, 1, 1, 2, 2, 2);
        assertThat(arrays.get("unit").values()).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(read.texts()).containsEntry("input", "30124012").containsEntry("alphabet", "01234");
        assertThat(ExperimentFile.parse("it", read.texts().get("carousel_experiment")))
                .isEqualTo(end.experiment());
    }

    @Test
    void theTableHasARowForEachNumber() throws IOException {
        Snapshot end = trained(Cell.LSTM);
        Path file = folder.resolve("states.csv");

        StatesFile.write(end, file);

        List<String> rows = Files.readAllLines(file);
        assertThat(rows).hasSize(1 + EPOCHS * STEPS * (6 * UNITS + 5));
        assertThat(rows.get(0)).isEqualTo("epoch,sequence,step,input,target,quantity,layer,unit,value");
        Traces last = Traces.of(end.experiment(), end.parameters(), ColumnWindow.START);
        double cellState = last.value(Quantity.CELL_STATE, 7, 4);
        assertThat(rows).contains("2,2,4,2,4,c,2,2," + FileNumber.text(cellState));
        assertThat(rows).contains("2,1,1,3,0,output,,1," + FileNumber.text(last.outputs(0)[0]));
        assertThat(rows.stream().skip(1).map(row -> row.split(",")[5]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("h", "c", "i", "f", "o", "g", "output");
    }

    /** Of adding: pairs of a number and a mark, and a sum at the last step. */
    @Test
    void numbersThatAreFedAndWantedAreWrittenAsTheyAre() throws IOException {
        DrawnTask kind = DrawnTasks.named("adding").kind();
        Experiment experiment = new Experiment(
                Task.drawn(DrawnTask.of(kind, 20)),
                Hyperparameters.reference()
                        .with(Settings.OUTPUT, Output.LINEAR)
                        .with(Settings.HIDDEN_UNITS, 1)
                        .with(Settings.EPOCHS, 0),
                EngineName.KERNEL);
        Snapshot run = RecordedRuns.end(experiment);
        Path arrays = folder.resolve("states.npz");
        Path table = folder.resolve("states.csv");

        StatesFile.write(run, arrays);
        StatesFile.write(run, table);

        Map<String, Tensor> read = Npz.read(ZipContent.read(arrays)).tensors();
        Steps first = experiment.task().encoded()[0];
        int last = first.size() - 1;
        int all = read.get("step").length(0);
        assertThat(read.get("input").shape()).containsExactly(all, 2);
        assertThat(read.get("target").shape()).containsExactly(all, 1);
        assertThat(Arrays.copyOf(read.get("input").values(), 2)).containsExactly(first.row(0));
        assertThat(read.get("target").values()[last - 1]).isNaN();
        double wanted = first.target(last).wanted(0);
        assertThat(read.get("target").values()[last]).isEqualTo(wanted);
        String fed = FileNumber.text(first.fed(last, 0)) + "," + FileNumber.text(first.fed(last, 1));
        assertThat(Files.readString(table))
                .startsWith("epoch,sequence,step,input_u,input_mark,target_y,quantity,layer,unit,value\n")
                .contains("\n0,1," + (last + 1) + "," + fed + "," + FileNumber.text(wanted) + ",output,,1,");
        assertThat(Files.readAllLines(table).get(1).split(",")[5]).isEmpty();
    }

    @Test
    void ofTooManyEpochsSomeAreLeftOutButNotTheFirstAndTheLast() {
        Snapshot end = trained(Cell.RECURRENT);
        long ofOne = STEPS * (UNITS + 5);

        assertThat(new RecordedStates(end, 2 * ofOne).epochs().stream().map(epoch -> epoch.epoch()))
                .containsExactly(0, 2);
        assertThat(new RecordedStates(end, ofOne).epochs().stream().map(epoch -> epoch.epoch()))
                .containsExactly(2);
        assertThatThrownBy(() -> new RecordedStates(end, ofOne - 1))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("An epoch has 88 numbers, but at most 87");
    }

    @Test
    void theNameDecidesWhatIsWritten() {
        assertThatThrownBy(() -> StatesFile.checkName(Path.of("states.txt")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(".npz or .csv");
    }
}
