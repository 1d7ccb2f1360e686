package lab.carousel.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cells;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Sequence;
import lab.carousel.task.Task;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesData;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.notice.Notices;
import lab.carousel.ui.project.ProjectState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that other programs saved, without any window. */
class OpenNetworkTest extends WorkspaceFixture {

    OpenNetworkTest() {
        super(Experiment.reference());
    }

    @ParameterizedTest
    @CsvSource({"GRU, SAFETENSORS", "LSTM1997, SAFETENSORS", "PEEPHOLE, NPZ"})
    void aNetworkThatTellsWhatItLearnedIsThereAtOnceAndLearnsOn(String cell, ModelFormat format) throws IOException {
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference()
                        .with(Settings.CELL, Cells.named(cell))
                        .with(Settings.SEED, 77L));
        Parameters network = InitialParameters.of(experiment);
        dialogs.answer = Files.write(folder.resolve("it" + format.ending()), format.bytes(experiment, network));
        workspace.files().openNetwork();
        assertThat(network().parameters()).isEqualTo(network);
        assertThat(network().origin()).contains(Origin.opened(network));
        assertThat(workspace.lab().runningProperty().get()).isEqualTo(experiment);
        assertThat(workspace.project().state().document().path()).isEmpty();
        trainEpoch();
        assertThat(workspace.run().updates()).isEqualTo(8);
        assertThat(network().parameters()).isNotEqualTo(network);
    }

    @Test
    void anotherOneIsAskedAboutAndShowsItsOwnOutputs() throws IOException {
        Path file = Path.of("src/test/resources/lab/carousel/file/model/keras3-lstm-1.keras");
        Task task = new Task(
                new Alphabet(List.of("a", "b", "c", "d")),
                List.of(new Sequence(List.of("c", "a", "b", "d", "b", "a"))));
        dialogs.learned = ModelFile.find(file).with(Map.of()).experiment(task);
        dialogs.answer = file;
        workspace.files().openNetwork();
        Snapshot shown = network();
        assertThat(shown.experiment().hyperparameters().get(Settings.OUTPUT)).isEqualTo(Output.SOFTMAX);
        Traces traces = Traces.of(shown.experiment(), shown.parameters(), new ColumnWindow(0, 5));
        List<String> expected = Files.readAllLines(file.resolveSibling("keras3-lstm-1.keras.csv"));
        for (int step = 0; step < 5; step++) {
            double[] outputs = Arrays.stream(expected.get(step).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(traces.outputs(step)).containsExactly(outputs, within(1e-14));
        }
    }

    @Test
    void isKeptInASessionBeforeItLearned() throws IOException {
        Experiment reference = Experiment.reference();
        dialogs.answer = Files.write(
                folder.resolve("it.npz"), ModelFormat.NPZ.bytes(reference, InitialParameters.of(reference)));
        workspace.files().openNetwork();
        Snapshot before = network();
        Path session = folder.resolve("it.carousel-session");

        SessionFile.write(session, workspace.session());

        Session read = SessionFile.read(session, broken -> {
            throw broken;
        });
        Snapshot after = read.run().orElseThrow().snapshot();
        assertThat(after.parameters()).isEqualTo(before.parameters());
        assertThat(after.origin()).isEqualTo(before.origin());
    }

    @Test
    void whatCannotBeOpenedIsToldAndChangesNothing() throws IOException {
        Snapshot before = network();
        dialogs.answer = Files.writeString(folder.resolve("it.pt"), "anything");
        workspace.files().openNetwork();
        assertThat(network().parameters()).isEqualTo(before.parameters());
        assertThat(edited()).contains(Experiment.reference());
    }

    @Test
    void ownSequencesAreTakenFromAFileAsAnEditThatCanBeUndone() throws IOException {
        Task task = new Task(new Alphabet(List.of("a", "b")), List.of(new Sequence(List.of("a", "b", "a"))));
        Experiment reference = Experiment.reference();
        dialogs.answer = Files.writeString(folder.resolve("own.csv"), "a,b,a\n");
        dialogs.learned = new Experiment(task, reference.hyperparameters(), reference.engine());
        workspace.files().takeTextFile();
        assertThat(dialogs.asked).isEqualTo("a,b,a\n");
        assertThat(edited().orElseThrow().task()).isEqualTo(task);
        workspace.project().undo();
        assertThat(edited()).contains(reference);
    }

    @Test
    void anOwnSeriesIsTakenFromAFileOrATextAsAnEditThatCanBeUndone() throws IOException {
        Experiment reference = Experiment.reference();
        double[][] values = new double[1][30];
        Arrays.setAll(values[0], t -> 1.0 / (t + 3));
        SeriesData data = new SeriesData(SeriesData.OWN, List.of("x"), values, List.of());
        Experiment own = new Experiment(
                Series.task(data, SeriesFeed.of(30)),
                reference.hyperparameters().with(Settings.OUTPUT, Output.LINEAR),
                reference.engine());
        Path file = Files.writeString(folder.resolve("own numbers.csv"), "x\n1\n2\n");
        dialogs.answer = file;
        dialogs.learned = own;
        workspace.files().takeSeriesFile();
        assertThat(dialogs.asked).isEqualTo("x\n1\n2\n");
        assertThat(edited().orElseThrow().task())
                .isEqualTo(Series.of(own.task()).orElseThrow().titled("own numbers"));
        dialogs.answer = null;
        workspace.files().saveAs();
        assertThat(dialogs.offered).as("named after the file of the numbers").isEqualTo("own numbers.carousel");
        workspace.project().undo();
        assertThat(edited()).contains(reference);

        workspace.files().saveAs();
        assertThat(dialogs.offered).isEqualTo("New experiment.carousel");

        workspace.files().takeSeries("3 1 2");
        assertThat(dialogs.asked).isEqualTo("3 1 2");
        assertThat(edited()).contains(own);

        SessionFile.write(folder.resolve("it.carousel-session"), workspace.session());
        assertThat(SessionFile.experiment(folder.resolve("it.carousel-session")))
                .isEqualTo(own);

        dialogs.learned = null;
        workspace.files().open(file);
        assertThat(dialogs.asked).as("dropped on the window").isEqualTo("x\n1\n2\n");
        assertThat(edited()).as("nobody takes it").contains(own);
    }

    @Test
    void aTextHasToWaitForWhatIsMarkedRedAndThatIsToldUntilItIsMended() {
        ProjectState valid = workspace.project().state();
        Task task = valid.task().task().orElseThrow();
        workspace.project().edit(state -> state.withListed(draft -> draft.withSequence(0, "3")));
        workspace.files().takeText("a b a");
        Notices.Notice told = workspace.notices().shownProperty().get().orElseThrow();
        assertThat(told.words()).isEqualTo(Message.text("ui.text.invalid"));
        assertThat(dialogs.asked).isEmpty();
        workspace.files().startAnew();
        assertThat(workspace.notices().shownProperty().get())
                .map(Notices.Notice::words)
                .contains(Message.text("undo.comesBack"));
    }

    @Test
    void nothingIsOpenedWhenNobodySaysWhatItLearned() {
        Snapshot before = network();
        dialogs.answer = Path.of("src/test/resources/lab/carousel/file/model/torch-lstm-1.npz");
        workspace.files().openNetwork();
        assertThat(network().parameters()).isEqualTo(before.parameters());
    }
}
