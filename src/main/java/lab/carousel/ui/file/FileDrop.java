package lab.carousel.ui.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.session.SessionFile;

/** Opens files that are dropped on the window. */
public final class FileDrop {

    private FileDrop() {}

    /** Lets a node take files to be opened; others are left to whoever can use them. */
    public static void install(Node node, ProjectFiles files) {
        node.addEventHandler(
                DragEvent.DRAG_OVER, event -> file(event.getDragboard()).ifPresent(file -> {
                    event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                    event.consume();
                }));
        node.addEventHandler(
                DragEvent.DRAG_DROPPED, event -> file(event.getDragboard()).ifPresent(file -> {
                    event.setDropCompleted(true);
                    event.consume();
                    files.open(file);
                }));
    }

    private static Optional<Path> file(Dragboard board) {
        return board.hasFiles() ? file(board.getFiles()) : Optional.empty();
    }

    /** The first of some files that can be opened. */
    static Optional<Path> file(List<File> files) {
        return files.stream()
                .map(File::toPath)
                .filter(file -> file.toString().endsWith(ExperimentFile.EXTENSION)
                        || file.toString().endsWith(SessionFile.EXTENSION)
                        || file.toString().endsWith(ProjectFiles.TABLE)
                        || ModelFile.isNamedLikeOne(file))
                .findFirst();
    }
}
