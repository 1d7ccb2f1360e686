package lab.carousel.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * What is to be saved, in the background.
 *
 * @param path       where
 * @param before     what was worked on
 * @param experiment the experiment
 * @param session    the session, of which the experiment is a part
 */
record Saving(Path path, Document before, Experiment experiment, Session session) {

    /** Whether it is the whole session. */
    boolean isSession() {
        return path.toString().endsWith(SessionFile.EXTENSION);
    }

    /** What people made besides the experiment. */
    HandMade handMade() {
        return HandMade.of(session);
    }

    /** What somebody else wrote into the file since it was opened or saved here, in words; empty if nothing is lost. */
    Optional<String> whatIsLost() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            Experiment there = isSession() ? SessionFile.experiment(path) : ExperimentFile.read(path);
            return there.equals(before.saved()) || there.equals(experiment)
                    ? Optional.empty()
                    : Optional.of(
                            Message.text("ui.overwrite.words", path.getFileName(), ChangeWords.of(there, experiment)));
        } catch (InvalidInput damaged) {
            return Optional.of(Message.text("ui.overwrite.other", path.getFileName()));
        }
    }

    /** Writes the file. */
    Attempt<Document> write() {
        return Attempt.of(() -> {
            if (isSession()) {
                SessionFile.write(path, session);
            } else {
                ExperimentFile.write(path, experiment);
            }
            return Document.at(path, experiment);
        });
    }
}
