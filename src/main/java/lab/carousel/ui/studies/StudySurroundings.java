package lab.carousel.ui.studies;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import lab.carousel.model.Experiment;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.export.Exporter;
import lab.carousel.ui.file.FileAccess;

/**
 * What the rest of the window gives to the studies.
 *
 * @param background does what takes a while
 * @param edited   the experiment in the editors; empty while it is not valid
 * @param fileAccess   asks for files, and tells what happened
 * @param exporter writes pictures
 * @param onOpen   opens an experiment in the lab
 */
public record StudySurroundings(
        Background background,
        ObservableValue<Optional<Experiment>> edited,
        FileAccess fileAccess,
        Exporter exporter,
        Consumer<Experiment> onOpen) {

    /** How often an own study trains each variation unless another number is typed. */
    static final int OWN_SEEDS = 20;

    /** What exports: in an order of its own, since a table of a million rows takes a while. */
    FileAccess exporting() {
        return new FileAccess(background, "study export", fileAccess.dialogs(), fileAccess.notices());
    }
}
