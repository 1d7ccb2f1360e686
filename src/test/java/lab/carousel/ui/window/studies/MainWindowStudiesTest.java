package lab.carousel.ui.window.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.SpotWalk;
import lab.carousel.file.study.StudyFile;
import lab.carousel.study.many.Plan;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.drawing.DrawnFrame;
import lab.carousel.ui.robot.Frames;
import org.junit.jupiter.api.Test;

/** Studies in the window that are ready-made or from a file: every kind of them, small. */
class MainWindowStudiesTest extends StudiesFixture {

    @Test
    void theListIsThereAFrameBeforeTheStudyAndTheOwnStudyWhenItIsChosen() {
        List<String> frames = new CopyOnWriteArrayList<>();
        AnimationTimer everyFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.add(Stream.of("studyList", "studyTitle", "ownQuestion")
                        .filter(id -> window.lookup("#" + id) != null)
                        .collect(Collectors.joining(" ")));
            }
        };
        robot.interact(everyFrame::start);
        showStudies();
        await(() -> frames.contains("studyList studyTitle"));
        assertThat(frames).containsSubsequence("", "studyList", "studyList studyTitle");
        choose("own");
        await(() -> frames.contains("studyList studyTitle ownQuestion"));
        robot.interact(everyFrame::stop);
    }

    @Test
    void writesTablesThePlanAndPictures() throws Exception {
        showStudies();
        open("\"question\": \"race\", \"seeds\": 3, \"experiment\": {\"hyperparameters\": {\"epochs\": 20}},"
                + "\"axes\": [{\"name\": \"cell\", \"values\": [\"lstm\", \"dense\"]}]");
        run(6);
        assertThat(new String(exported("study-results", "results.csv"))).hasLineCount(7);
        assertThat(new String(exported("study-summary", "summary.csv"))).hasLineCount(3);
        exported("study-file", "again.json");
        assertThat(Plan.of(StudyFile.read(folder.resolve("again.json"))).runs()).isEqualTo(6);
        assertThat(isDrawn("race")).isTrue();
        assertThat(exported("study-race-svg", "race.svg")).isNotEmpty();
        assertThat(new String(exported("study-race-csv", "race.csv"))).startsWith("line,x,value,low,high\nlstm,1,");
    }

    @Test
    void runsTheTutorialManyTimes() throws Exception {
        robot.interact(() -> robot.push(KeyCode.F11));
        assertThat(text("studyTitle")).isEqualTo("The tutorial, many times");
        type("studySeeds", "4");
        run(4);
        assertThat(cells("cells", "Remembers")).containsExactly("0 % (0–49)");
        fire("show-runs");
        assertThat(cells("runs", "Seed")).first().isEqualTo("1");
        assertThat(cells("runs", "At the end")).isSubsetOf("not yet", "a trace").hasSize(4);
        assertThat(find("openThisOne").isDisabled()).isTrue();
        String seed = cells("runs", "Seed").get(2);
        String right = cells("runs", "Right").get(2);
        robot.interact(() -> table("runs").getSelectionModel().select(2));
        fire("openThisOne");
        assertThat(text("seed")).isEqualTo(seed);
        assertThat(find("studies").isVisible()).isFalse();
        fire("play");
        awaitText("place", "finished");
        awaitText("recall", right);
    }

    private void runThreeSeeds() throws Exception {
        showStudies();
        open("\"question\": \"seeds\", \"seeds\": 3,"
                + " \"experiment\": {\"hyperparameters\": {\"epochs\": 5, \"seed\": 77}}");
        run(3);
    }

    @Test
    void sortsAndOpensARunByKey() throws Exception {
        runThreeSeeds();
        fire("show-runs");
        TableView<Object> runs = table("runs");
        int seed = runs.getColumns().indexOf(column("runs", "Seed"));
        robot.interact(runs::requestFocus);
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        List<String> upwards = cells("runs", "Seed");
        assertThat(upwards.stream().map(Long::valueOf)).isSorted().startsWith(77L);
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        assertThat(cells("runs", "Seed")).containsExactly(upwards.get(2), upwards.get(1), upwards.get(0));
        robot.press(KeyCode.SHORTCUT).push(KeyCode.C).release(KeyCode.SHORTCUT);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getHtml())
                .contains("<th>Seed</th>", "<td>" + upwards.get(0) + "</td>"));
        robot.push(KeyCode.values()[KeyCode.DIGIT1.ordinal() + seed]);
        assertThat(runs.getSortOrder()).isEmpty();
        fire("choose-margins");
        await(() -> isDrawn("margins"));
        Node picture = find("picture-margins");
        robot.interact(picture::requestFocus);
        robot.push(KeyCode.RIGHT);
        assertThat(text("picture-marginsWords")).startsWith("All runs: run ");
        assertThat(picture.queryAccessibleAttribute(AccessibleAttribute.TEXT).toString())
                .startsWith(text("picture-marginsWords") + ". ")
                .contains("All runs: 3 runs from ");
        robot.push(KeyCode.ENTER);
        await(() -> upwards.contains(text("seed")));
    }

    @Test
    void opensNothingAtAClickOnAPictureWhileTheDotsThatReplaceItAreNotDrawnYet() throws Exception {
        runThreeSeeds();
        await(() -> isDrawn("loss"));
        DrawingView view = (DrawingView) find("picture-loss");
        Point2D curve = curve(view);
        robot.interact(() -> {
            ((ToggleButton) find("choose-margins")).fire();
            click(view, curve);
        });
        assertThat(find("studies").isVisible()).isTrue();
    }

    /** A place of the picture where something stands. */
    private static Point2D curve(DrawingView view) {
        DrawnFrame frame = view.drawn().orElseThrow();
        return new SpotWalk<>((x, y) -> Hit.at(frame.marks(), x, y), frame.width(), frame.height())
                .first()
                .map(place -> new Point2D(place.x(), place.y()))
                .orElseThrow();
    }

    private static void click(Node view, Point2D place) {
        Point2D at = view.localToScene(place);
        MouseButton button = MouseButton.PRIMARY;
        boolean not = false;
        Event.fireEvent(
                view,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        button,
                        1,
                        not,
                        not,
                        not,
                        not,
                        true,
                        not,
                        not,
                        true,
                        not,
                        true,
                        new PickResult(view, at.getX(), at.getY())));
    }

    @Test
    void keepsWhatWasFinishedWhenCancelledAndGoesOnInTheLab() throws Exception {
        showStudies();
        type("studySeeds", "100000");
        await(() -> canRun());
        fire("runStudy");
        showStudies();
        assertThat(find("studies").isVisible()).isFalse();
        Frames.awaitInTime(() -> find("studiesProgress").isVisible());
        fire("play");
        awaitText("place", "finished");
        showStudies();
        Frames.awaitInTime(() -> !cells("cells", "Runs").isEmpty()
                && !cells("cells", "Runs").get(0).equals("0"));
        choose("raceunits");
        assertThat(text("studyProblem")).startsWith("Another study is running");
        assertThat(canRun()).isFalse();
        assertThat(find("cancelStudy").isDisabled()).isTrue();
        choose("manyseeds");
        fire("cancelStudy");
        Frames.awaitInTime(() -> text("studyProgress").startsWith("cancelled: "));
        assertThat(text("studyProgress")).endsWith(" of 100,000 runs ended and are kept");
        String kept = text("studyProgress").split(" ")[1];
        Frames.awaitInTime(() -> cells("cells", "Runs").equals(List.of(kept)));
        assertThat(find("studiesProgress").isVisible()).isFalse();
    }
}
