package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Origin;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.file.Document;
import lab.carousel.ui.file.WorkInHand;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.task.TaskEdit;
import lab.carousel.ui.undo.Draft;
import lab.carousel.ui.undo.Undo;

/** The experiment as edited, and what it is saved as: what stands in the draft goes into the lab. */
final class Work implements WorkInHand {

    /**
     * A run that something else took the place of.
     *
     * @param draft what was edited
     * @param run   where it was
     */
    private record Replaced(Draft draft, PausedRun run) {
        boolean isOf(Draft now) {
            return now.task().equals(draft.task())
                    && now.hyperparameters().equals(draft.hyperparameters())
                    && now.engine() == draft.engine()
                    && now.origin().equals(draft.origin());
        }

        long bytes() {
            Snapshot snapshot = run.snapshot();
            return Double.BYTES
                    * (long) snapshot.experiment().layout().size()
                    * snapshot.recorded().size();
        }
    }

    /** So many runs can come back, and fewer if their pasts are large. */
    private static final int MOST_REPLACED = 3;

    private static final long MOST_BYTES = 64L << 20;

    private final Lab lab;
    private final Undo undo;
    private final Sessions sessions;
    /** The latest one first. */
    private final Deque<Replaced> replaced = new ArrayDeque<>();
    /** Whether something new is put there, so that no earlier run comes back. */
    private boolean isLaying;

    private final KeptFiles files;
    /** Of the draft; kept because to draw the sequences of a task takes a while. */
    private Optional<Task> task;

    Work(Lab lab, Undo undo, Sessions sessions, KeptFiles files) {
        this.files = files;
        this.lab = lab;
        this.undo = undo;
        this.sessions = sessions;
        this.task = undo.draft().task().task();
        undo.draftProperty().addListener((observable, before, now) -> intoLab(before, now));
    }

    /** A run that something else takes the place of comes back when that is undone or redone; the last ones only. */
    private void keepRun(Draft now) {
        lab.paused().ifPresent(paused -> {
            replaced.removeIf(kept -> kept.isOf(now));
            replaced.addFirst(new Replaced(now, paused));
        });
        while (replaced.size() > MOST_REPLACED || (replaced.size() > 1 && bytesReplaced() > MOST_BYTES)) {
            replaced.removeLast();
        }
    }

    private long bytesReplaced() {
        return replaced.stream().mapToLong(Replaced::bytes).sum();
    }

    /** Whether the run of a draft was kept, and is back in the place of that of another one. */
    private boolean bringBack(Optional<Replaced> kept) {
        kept.ifPresent(back -> {
            replaced.remove(back);
            lab.resume(back.run());
        });
        return kept.isPresent();
    }

    private void intoLab(Draft before, Draft now) {
        TaskEdit edited = now.task();
        boolean isOtherTask = !edited.equals(before.task());
        if (isOtherTask) {
            task = edited.task();
        }
        boolean isSame = !isOtherTask
                && now.hyperparameters().equals(before.hyperparameters())
                && now.engine() == before.engine();
        boolean startsElsewhere = !now.origin().equals(before.origin());
        if (isSame && !startsElsewhere) {
            return;
        }
        Optional<Replaced> kept =
                replaced.stream().filter(each -> !isLaying && each.isOf(now)).findFirst();
        if (kept.isPresent()) {
            keepRun(before);
        }
        if (!isSame) {
            lab.edit(task, now.hyperparameters().hyperparameters(), now.engine());
        }
        if (!bringBack(kept) && startsElsewhere && !now.origin().equals(lab.origin())) {
            now.origin().ifPresentOrElse(lab::continueFrom, lab::reset);
        }
    }

    /** Goes on from a state of the run, when it is told to; can be undone. */
    void continueFrom(Origin origin) {
        if (lab.canContinueFrom(origin)) {
            lay(Message.of("undo.continued", origin.epoch()), draft -> draft.startingFrom(Optional.of(origin)));
        }
    }

    private void lay(Message name, UnaryOperator<Draft> edit) {
        keepRun(undo.draft());
        isLaying = true;
        try {
            undo.as(name, () -> undo.edit(edit));
        } finally {
            isLaying = false;
        }
    }

    @Override
    public Document document() {
        return undo.draft().document();
    }

    @Override
    public Optional<Experiment> edited() {
        return lab.editedProperty().get();
    }

    @Override
    public Session session() {
        return sessions.now();
    }

    @Override
    public List<Snapshot> pinned() {
        return sessions.pinned();
    }

    @Override
    public void lay(Document document, Experiment experiment, Message name) {
        lay(name, draft -> draft.with(experiment).with(document).startingFrom(Optional.empty()));
        boolean isContinued =
                lab.statusProperty().get().snapshot().flatMap(Snapshot::origin).isPresent();
        if (isContinued || !lab.runningProperty().get().equals(experiment)) {
            lab.reset();
        }
    }

    @Override
    public void lay(Document document, Session session, Message name) {
        undo.as(name, () -> {
            lay(document, session.experiment(), name);
            sessions.show(session);
        });
    }

    @Override
    public void lay(Document document, PausedRun run, Message name) {
        lay(document, run.snapshot().experiment(), name);
        lab.resume(run);
    }

    /** What was edited before and after belongs to the file too, whatever is undone. */
    @Override
    public void saved(Document before, Document now) {
        undo.changeAll(draft -> draft.document().equals(before) ? draft.with(now) : draft);
    }

    @Override
    public void remember(Path file) {
        files.remember(file);
    }

    @Override
    public ObservableValue<List<Path>> recent() {
        return files.recentProperty();
    }

    @Override
    public ObservableValue<List<AutosaveFolder.Ended>> previous() {
        return files.previousProperty();
    }

    @Override
    public void lookAgain() {
        files.lookAgain();
    }
}
