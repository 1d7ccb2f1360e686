package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.Optional;
import lab.carousel.file.ExperimentFile;
import lab.carousel.file.Session;
import lab.carousel.file.SessionFile;
import lab.carousel.message.InvalidInput;
import lab.carousel.model.Experiment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that was read, or why it could not be.
 *
 * @param file     its file
 * @param session  what stands in it; empty if there is a problem
 * @param document what is worked on from now on; null if there is a problem
 * @param problem  why it cannot be opened; null if it can
 */
record OpenedSession(Path file, Optional<Session> session, Document document, InvalidInput problem) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedSession.class);

    /**
     * What is to be read.
     *
     * @param file        the session
     * @param savedByUser whether the user saved it, so that its file is worked on; otherwise the program did
     */
    record Question(Path file, boolean savedByUser) {}

    /** Reads a session; takes a while if it is large. */
    static OpenedSession read(Question question) {
        Path file = question.file();
        try {
            Session session = SessionFile.read(file);
            Document document = question.savedByUser()
                    ? Document.at(file, session.experiment())
                    : session.document().flatMap(OpenedSession::document).orElseGet(OpenedSession::unsaved);
            return new OpenedSession(file, Optional.of(session), document, null);
        } catch (InvalidInput problem) {
            return new OpenedSession(file, Optional.empty(), null, problem);
        }
    }

    /** What the user saved then, as it is on the disk now. */
    private static Optional<Document> document(Path path) {
        try {
            Experiment saved = path.toString().endsWith(SessionFile.EXTENSION)
                    ? SessionFile.read(path).experiment()
                    : ExperimentFile.read(path);
            return Optional.of(Document.at(path, saved));
        } catch (InvalidInput gone) {
            LOG.info("{} is not worked on any more", path, gone);
            return Optional.empty();
        }
    }

    /** The experiment counts as changed, unless it is the one with which every window opens. */
    private static Document unsaved() {
        return Document.untitled(Experiment.reference());
    }
}
