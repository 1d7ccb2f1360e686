package lab.carousel.ui.window.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.testfx.api.FxRobot;

/** The window, and what tests of studies do in it. */
abstract class StudiesFixture extends MainWindowFixture {

    private static final String HEAD = "{\"format\": \"carousel study\", \"version\": 1, ";

    static void press(FxRobot robot, String id) {
        robot.interact(() -> ((Button) find(robot, id)).fire());
    }

    static void choose(FxRobot robot, String study) {
        robot.interact(() -> ((ToggleButton) find(robot, "study-" + study)).fire());
    }

    static void showStudies(FxRobot robot) {
        robot.interact(() -> ((ToggleButton) find(robot, "showStudies")).fire());
    }

    static boolean canRun(FxRobot robot) {
        return !find(robot, "runStudy").isDisabled();
    }

    /** Runs what is chosen to its end, and waits until all of it is on the screen. */
    static void run(FxRobot robot, int runs) throws TimeoutException {
        await(() -> canRun(robot));
        press(robot, "runStudy");
        Frames.awaitInTime(() -> text(robot, "studyProgress").startsWith("all " + runs + " runs are done"));
        awaitRows(robot, runs);
    }

    /** The findings follow a moment after the progress: the variations tell how many runs they count. */
    static void awaitRows(FxRobot robot, int runs) throws TimeoutException {
        Frames.awaitInTime(() -> cells(robot, "cells", "Runs").stream()
                        .mapToInt(Integer::parseInt)
                        .sum()
                == runs);
    }

    Path open(FxRobot robot, String study) throws IOException {
        dialogs.answer = Files.writeString(folder.resolve("study.json"), HEAD + study + "}");
        press(robot, "openStudy");
        return dialogs.answer;
    }

    @SuppressWarnings("unchecked")
    static TableView<Object> table(FxRobot robot, String id) {
        return (TableView<Object>) robot.lookup("#" + id).queryAllAs(Node.class).stream()
                .filter(TableView.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    static TableColumn<Object, ?> column(FxRobot robot, String table, String title) {
        return table(robot, table).getColumns().stream()
                .filter(column -> ((Label) column.getGraphic()).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The words in a column, from above. */
    static List<String> cells(FxRobot robot, String table, String title) {
        TableView<Object> shown = table(robot, table);
        if (shown.getColumns().isEmpty()) {
            return List.of();
        }
        TableColumn<Object, ?> column = column(robot, table, title);
        return Stream.iterate(0, row -> row + 1)
                .limit(shown.getItems().size())
                .map(row -> column.getCellData((int) row).toString())
                .toList();
    }

    static boolean isDrawn(FxRobot robot, String picture) {
        Node view = robot.lookup("#picture-" + picture).query();
        return view.lookupAll("ImageView").stream().anyMatch(image -> ((ImageView) image).getImage() != null);
    }

    byte[] exported(FxRobot robot, String item, String name) throws TimeoutException, IOException {
        dialogs.answer = folder.resolve(name);
        robot.interact(() -> item(robot, "studyExport", item).fire());
        await(() -> Files.exists(dialogs.answer));
        return Files.readAllBytes(dialogs.answer);
    }
}
