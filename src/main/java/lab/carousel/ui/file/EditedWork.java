package lab.carousel.ui.file;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.ui.project.Document;

/**
 * An experiment that is worked on.
 *
 * @param experiment empty while it is not valid
 */
public record EditedWork(Document document, Optional<Experiment> experiment) {

    Optional<String> changes() {
        return document.isChanged(experiment)
                ? Optional.of(Message.text(
                        "ui.changes.experiment",
                        document.name(),
                        experiment
                                .map(now -> ChangeWords.of(document.saved(), now))
                                .orElseGet(() -> Message.text("ui.changes.invalid"))))
                : Optional.empty();
    }
}
