package lab.carousel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import lab.carousel.engine.Engine;
import lab.carousel.engine.Trainer;
import lab.carousel.engine.dl4j.Dl4jEngine;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.ExperimentFile;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Parameters;
import lab.carousel.task.Task;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a user does in the window, with Deeplearning4j behind it. */
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    private final AnsweringDialogs dialogs = new AnsweringDialogs();
    private volatile Engine engine = new Dl4jEngine();
    /** The engine that the window asked for last. */
    private final AtomicReference<EngineName> asked = new AtomicReference<>();

    private MainWindow window;
    private AnimationTimer pulse;

    /** Answers in the user's place. */
    private static final class AnsweringDialogs implements FileDialogs {
        private Path answer;
        private Changes changes = Changes.GIVE_UP;

        @Override
        public Optional<Path> chooseExperiment() {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> chooseTarget(String name, String extension, String kind) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Changes askAboutChanges() {
            return changes;
        }
    }

    @Start
    void show(Stage stage) {
        Theme.loadFonts();
        Theme.LIGHT.apply();
        window = new MainWindow(this::choose, dialogs, Experiment.reference());
        stage.setScene(new Scene(window, 1280, 800));
        stage.show();
        pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                window.pulse();
            }
        };
        pulse.start();
    }

    /** Makes a run with the engine of the test at the time when it starts. */
    private Engine choose(EngineName name) {
        asked.set(name);
        return new Engine() {
            @Override
            public EngineName name() {
                return name;
            }

            @Override
            public Trainer start(Experiment experiment, Parameters initial) {
                return engine.start(experiment, initial);
            }
        };
    }

    @AfterEach
    void close() {
        pulse.stop();
        WaitForAsyncUtils.asyncFx(window::close);
    }

    @Test
    void startsOnTheReferenceReadyToTrain(FxRobot robot) throws TimeoutException {
        await(() -> text(robot, "place").equals("ready"));
        assertThat(text(robot, "epoch")).isEqualTo("0 of 250 epochs");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("20");
        assertThat(text(robot, "presets")).isEqualTo("The tutorial (reference)");
        assertThat(text(robot, "recall")).matches("\\d of 8");
        await(() -> !robot.lookup(".prediction").queryAll().isEmpty());
        assertThat(((ListView<?>) find(robot, "predictionList")).getItems()).hasSize(10);
    }

    @Test
    void trainsPausesAndSteps(FxRobot robot) throws TimeoutException {
        String lossBefore = awaitText(robot, "loss");
        int[] heatmapBefore = awaitHeatmap(robot);
        robot.clickOn("#play");
        await(() -> epoch(robot) >= 2);
        robot.clickOn("#play");
        await(() -> !window.isTraining());
        assertThat(text(robot, "loss")).isNotEqualTo(lossBefore);
        await(() -> !Arrays.equals(heatmap(robot), heatmapBefore));
        await(() -> !find(robot, "lossEmpty").isVisible());

        long updates = window.updates();
        robot.clickOn("#step");
        await(() -> window.updates() == updates + 1);
        int epoch = epoch(robot);
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == epoch + 1 && !window.isTraining());
        assertThat(window.updates()).isEqualTo((epoch + 1) * 8L);
        robot.clickOn("#reset");
        await(() -> epoch(robot) == 0 && text(robot, "loss").equals(lossBefore));
    }

    @Test
    void typedSequencesAreTrained(FxRobot robot) throws TimeoutException {
        type(robot, "sequenceField1", "4 0 1 2 3");
        await(() -> text(robot, "verdict").equals("needs no memory"));
        type(robot, "sequenceField1", "4 0 1 2 4 0");
        robot.clickOn("#play");
        await(() -> window.updates() >= 9);
        assertThat(text(robot, "recall")).endsWith("of 9");
        robot.clickOn("#play");
    }

    @Test
    void anInvalidTaskIsNotTrained(FxRobot robot) throws TimeoutException {
        type(robot, "sequenceField0", "3 0 7");
        await(() -> find(robot, "play").isDisabled() && find(robot, "step").isDisabled());
        type(robot, "sequenceField0", "3 0 4");
        await(() -> !find(robot, "play").isDisabled());
    }

    @Test
    void aHyperparameterOutOfBoundsIsToldAtItsPlace(FxRobot robot) throws TimeoutException {
        type(robot, "hiddenUnits", "0");
        assertThat(text(robot, "hiddenUnitsProblem"))
                .isEqualTo("The number of hidden units must be a whole number from 1 to 512.");
        await(() -> find(robot, "play").isDisabled());
        double problemTop = find(robot, "hiddenUnitsProblem").localToScene(0, 0).getY();
        assertThat(problemTop)
                .isGreaterThan(find(robot, "hiddenUnits").localToScene(0, 0).getY())
                .isLessThan(find(robot, "learningRate").localToScene(0, 0).getY());
        type(robot, "hiddenUnits", "3");
        assertThat(find(robot, "hiddenUnitsProblem").isVisible()).isFalse();
        type(robot, "batchSize", "5");
        assertThat(text(robot, "batchSizeProblem"))
                .startsWith("The batch size 5 is larger than the longest sequence, which has 4 steps");
    }

    @Test
    void theLearningRateChangesWhileRunningAndTheRestOffersARestart(FxRobot robot) throws TimeoutException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !window.isTraining());
        type(robot, "learningRate", "0.01");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(find(robot, "notice").isVisible()).isFalse();
        type(robot, "hiddenUnits", "8");
        await(() -> find(robot, "notice").isVisible());
        assertThat(text(robot, "noticeWords")).isEqualTo("This takes effect when the run starts anew.");
        assertThat(epoch(robot)).isEqualTo(1);
        robot.interact(() -> ((Button) find(robot, "noticeAction")).fire());
        await(() -> window.snapshot().orElseThrow().parameters().layout().units() == 8 && epoch(robot) >= 1);
        assertThat(find(robot, "notice").isVisible()).isFalse();
        robot.clickOn("#play");
    }

    @Test
    void anotherEngineIsAnEditLikeAnyOther(FxRobot robot) throws TimeoutException {
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.DL4J);
        robot.interact(() -> select(robot, "engine", 1));
        await(() -> asked.get() == EngineName.KERNEL);
        assertThat(find(robot, "notice").isVisible()).isFalse();
        assertThat(window.titleProperty().getValue()).contains("(changed)");
        engine = new KernelEngine();
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !window.isTraining());
        robot.interact(() -> select(robot, "engine", 0));
        await(() -> find(robot, "notice").isVisible());
        assertThat(text(robot, "noticeWords")).isEqualTo("This takes effect when the run starts anew.");
        robot.interact(() -> select(robot, "engine", 1));
        await(() -> !find(robot, "notice").isVisible());
        assertThat(epoch(robot)).isEqualTo(1);
        assertThat(asked.get()).isEqualTo(EngineName.KERNEL);
    }

    @Test
    void aFileBringsItsEngineAndAPresetKeepsIt(FxRobot robot) throws TimeoutException {
        Experiment reference = Experiment.reference();
        open(robot, new Experiment(reference.task(), reference.hyperparameters().withSeed(4), EngineName.KERNEL));
        await(() -> asked.get() == EngineName.KERNEL && text(robot, "seed").equals("4"));
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.KERNEL);
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        await(() -> text(robot, "presets").equals("Softmax output") && text(robot, "seed").equals("1"));
        assertThat(((ComboBox<?>) find(robot, "engine")).getValue()).isEqualTo(EngineName.KERNEL);
    }

    @Test
    void aRunThatDivergesSaysWhereAndKeepsTheLastGoodState(FxRobot robot) throws TimeoutException {
        engine = new DivergingEngine(9);
        robot.clickOn("#play");
        await(() -> text(robot, "place").equals("diverged"));
        assertThat(text(robot, "noticeWords"))
                .startsWith("The run diverged in epoch 2, at step 1 of sequence 1: the loss is no number any more.");
        assertThat(window.snapshot().orElseThrow().position().epoch()).isEqualTo(1);
        assertThat(window.snapshot().orElseThrow().evaluation().isFinite()).isTrue();
    }

    @Test
    void choosingAPresetShowsIt(FxRobot robot) throws TimeoutException {
        robot.interact(() -> item(robot, "presets", "preset-gradientThroughTime").fire());
        await(() -> text(robot, "epoch").equals("0 of 500 epochs"));
        assertThat(find(robot, "updateInterval").isDisabled()).isTrue();
        robot.interact(() -> item(robot, "presets", "preset-letters").fire());
        await(() -> text(robot, "sequenceField0").equals("x a b c x"));
        assertThat(text(robot, "epoch")).isEqualTo("0 of 250 epochs");
    }

    @Test
    void savesAndOpensAgain(FxRobot robot) throws TimeoutException, IOException {
        dialogs.answer = folder.resolve("mine.carousel");
        type(robot, "sequenceField0", "3 0 1 2 3 0");
        type(robot, "seed", "77");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(dialogs.answer).content().contains("\"seed\": 77").contains("3 0 1 2 3 0");
        assertThat(window.titleProperty().getValue()).isEqualTo("mine.carousel – Carousel");
        type(robot, "seed", "78");
        assertThat(window.titleProperty().getValue()).isEqualTo("mine.carousel (changed) – Carousel");
        robot.interact(() -> item(robot, "fileMenu", "open").fire());
        await(() -> text(robot, "seed").equals("77"));
        assertThat(text(robot, "noticeWords")).isEqualTo("Opened mine.carousel.");
    }

    @Test
    void aDamagedFileIsToldAndChangesNothing(FxRobot robot) throws IOException {
        dialogs.answer = Files.writeString(folder.resolve("broken.carousel"), "{ \"format\": ");
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "fileMenu", "open").fire());
        assertThat(text(robot, "noticeWords")).contains("broken.carousel");
        assertThat(text(robot, "seed")).isEqualTo("5");
    }

    @Test
    void changesAreNotLostWithoutTheUsersWord(FxRobot robot) {
        dialogs.changes = FileDialogs.Changes.KEEP_EDITING;
        type(robot, "seed", "5");
        assertThat(window.mayClose()).isFalse();
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "seed")).isEqualTo("5");
        assertThat(text(robot, "presets")).isEqualTo("own experiment");
    }

    @Test
    void changesCanBeSavedOnTheWay(FxRobot robot) {
        dialogs.changes = FileDialogs.Changes.SAVE;
        dialogs.answer = folder.resolve("kept.carousel");
        type(robot, "seed", "5");
        robot.interact(() -> item(robot, "presets", "preset-softmax").fire());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(dialogs.answer).content().contains("\"seed\": 5");
        assertThat(text(robot, "presets")).isEqualTo("Softmax output");
        assertThat(text(robot, "seed")).isEqualTo("1");
    }

    @Test
    void theOfferToRestartStandsUnderOtherNotices(FxRobot robot) throws TimeoutException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !window.isTraining());
        type(robot, "seed", "5");
        dialogs.answer = folder.resolve("mine.carousel");
        robot.interact(() -> item(robot, "fileMenu", "save").fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("Saved mine.carousel.");
        robot.interact(() -> ((Button) find(robot, "noticeClose")).fire());
        assertThat(text(robot, "noticeWords")).isEqualTo("This takes effect when the run starts anew.");
        robot.interact(() -> ((Button) find(robot, "noticeClose")).fire());
        assertThat(find(robot, "notice").isVisible()).isFalse();
    }

    @Test
    void exportsPicturesNumbersAndTheNetwork(FxRobot robot) throws TimeoutException, IOException {
        robot.clickOn("#epochOnce");
        await(() -> epoch(robot) == 1 && !window.isTraining());
        awaitHeatmap(robot);
        Path svg = export(robot, "loss-svg", "loss.svg");
        assertThat(svg).content().contains("<svg").contains("memoryless floor").doesNotContain("<image");
        Path csv = export(robot, "loss-csv", "loss.csv");
        assertThat(Files.readAllLines(csv)).hasSize(2).element(0).isEqualTo("epoch,loss,recall,margin,loss_1,loss_2");
        assertThat(Files.readAllLines(csv).get(1))
                .startsWith("1," + window.snapshot().orElseThrow().evaluation().loss());
        assertThat(export(robot, "state-svg", "state.svg")).content().contains("<text").contains("Sequence 2");
        assertThat(Files.readAllLines(export(robot, "state-csv", "state.csv"))).hasSize(9);
        var one = ImageIO.read(export(robot, "state-png-1", "one.png").toFile());
        var four = ImageIO.read(export(robot, "state-png-4", "four.png").toFile());
        assertThat(four.getWidth()).isEqualTo(4 * one.getWidth());
        assertThat(export(robot, "exportModel", "network.zip")).isNotEmptyFile();
    }

    @Test
    void panelsCanBeHidden(FxRobot robot) {
        setSelected(robot, "view-predictions", false);
        assertThat(robot.lookup("#predictions").tryQuery()).isEmpty();
        setSelected(robot, "view-loss", false);
        assertThat(robot.lookup("#lossView").tryQuery()).isEmpty();
        setSelected(robot, "view-loss", true);
        assertThat(robot.lookup("#lossView").tryQuery()).isPresent();
    }

    @Test
    void functionKeysWorkFromEverywhere(FxRobot robot) throws TimeoutException {
        robot.clickOn("#hiddenUnits").push(KeyCode.F7);
        await(() -> epoch(robot) == 1 && !window.isTraining());
        robot.push(KeyCode.F8);
        await(() -> epoch(robot) == 0);
    }

    @Test
    void aTaskOfManySequencesCanBeOpenedAndEdited(FxRobot robot) throws TimeoutException {
        String[] sequences = new String[200];
        Arrays.setAll(sequences, s -> s % 2 == 0 ? "3 0 1 2 3".repeat(20).replace("33", "3 3") : "4 0 1 2 4");
        open(robot, new Experiment(
                Task.parse("0 1 2 3 4", sequences),
                Experiment.reference().hyperparameters(),
                Experiment.reference().engine()));
        await(() -> text(robot, "recall").endsWith("of 10,300"));
        type(robot, "seed", "9");
        assertThat(window.titleProperty().getValue()).contains("(changed)");
    }

    private void open(FxRobot robot, Experiment experiment) {
        Path file = folder.resolve("given.carousel");
        ExperimentFile.write(file, experiment);
        robot.interact(() -> window.open(file));
    }

    private Path export(FxRobot robot, String item, String name) throws TimeoutException {
        dialogs.answer = folder.resolve(name);
        robot.interact(() -> item(robot, "exportMenu", item).fire());
        await(() -> Files.exists(dialogs.answer));
        return dialogs.answer;
    }

    /** Types into a field, wherever the panel is scrolled to. */
    private static void type(FxRobot robot, String id, String words) {
        robot.interact(() -> {
            TextInputControl field = (TextInputControl) find(robot, id);
            field.requestFocus();
            field.clear();
        });
        robot.write(words, 0);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private static void select(FxRobot robot, String id, int index) {
        ((ComboBox<Object>) find(robot, id)).getSelectionModel().select(index);
    }

    private static void setSelected(FxRobot robot, String id, boolean selected) {
        robot.interact(() -> ((CheckMenuItem) item(robot, "viewMenu", id)).setSelected(selected));
    }

    private static MenuItem item(FxRobot robot, String menu, String id) {
        return all(((MenuButton) find(robot, menu)).getItems())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MenuItem> all(List<MenuItem> items) {
        return items.stream().flatMap(item -> item instanceof Menu menu ? all(menu.getItems()) : Stream.of(item));
    }

    private static Node find(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    private static String text(FxRobot robot, String id) {
        Node node = find(robot, id);
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    private static int epoch(FxRobot robot) {
        return Integer.parseInt(text(robot, "epoch").split(" ")[0]);
    }

    private static String awaitText(FxRobot robot, String id) throws TimeoutException {
        await(() -> !((Label) find(robot, id)).getText().equals("–"));
        return text(robot, id);
    }

    private static int[] awaitHeatmap(FxRobot robot) throws TimeoutException {
        await(() -> ((ImageView) find(robot, "stateCells")).getImage() != null);
        return heatmap(robot);
    }

    private static int[] heatmap(FxRobot robot) {
        var image = ((ImageView) find(robot, "stateCells")).getImage();
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
