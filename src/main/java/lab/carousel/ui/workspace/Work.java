package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import lab.carousel.file.session.AutosaveFolder;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.PausedRun;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.file.Document;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.task.TaskEdit;
import lab.carousel.ui.undo.Draft;
import lab.carousel.ui.undo.Undo;

/** The experiment as edited, and what it is saved as: what stands in the draft goes into the lab. */
final class Work implements FileDesk.Work {

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
                    && now.engine() == draft.engine();
        }
    }

    private final Lab lab;
    private final Undo undo;
    private final Sessions sessions;
    private Optional<Replaced> replaced = Optional.empty();
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

    /** A run that something else takes the place of comes back when that is undone; the last one only. */
    private void keepRun() {
        Draft now = undo.draft();
        lab.paused()
                .filter(paused -> lab.editedProperty()
                        .get()
                        .filter(paused.snapshot().experiment()::equals)
                        .isPresent())
                .ifPresent(paused -> replaced = Optional.of(new Replaced(now, paused)));
    }

    private void bringBack(Draft now) {
        replaced.filter(kept -> kept.isOf(now)).ifPresent(kept -> {
            replaced = Optional.empty();
            lab.resume(kept.run());
        });
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
        if (!isSame) {
            lab.edit(task, now.hyperparameters().hyperparameters(), now.engine());
            bringBack(now);
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
    public void lay(Document document, Experiment experiment, Message name) {
        keepRun();
        undo.as(name, () -> undo.edit(draft -> draft.with(experiment).with(document)));
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
