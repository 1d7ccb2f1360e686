package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that was read, or why it could not be.
 *
 * @param file     its file
 * @param session  what stands in it; empty if there is a problem
 * @param notes    those that stand in it
 * @param broken   what of it could not be opened, and was left out
 * @param document what is worked on from now on; empty if there is a problem
 * @param problem  why it cannot be opened; empty if it can
 */
record OpenedSession(
        Path file,
        Optional<Session> session,
        Optional<String> notes,
        List<InvalidInput> broken,
        Optional<Document> document,
        Optional<InvalidInput> problem) {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedSession.class);

    /**
     * What is to be read.
     *
     * @param file        the session
     * @param savedByUser whether the user saved it, so that its file is worked on; otherwise the program did
     */
    record Wanted(Path file, boolean savedByUser) {}

    /** Reads a session; takes a while if it is large. */
    static OpenedSession read(Wanted question, ReadProgress progress) {
        Path file = question.file();
        try {
            List<InvalidInput> broken = new ArrayList<>();
            Session session = SessionFile.read(file, broken::add, progress);
            Document document = question.savedByUser()
                    ? Document.at(file, session.experiment())
                    : session.document().flatMap(OpenedSession::document).orElseGet(OpenedSession::unsaved);
            return new OpenedSession(
                    file,
                    Optional.of(session),
                    SessionFile.notes(file),
                    broken,
                    Optional.of(document),
                    Optional.empty());
        } catch (InvalidInput problem) {
            return new OpenedSession(
                    file, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of(problem));
        }
    }

    /** Tells what was opened, and what of it could not be. */
    void tell(Notices notices, String name) {
        if (!broken.isEmpty()) {
            notices.problem(Message.text(
                    "ui.session.incomplete",
                    name,
                    broken.stream().map(InvalidInput::getMessage).collect(Collectors.joining(" "))));
            return;
        }
        notices.done(session.orElseThrow()
                .run()
                .map(run -> Message.text(
                        run.memory().isPresent() ? "ui.session.opened" : "ui.session.opened.forgetful",
                        name,
                        run.snapshot().position().epoch()))
                .orElseGet(() -> Message.text("ui.opened", name)));
    }

    /** What the user saved then, as it is on the disk now. */
    private static Optional<Document> document(Path path) {
        try {
            Experiment saved = path.toString().endsWith(SessionFile.EXTENSION)
                    ? SessionFile.experiment(path)
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
