package lab.carousel.ui.studies;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.StudyOutput;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.study.many.Results;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.export.PictureMenu;
import lab.carousel.ui.file.FileAccess;
import lab.carousel.ui.file.WantedFile;

/** Takes what a study has come to out of the window: each picture, both tables, or everything. */
final class StudyExports extends MenuButton {

    private final FileAccess fileAccess;
    private final Exporter exporter;
    private final MenuItem results = item("results", () -> save(StudyOutput.RUNS, "csv", StudyOutput::saveRuns));
    private final MenuItem summary = item("summary", () -> save(StudyOutput.SUMMARY, "csv", StudyOutput::saveSummary));
    private final MenuItem file = item(
            "file",
            () -> save(
                    StudyOutput.STUDY,
                    "study",
                    (path, found) -> StudyFile.write(path, found.plan().study())));
    private final MenuItem everything = item("everything", this::saveEverything);

    private Optional<Findings> findings = Optional.empty();
    private List<String> names = List.of();

    /**
     * A menu without anything to export.
     *
     * @param fileAccess   asks where to, writes, and tells what came of it
     * @param exporter writes pictures
     */
    StudyExports(FileAccess fileAccess, Exporter exporter) {
        super(Message.text("ui.export"));
        this.fileAccess = fileAccess;
        this.exporter = exporter;
        setId("studyExport");
        setMinWidth(USE_PREF_SIZE);
        show(Optional.empty());
    }

    private static MenuItem item(String key, Runnable action) {
        return Controls.item("study-" + key, Message.text("studyWindow.export." + key), action);
    }

    /** Exports these findings from now on. */
    void show(Optional<Findings> newFindings) {
        findings = newFindings;
        setDisable(findings.isEmpty());
        List<String> now = findings.map(Findings::pictures).orElse(List.of()).stream()
                .map(StudyPicture::name)
                .toList();
        if (getItems().isEmpty() || !now.equals(names)) {
            names = now;
            List<MenuItem> items = new ArrayList<>();
            names.forEach(name -> items.add(PictureMenu.of(
                    "study-" + name,
                    PicturesPane.name(name),
                    () -> name,
                    () -> picture(name).map(StudyPicture::slide),
                    exporter)));
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            items.addAll(List.of(results, summary, everything, new SeparatorMenuItem(), file));
            getItems().setAll(items);
        }
    }

    private Optional<StudyPicture> picture(String name) {
        return findings.flatMap(found -> found.pictures().stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst());
    }

    private void save(String name, String kind, BiConsumer<Path, Results> save) {
        findings.ifPresent(found -> fileAccess.saveAs(
                name,
                name.substring(name.indexOf('.')),
                Message.text("ui.kind." + kind),
                path -> save.accept(path, found.results())));
    }

    private void saveEverything() {
        findings.ifPresent(found -> fileAccess.choose(
                WantedFile.FOLDER, folder -> fileAccess.saveIn(folder, where -> saveEverything(where, found))));
    }

    private static void saveEverything(Path folder, Findings found) {
        StudyOutput.saveTables(folder, found.results());
        StudyOutput.savePictures(folder, found.pictures(), (picture, format) -> format.bytes(picture), () -> false);
    }
}
