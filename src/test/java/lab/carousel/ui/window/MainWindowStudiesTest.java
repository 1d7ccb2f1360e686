package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import lab.carousel.cli.StudyRunner;
import lab.carousel.file.study.StudyFile;
import lab.carousel.model.Experiment;
import lab.carousel.study.many.Plan;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** Studies in the window: every kind of them, small. */
class MainWindowStudiesTest extends MainWindowFixture {

    private static final String HEAD = "{\"format\": \"carousel study\", \"version\": 1, ";

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) find(robot, id)).fire());
    }

    private static void choose(FxRobot robot, String study) {
        robot.interact(() -> ((ToggleButton) find(robot, "study-" + study)).fire());
    }

    private static void showStudies(FxRobot robot) {
        robot.interact(() -> ((ToggleButton) find(robot, "showStudies")).fire());
    }

    private static boolean canRun(FxRobot robot) {
        return !find(robot, "runStudy").isDisabled();
    }

    /** Runs what is chosen to its end, and waits until all of it is on the screen. */
    private static void run(FxRobot robot, int runs) throws TimeoutException {
        await(() -> canRun(robot));
        press(robot, "runStudy");
        await(() -> text(robot, "studyProgress").startsWith("all " + runs + " runs are done"));
        awaitRows(robot, runs);
    }

    /** The findings follow a moment after the progress: the variations tell how many runs they count. */
    private static void awaitRows(FxRobot robot, int runs) throws TimeoutException {
        await(() -> cells(robot, "cells", "Runs").stream()
                        .mapToInt(Integer::parseInt)
                        .sum()
                == runs);
    }

    private Path open(FxRobot robot, String study) throws IOException {
        dialogs.answer = Files.writeString(folder.resolve("study.json"), HEAD + study + "}");
        press(robot, "openStudy");
        return dialogs.answer;
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> table(FxRobot robot, String id) {
        return (TableView<Object>) robot.lookup("#" + id).queryAllAs(Node.class).stream()
                .filter(TableView.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static TableColumn<Object, ?> column(FxRobot robot, String table, String title) {
        return table(robot, table).getColumns().stream()
                .filter(column -> ((Label) column.getGraphic()).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The words in a column, from above. */
    private static List<String> cells(FxRobot robot, String table, String title) {
        TableView<Object> shown = table(robot, table);
        if (shown.getColumns().isEmpty()) {
            return List.of();
        }
        TableColumn<Object, ?> column = column(robot, table, title);
        return Stream.iterate(0, row -> row + 1)
                .limit(shown.getItems().size())
                .map(row -> column.getCellData((int) row).toString().replaceAll(".*words=(.*)]", "$1"))
                .toList();
    }

    private static boolean isDrawn(FxRobot robot, String picture) {
        Node view = robot.lookup("#picture-" + picture).query();
        return view.lookupAll("ImageView").stream().anyMatch(image -> ((ImageView) image).getImage() != null);
    }

    private byte[] exported(FxRobot robot, String item, String name) throws TimeoutException, IOException {
        dialogs.answer = folder.resolve(name);
        robot.interact(() -> item(robot, "studyExport", item).fire());
        await(() -> Files.exists(dialogs.answer));
        return Files.readAllBytes(dialogs.answer);
    }

    @Test
    void writesTheSameResultsAsTheCommandLine(FxRobot robot) throws Exception {
        showStudies(robot);
        Path study = open(
                robot,
                "\"question\": \"race\", \"seeds\": 3, \"experiment\": {\"hyperparameters\": {\"epochs\": 20}},"
                        + "\"axes\": [{\"name\": \"cell\", \"values\": [\"lstm\", \"dense\"]}]");
        run(robot, 6);
        byte[] results = exported(robot, "study-results", "results.csv");
        byte[] summary = exported(robot, "study-summary", "summary.csv");
        exported(robot, "study-file", "again.json");
        assertThat(Plan.of(StudyFile.read(folder.resolve("again.json"))).runs()).isEqualTo(6);
        StringWriter said = new StringWriter();
        Path out = folder.resolve("out");
        int status = StudyRunner.run(
                new PrintWriter(said), "study", study.toString(), "--out", out.toString(), "--threads", "1");
        assertThat(status).as(said.toString()).isZero();
        assertThat(results).isEqualTo(Files.readAllBytes(out.resolve("results.csv")));
        assertThat(summary).isEqualTo(Files.readAllBytes(out.resolve("summary.csv")));
        assertThat(isDrawn(robot, "race")).isTrue();
        assertThat(exported(robot, "study-race-svg", "race.svg")).isNotEmpty();
        assertThat(new String(exported(robot, "study-race-csv", "race.csv")))
                .startsWith("line,x,value,low,high\nlstm,1,");
    }

    @Test
    void runsTheTutorialManyTimes(FxRobot robot) throws Exception {
        robot.interact(() -> robot.push(KeyCode.F11));
        assertThat(text(robot, "studyTitle")).isEqualTo("The tutorial, many times");
        type(robot, "studySeeds", "4");
        run(robot, 4);
        assertThat(cells(robot, "cells", "Remembers")).containsExactly("0 % (0–49)");
        robot.interact(() -> ((ToggleButton) find(robot, "show-runs")).fire());
        assertThat(cells(robot, "runs", "Seed")).first().isEqualTo("1");
        assertThat(cells(robot, "runs", "In the end"))
                .isSubsetOf("not yet", "right by luck")
                .hasSize(4);
        assertThat(find(robot, "openThisOne").isDisabled()).isTrue();
        String seed = cells(robot, "runs", "Seed").get(2);
        String right = cells(robot, "runs", "Right").get(2);
        robot.interact(() -> table(robot, "runs").getSelectionModel().select(2));
        press(robot, "openThisOne");
        assertThat(text(robot, "seed")).isEqualTo(seed);
        assertThat(find(robot, "studies").isVisible()).isFalse();
        press(robot, "play");
        await(() -> text(robot, "place").equals("finished"));
        await(() -> awaitText(robot, "recall").equals(right));
    }

    @Test
    void sortsAndOpensARunByKey(FxRobot robot) throws Exception {
        showStudies(robot);
        open(
                robot,
                "\"question\": \"seeds\", \"seeds\": 3,"
                        + " \"experiment\": {\"hyperparameters\": {\"epochs\": 5, \"seed\": 77}}");
        run(robot, 3);
        robot.interact(() -> ((ToggleButton) find(robot, "show-runs")).fire());
        TableView<Object> runs = table(robot, "runs");
        int seed = runs.getColumns().indexOf(column(robot, "runs", "Seed"));
        robot.interact(runs::requestFocus);
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        List<String> upwards = cells(robot, "runs", "Seed");
        assertThat(upwards.stream().map(Long::valueOf)).isSorted().startsWith(77L);
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        assertThat(cells(robot, "runs", "Seed")).containsExactly(upwards.get(2), upwards.get(1), upwards.get(0));
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        assertThat(runs.getSortOrder()).isEmpty();
        robot.interact(() -> ((ToggleButton) find(robot, "choose-margins")).fire());
        await(() -> isDrawn(robot, "margins"));
        Node picture = find(robot, "picture-margins");
        robot.interact(picture::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(text(robot, "picture-marginsWords")).startsWith("All runs: run ");
        assertThat(picture.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString())
                .startsWith(text(robot, "picture-marginsWords") + ". ")
                .contains("All runs: 3 runs from ");
        robot.push(KeyCode.ENTER);
        await(() -> upwards.contains(text(robot, "seed")));
    }

    @Test
    void opensARunThatIsClickedInTheMargins(FxRobot robot) throws Exception {
        showStudies(robot);
        open(
                robot,
                "\"question\": \"seeds\", \"seeds\": 1,"
                        + " \"experiment\": {\"hyperparameters\": {\"epochs\": 5, \"seed\": 77}}");
        run(robot, 1);
        robot.interact(() -> ((ToggleButton) find(robot, "choose-margins")).fire());
        await(() -> isDrawn(robot, "margins"));
        Node view = find(robot, "picture-margins");
        robot.moveTo(view.localToScreen(dot(((ImageView) view.lookup("ImageView")).getImage())));
        assertThat(text(robot, "picture-marginsWords")).startsWith("All runs: run 1: ");
        robot.clickOn();
        await(() -> text(robot, "seed").equals("77"));
    }

    /** The middle of the only thing in the picture that is blue. */
    private static Point2D dot(Image image) {
        List<Point2D> blue = new ArrayList<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = image.getPixelReader().getColor(x, y);
                if (colour.getBlue() - colour.getRed() > 0.2) {
                    blue.add(new Point2D(x, y));
                }
            }
        }
        return blue.get(blue.size() / 2);
    }

    @Test
    void tunesTheCurrentExperiment(FxRobot robot) throws Exception {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().withEpochs(3).withSeed(5)));
        showStudies(robot);
        choose(robot, "own");
        assertThat(text(robot, "studyBase")).contains("20 units, 3 epochs", "seed 5");
        type(robot, "studySeeds", "2");
        vary(robot, 1, "hiddenUnits", "2, 4, x");
        assertThat(text(robot, "axisValues1Problem")).contains("hiddenUnits=x");
        assertThat(canRun(robot)).isFalse();
        type(robot, "axisValues1", "2, 4");
        vary(robot, 2, "learningRate", "0,01; 0,1; 1");
        run(robot, 12);
        assertThat(cells(robot, "cells", "Hidden units")).containsExactly("2", "2", "2", "4", "4", "4");
        assertThat(cells(robot, "cells", "Learning rate")).containsExactly("0.01", "0.1", "1", "0.01", "0.1", "1");
        robot.interact(() -> {
            TableColumn<Object, ?> rate = column(robot, "cells", "Learning rate");
            rate.setSortType(TableColumn.SortType.DESCENDING);
            table(robot, "cells").getSortOrder().setAll(List.of(rate));
        });
        assertThat(cells(robot, "cells", "Learning rate")).containsExactly("1", "1", "0.1", "0.1", "0.01", "0.01");
        robot.interact(() -> table(robot, "cells").getSelectionModel().select(1));
        press(robot, "openThisOne");
        assertThat(text(robot, "hiddenUnits")).isEqualTo("4");
        assertThat(text(robot, "learningRate")).isEqualTo("1");
    }

    private static void vary(FxRobot robot, int axis, String name, String values) {
        robot.interact(() -> combo(robot, "axisName" + axis).setValue(name));
        type(robot, "axisValues" + axis, values);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Object> combo(FxRobot robot, String id) {
        return (ComboBox<Object>) find(robot, id);
    }

    @Test
    void aSessionShowsThemInAnotherWindowWithoutTraining(FxRobot robot) throws Exception {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().withEpochs(3)));
        showStudies(robot);
        Path opened = open(
                robot,
                "\"question\": \"seeds\", \"seeds\": 2," + " \"experiment\": {\"hyperparameters\": {\"epochs\": 2}}");
        choose(robot, "manyseeds");
        type(robot, "studySeeds", "2");
        run(robot, 2);
        choose(robot, "own");
        vary(robot, 1, "hiddenUnits", "2, 4");
        type(robot, "studySeeds", "3");
        run(robot, 6);
        List<String> losses = cells(robot, "cells", "Loss");
        dialogs.answer = folder.resolve("studies.carousel-session");
        robot.interact(() -> item(robot, "fileMenu", "saveSession").fire());
        Path session = dialogs.answer;
        close();
        robot.interact(this::show);
        engine = new DivergingEngine(0);
        robot.interact(() -> window.open(session));
        await(() -> find(robot, "studies").isVisible());
        assertThat(text(robot, "studyTitle")).startsWith("From the current experiment");
        assertThat(text(robot, "studySeeds")).isEqualTo("3");
        assertThat(text(robot, "axisValues1")).isEqualTo("2, 4");
        assertThat(text(robot, "studyProgress")).startsWith("all 6 runs are done");
        awaitRows(robot, 6);
        assertThat(cells(robot, "cells", "Loss")).isEqualTo(losses);
        await(() -> isDrawn(robot, "heatmap"));
        choose(robot, "manyseeds");
        awaitRows(robot, 2);
        // No selector can have its slashes
        String fromFile = "study-" + opened.toString().toLowerCase(Locale.ROOT);
        robot.interact(() -> ((ToggleButton) robot.lookup((Node node) -> fromFile.equals(node.getId()))
                        .query())
                .fire());
        assertThat(text(robot, "studySeeds")).isEqualTo("2");
        assertThat(text(robot, "studyProgress")).isEmpty();
    }

    @Test
    void searchesAtRandomAndSaysWhatCannotBe(FxRobot robot) throws Exception {
        Experiment reference = Experiment.reference();
        open(robot, reference.with(reference.hyperparameters().withEpochs(1)));
        showStudies(robot);
        choose(robot, "own");
        type(robot, "studySeeds", "2");
        robot.interact(() -> combo(robot, "axisName1").setValue("learningRate"));
        robot.interact(() -> ((CheckBox) find(robot, "ownRandom")).fire());
        type(robot, "axisFrom1", "0.1");
        type(robot, "axisTo1", "0.01");
        assertThat(text(robot, "axisTo1Problem")).endsWith("The least value of a range must be below its largest.");
        assertThat(canRun(robot)).isFalse();
        type(robot, "axisTo1", "0.3");
        type(robot, "ownDraws", "3");
        run(robot, 6);
        assertThat(cells(robot, "cells", "Learning rate"))
                .hasSize(3)
                .allSatisfy(rate -> assertThat(Double.parseDouble(rate)).isBetween(0.1, 0.3));
        type(robot, "studySeeds", "1000000");
        await(() -> text(robot, "studyProblem").startsWith("That would be 3,000,000 runs"));
        assertThat(canRun(robot)).isFalse();
    }

    @Test
    void showsASpanAndASuccess(FxRobot robot) throws Exception {
        showStudies(robot);
        open(
                robot,
                "\"question\": \"span\", \"seeds\": 2, \"experiment\": {\"hyperparameters\": {\"epochs\": 2}},"
                        + " \"axes\": [{\"name\": \"lag\", \"values\": [1, 2]}]");
        run(robot, 4);
        await(() -> isDrawn(robot, "span"));
        assertThat(cells(robot, "cells", "lag")).containsExactly("1", "2");
        choose(robot, "paper2a");
        assertThat(text(robot, "studyExplanation")).contains("Not a like-for-like comparison");
        open(
                robot,
                "\"question\": \"success\", \"seeds\": 1, \"experiment\": {"
                        + "\"task\": {\"source\": \"2a\", \"p\": 4}, \"hyperparameters\": {\"epochs\": 400,"
                        + "\"updateInterval\": \"whole sequence\", \"learningRate\": 0.02, \"output\": \"softmax\"}}");
        run(robot, 1);
        await(() -> isDrawn(robot, "success"));
        assertThat(cells(robot, "cells", "Solved")).containsExactly("100 % (21–100)");
        assertThat(Integer.parseInt(cells(robot, "cells", "Sequences").get(0))).isPositive();
        assertThat(cells(robot, "cells", "In the paper")).containsExactly("–");
    }

    @Test
    void keepsWhatWasFinishedWhenCancelledAndGoesOnInTheLab(FxRobot robot) throws Exception {
        showStudies(robot);
        type(robot, "studySeeds", "100000");
        await(() -> canRun(robot));
        press(robot, "runStudy");
        showStudies(robot);
        assertThat(find(robot, "studies").isVisible()).isFalse();
        await(() -> find(robot, "studiesProgress").isVisible());
        press(robot, "play");
        await(() -> text(robot, "place").equals("finished"));
        showStudies(robot);
        await(() -> !cells(robot, "cells", "Runs").isEmpty()
                && !cells(robot, "cells", "Runs").get(0).equals("0"));
        choose(robot, "raceunits");
        assertThat(text(robot, "studyProblem")).startsWith("Another study is being run");
        assertThat(canRun(robot)).isFalse();
        assertThat(find(robot, "cancelStudy").isDisabled()).isTrue();
        choose(robot, "manyseeds");
        press(robot, "cancelStudy");
        await(() -> text(robot, "studyProgress").startsWith("cancelled: "));
        assertThat(text(robot, "studyProgress")).endsWith(" of 100,000 runs had ended and are kept");
        String kept = text(robot, "studyProgress").split(" ")[1];
        await(() -> cells(robot, "cells", "Runs").equals(List.of(kept)));
        assertThat(find(robot, "studiesProgress").isVisible()).isFalse();
    }

    @Test
    void countsRunsThatDiverge(FxRobot robot) throws Exception {
        engine = new DivergingEngine(2);
        showStudies(robot);
        open(robot, "\"question\": \"seeds\", \"seeds\": 3");
        run(robot, 3);
        assertThat(text(robot, "studyProgress")).isEqualTo("all 3 runs are done; 3 diverged");
        assertThat(cells(robot, "cells", "Diverged")).containsExactly("100 % (44–100)");
        robot.interact(() -> ((ToggleButton) find(robot, "show-runs")).fire());
        assertThat(cells(robot, "runs", "In the end")).allMatch(end -> end.startsWith("diverged, epoch "));
    }

    @Test
    void tellsWhatIsWrongWithAFile(FxRobot robot) throws Exception {
        showStudies(robot);
        open(robot, "\"question\": \"race\", \"seeds\": 3");
        assertThat(text(robot, "noticeWords")).contains("Nothing is varied here");
        assertThat(text(robot, "studyTitle")).isEqualTo("The tutorial, many times");
    }
}
