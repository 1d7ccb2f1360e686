package lab.carousel.ui.project;

import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;

/**
 * The file that is being worked on.
 *
 * @param path  where it is; empty if it was never saved
 * @param saved the experiment as it was when opened, saved or chosen
 */
public record Document(Optional<Path> path, Experiment saved) {

    /** An experiment that has no file yet. */
    public static Document untitled(Experiment experiment) {
        return new Document(Optional.empty(), experiment);
    }

    /** An experiment that stands in a file just like this. */
    public static Document at(Path path, Experiment experiment) {
        return new Document(Optional.of(path), experiment);
    }

    /** Whether an experiment as edited, or one that is not valid at the moment, differs from what was saved. */
    public boolean isChanged(Optional<Experiment> edited) {
        return !edited.equals(Optional.of(saved));
    }

    /** The file's name, or what an experiment without one is called. */
    public String name() {
        return path.map(file -> file.getFileName().toString()).orElseGet(() -> Message.text("ui.untitled"));
    }

    /** The title of the window: with a mark if something stands in no file. */
    public String title(boolean isChanged) {
        return Message.text(isChanged ? "ui.title.changed" : "ui.title", VisibleText.of(name()));
    }
}
