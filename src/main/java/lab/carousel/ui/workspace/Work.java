package lab.carousel.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lab.carousel.file.disk.RecentFiles;
import lab.carousel.file.session.Session;
import lab.carousel.model.Experiment;
import lab.carousel.task.Task;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.file.Document;
import lab.carousel.ui.file.FileDesk;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.task.TaskEdit;
import lab.carousel.ui.undo.Draft;
import lab.carousel.ui.undo.Undo;

/** The experiment as edited, and what it is saved as: what stands in the draft goes into the lab. */
final class Work implements FileDesk.Work {

    private final Lab lab;
    private final Undo undo;
    private final Sessions sessions;
    private Optional<RecentFiles> recent = Optional.empty();
    private Optional<Keeper> keeper = Optional.empty();
    /** Of the draft; kept because to draw the sequences of a task takes a while. */
    private Optional<Task> task;

    Work(Lab lab, Undo undo, Sessions sessions) {
        this.lab = lab;
        this.undo = undo;
        this.sessions = sessions;
        this.task = undo.draft().task().task();
        undo.draftProperty().addListener((observable, before, now) -> intoLab(before, now));
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
        }
    }

    /** From now on remembers what is opened and saved. */
    void rememberIn(Path data) {
        recent = Optional.of(new RecentFiles(data.resolve("recent.txt")));
    }

    /** From now on lets a session be gone on with that was kept before. */
    void goOnFrom(Optional<Keeper> kept) {
        keeper = kept;
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
    public void saved(Document document) {
        Document before = document();
        undo.changeAll(draft -> draft.document().equals(before) ? draft.with(document) : draft);
    }

    @Override
    public void remember(Path file) {
        recent.ifPresent(files -> files.add(file));
    }

    @Override
    public List<Path> recent() {
        return recent.map(RecentFiles::paths).orElse(List.of());
    }

    @Override
    public Optional<Path> previous() {
        return keeper.flatMap(Keeper::previous);
    }
}
