package lab.carousel.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;

/** What is opened and saved, and where that is remembered. */
public interface WorkInHand {

    /** The file being worked on. */
    Document document();

    /** The experiment as edited; empty while it is not valid. */
    Optional<Experiment> edited();

    /** All that is worked on. */
    Session session();

    /** The runs they pinned, as in the session. */
    List<Snapshot> pinned();

    /** Puts an experiment there as the given document, of which nothing is written yet, as an edit of this name. */
    void lay(Document document, Experiment experiment, Message name);

    /** Puts a session there as the given document, as an edit of this name. */
    void lay(Document document, Session session, Message name);

    /** Puts a run there as the given document, to be gone on with, as an edit of this name. */
    void lay(Document document, PausedRun run, Message name);

    /** What was worked on as a document has been saved as another one. */
    void saved(Document before, Document now);

    /** Remembers a file that was opened or saved. */
    void remember(Path file);

    /** The files opened or saved last that are still there, the latest first, as far as that is known. */
    ObservableValue<List<Path>> recent();

    /** The sessions that programs saved by themselves before, the last one first, as far as that is known. */
    ObservableValue<List<AutosaveFolder.Ended>> previous();

    /** Looks on the disk what is recent and previous now: other programs save and open files too. */
    void lookAgain();
}
