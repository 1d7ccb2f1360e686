package lab.carousel.ui.file;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.file.session.PinnedSnapshot;
import lab.carousel.file.session.Session;
import lab.carousel.file.study.KeptStudy;
import lab.carousel.study.many.Results;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/** What stands in no file, by the names that it has on the screen. */
public final class UnsavedWork {

    private final Supplier<Session> session;

    /** The pinned runs that stand in a file. */
    private final ReadOnlyObjectWrapper<List<Snapshot>> savedPins =
            new ReadOnlyObjectWrapper<>(this, "savedPins", List.of());
    /** The studies that stand in a file with what has come of them. */
    private List<KeptStudy> savedStudies = List.of();

    UnsavedWork(Supplier<Session> session) {
        this.session = session;
    }

    /** What of the work stands in no file, a thing each. */
    List<String> words(EditedWork edited) {
        List<String> words = new ArrayList<>();
        edited.changes().ifPresent(words::add);
        if (!arePinsSaved()) {
            words.add(Message.text("ui.changes.pinned", session.get().pinned().size()));
        }
        studies().forEach(study -> words.add(words(study)));
        return words;
    }

    /** Whether any of it can be saved in a session only. */
    boolean isInSessionsOnly() {
        return !arePinsSaved() || !studies().isEmpty();
    }

    private static String words(KeptStudy study) {
        Results results = study.results().orElseThrow();
        return Message.text(
                "ui.changes.study",
                study.title(),
                results.finished().size(),
                results.plan().runs());
    }

    private List<KeptStudy> studies() {
        List<KeptStudy> unsaved = new ArrayList<>(studies(session.get()));
        unsaved.removeAll(savedStudies);
        return unsaved;
    }

    /** Those of which something has come. */
    private static List<KeptStudy> studies(Session session) {
        return session.work().studies().stream()
                .flatMap(kept -> kept.studies().stream())
                .filter(study -> study.results()
                        .filter(results -> !results.finished().isEmpty())
                        .isPresent())
                .toList();
    }

    boolean arePinsSaved() {
        List<Snapshot> pinned = pinned(session.get());
        List<Snapshot> saved = savedPins.get();
        // the very same: to compare thousands of numbers takes too long
        return pinned.size() == saved.size()
                && IntStream.range(0, pinned.size()).allMatch(run -> pinned.get(run) == saved.get(run));
    }

    private static List<Snapshot> pinned(Session session) {
        return session.pinned().stream().map(PinnedSnapshot::snapshot).toList();
    }

    /** Changes with the pinned runs that stand in a file. */
    public Observable savedPinsProperty() {
        return savedPins.getReadOnlyProperty();
    }

    /** A session stands in a file. */
    void saved(Session session) {
        savedPins.set(pinned(session));
        savedStudies = studies(session);
    }
}
