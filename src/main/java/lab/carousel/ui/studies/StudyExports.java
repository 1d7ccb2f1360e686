package lab.carousel.ui.studies;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.file.study.StudyTables;
import lab.carousel.picture.study.StudyPicture;
import lab.carousel.study.many.Results;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.InOrder;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.export.PictureMenu;
import lab.carousel.ui.file.FileDialogs;
import lab.carousel.ui.notice.NoticeBar;

/** Takes what a study has come to out of the window: each picture, both tables, or everything. */
final class StudyExports extends MenuButton {

    private static final String RESULTS = "results";
    private static final String SUMMARY = "summary";
    private static final double PNG_SCALE = 2;

    private interface Table {
        void writeTo(Results results, Writer writer) throws IOException;
    }

    private final InOrder writing;
    private final FileDialogs dialogs;
    private final NoticeBar notices;
    private final Exporter exporter;
    private final MenuItem results = item(RESULTS, () -> saveTable(RESULTS, StudyTables::writeRuns));
    private final MenuItem summary = item(SUMMARY, () -> saveTable(SUMMARY, StudyTables::writeSummary));
    private final MenuItem file = item("file", this::saveStudy);
    private final MenuItem everything = item("everything", this::saveEverything);

    private Optional<Findings> findings = Optional.empty();
    private List<String> names = List.of();

    /**
     * A menu without anything to export.
     *
     * @param background writes
     * @param dialogs  asks where to
     * @param notices  tells what came of it
     * @param exporter writes pictures
     */
    StudyExports(Background background, FileDialogs dialogs, NoticeBar notices, Exporter exporter) {
        super(Message.text("ui.export"));
        this.writing = background.inOrder("study export");
        this.dialogs = dialogs;
        this.notices = notices;
        this.exporter = exporter;
        setId("studyExport");
        setMinWidth(USE_PREF_SIZE);
        show(Optional.empty());
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Message.text("studyWindow.export." + key));
        item.setId("study-" + key);
        item.setOnAction(event -> action.run());
        return item;
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
            getItems().setAll(results, summary, everything, new SeparatorMenuItem(), file);
            if (!names.isEmpty()) {
                getItems().add(0, new SeparatorMenuItem());
            }
            for (int place = names.size() - 1; place >= 0; place--) {
                addPicture(names.get(place));
            }
        }
    }

    private void addPicture(String name) {
        getItems()
                .add(
                        0,
                        PictureMenu.of(
                                "study-" + name,
                                PictureNames.of(name),
                                name,
                                () -> picture(name).map(StudyPicture::asSlide),
                                exporter));
    }

    private Optional<StudyPicture> picture(String name) {
        return findings.flatMap(found -> found.pictures().stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst());
    }

    private void saveTable(String key, Table table) {
        findings.ifPresent(found -> dialogs.chooseTarget(key + ".csv", ".csv", Message.text("ui.kind.csv"))
                .ifPresent(path -> inBackground(path, () -> write(path, found.results(), table))));
    }

    private void saveStudy() {
        findings.ifPresent(found -> dialogs.chooseTarget("study.json", ".json", Message.text("ui.kind.study"))
                .ifPresent(path -> inBackground(
                        path, () -> StudyFile.write(path, found.results().plan().study()))));
    }

    private void saveEverything() {
        findings.ifPresent(found ->
                dialogs.chooseFolder().ifPresent(folder -> inBackground(folder, () -> writeAll(folder, found))));
    }

    /** The same files as the command line writes. */
    private static void writeAll(Path folder, Findings found) {
        write(folder.resolve(RESULTS + ".csv"), found.results(), StudyTables::writeRuns);
        write(folder.resolve(SUMMARY + ".csv"), found.results(), StudyTables::writeSummary);
        if (StudyFile.canHold(found.results().plan().study())) {
            StudyFile.write(folder.resolve("study.json"), found.results().plan().study());
        }
        for (StudyPicture picture : found.pictures()) {
            StudyPicture slide = picture.asSlide();
            AtomicFile.write(folder.resolve(picture.name() + ".svg"), PictureExport.svg(slide));
            AtomicFile.write(folder.resolve(picture.name() + ".png"), PictureExport.png(slide, PNG_SCALE));
        }
    }

    private static void write(Path path, Results results, Table table) {
        AtomicFile.write(path, stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            table.writeTo(results, writer);
            writer.flush();
        });
    }

    /** A table of a million rows takes a while. */
    private void inBackground(Path path, Runnable work) {
        writing.ask(
                () -> {
                    try {
                        work.run();
                        return Optional.<InvalidInput>empty();
                    } catch (InvalidInput problem) {
                        return Optional.of(problem);
                    }
                },
                problem -> problem.ifPresentOrElse(
                        why -> notices.problem(why.getMessage()),
                        () -> notices.done(Message.text("ui.saved", path.getFileName()))));
    }
}
