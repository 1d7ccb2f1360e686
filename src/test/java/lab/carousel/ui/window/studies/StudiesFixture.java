package lab.carousel.ui.window.studies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;

/** The window, and what tests of studies do in it. */
abstract class StudiesFixture extends MainWindowFixture {

    private static final String HEAD = "{\"format\": \"carousel study\", \"version\": 1, ";

    static void choose(String study) {
        fire("study-" + study);
    }

    static void showStudies() {
        fire("showStudies");
    }

    static boolean canRun() {
        return !find("runStudy").isDisabled();
    }

    /** Runs what is chosen to its end, and waits until all of it is on the screen. */
    static void run(int runs) {
        await(() -> canRun());
        fire("runStudy");
        Frames.awaitInTime(() -> text("studyProgress").startsWith("all " + runs + " runs are done"));
        awaitRows(runs);
    }

    /** The findings follow a moment after the progress: the variations tell how many runs they count. */
    static void awaitRows(int runs) {
        Frames.awaitInTime(() ->
                cells("cells", "Runs").stream().mapToInt(Integer::parseInt).sum() == runs);
    }

    Path open(String study) throws IOException {
        dialogs.answer = Files.writeString(folder.resolve("study.json"), HEAD + study + "}");
        fire("openStudy");
        return dialogs.answer;
    }

    @SuppressWarnings("unchecked")
    static TableView<Object> table(String id) {
        return (TableView<Object>) robot.lookup("#" + id).queryAllAs(Node.class).stream()
                .filter(TableView.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    static TableColumn<Object, ?> column(String table, String title) {
        return table(table).getColumns().stream()
                .filter(column -> ((Label) column.getGraphic()).getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The words in a column, from above; none before there is a table. */
    static List<String> cells(String table, String title) {
        if (robot.lookup("#" + table).queryAll().isEmpty()) {
            return List.of();
        }
        TableView<Object> shown = table(table);
        if (shown.getColumns().isEmpty()) {
            return List.of();
        }
        TableColumn<Object, ?> column = column(table, title);
        return Stream.iterate(0, row -> row + 1)
                .limit(shown.getItems().size())
                .map(row -> column.getCellData((int) row).toString())
                .toList();
    }

    static boolean isDrawn(String picture) {
        Node view = robot.lookup("#picture-" + picture).query();
        return view.lookupAll("ImageView").stream().anyMatch(image -> ((ImageView) image).getImage() != null);
    }

    byte[] exported(String item, String name) throws IOException {
        dialogs.answer = folder.resolve(name);
        choose("studyExport", item);
        await(() -> Files.exists(dialogs.answer));
        return Files.readAllBytes(dialogs.answer);
    }
}
