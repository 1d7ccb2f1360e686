package lab.carousel.ui.file;

import java.util.List;
import lab.carousel.file.model.ModelFile;
import lab.carousel.text.Message;

/** What the user is asked for, to be opened or, of a folder, to be written into. */
public enum WantedFile {
    /** An experiment or a session. */
    EXPERIMENT("ui.open.title", "ui.kind.both", List.of("*.carousel", "*.carousel-session")),
    /** A network that another program saved. */
    NETWORK(
            "ui.openNetwork.title",
            "ui.kind.network",
            ModelFile.ENDINGS.stream().map(ending -> "*" + ending).toList()),
    /** A text or a table to make sequences of. */
    TEXT("ui.text.choose", "ui.kind.text", List.of("*.txt", "*.csv", "*.tsv")),
    /** A table of numbers to make a series of. */
    SERIES("ui.series.choose", "ui.kind.csv", List.of("*.csv", "*.tsv", "*.txt")),
    /** A lesson: its zip, or the {@code lesson.json} in its folder. */
    LESSON("lesson.open.title", "lesson.kind", List.of("*.zip", "lesson.json")),
    STUDY("ui.openStudy.title", "ui.kind.study", List.of("*.json")),
    /** The zip of what a class handed in. */
    CLASS_ZIP("answers.open.title", "answers.zip.kind", List.of("*.zip")),
    /** The folder of what a class handed in. */
    CLASS_FOLDER("answers.open.title"),
    /** A folder to write into. */
    FOLDER("ui.folder.title");

    private final String title;
    private final String kind;
    private final List<String> names;

    WantedFile(String folderTitle) {
        this(folderTitle, "", List.of());
    }

    WantedFile(String title, String kind, List<String> names) {
        this.title = title;
        this.kind = kind;
        this.names = names;
    }

    /** What the dialog is called. */
    String title() {
        return Message.text(title);
    }

    /** What such a file is called. */
    String kind() {
        return Message.text(kind);
    }

    /** The names that such a file can have, with a star for what is free. */
    List<String> names() {
        return names;
    }

    boolean isFolder() {
        return names.isEmpty();
    }
}
