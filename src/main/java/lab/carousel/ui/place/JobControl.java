package lab.carousel.ui.place;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.form.Form;
import lab.carousel.view.Job;

/** The long search of a view: its button, how far it is, and <em>Stop</em>. Once started it searches each network that is shown. */
final class JobControl extends HBox implements AutoCloseable {

    private static final int WHOLE = 100;

    private final Background background;
    private final Form form;
    private final Runnable onFound;
    private final Button stop;
    private final ProgressBar progress;
    private final ConflatingWorker<Search, Search> worker;
    /** The percent of the time on its way to the screen; there is at most one. */
    private final AtomicInteger percent = new AtomicInteger();

    private Optional<Job> offered = Optional.empty();
    private Optional<Search> searching = Optional.empty();
    /** What was searched last. */
    private Optional<Object> last = Optional.empty();

    private boolean isStarted;

    private record Search(Job job, AtomicBoolean stopped) {}

    /** @param onFound shows what was found */
    JobControl(Background background, Form form, Runnable onFound) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        this.background = background;
        this.form = form;
        this.onFound = onFound;
        stop = Controls.button(form.id("stop"), "view.stop", this::stop, "small");
        progress = Controls.named(new ProgressBar(0), form.id("progress"));
        worker = new ConflatingWorker<>(background, form.key() + " search", this::search, this::found);
        Controls.show(this, false);
    }

    /** What can be searched now; empty hides it. */
    void show(Optional<Job> job) {
        if (job.isPresent() && getChildren().isEmpty()) {
            getChildren()
                    .addAll(
                            Controls.button(form.id("search"), form.key() + ".search", this::start, "small"),
                            stop,
                            progress);
        }
        offered = job;
        if (job.isEmpty()) {
            stop();
            last = Optional.empty();
        }
        Controls.show(this, job.isPresent());
        goOn();
    }

    private void start() {
        isStarted = true;
        last = Optional.empty();
        goOn();
    }

    /** Searches what is shown now after what is searched at present, if that is something else. */
    private void goOn() {
        offered.filter(job -> isStarted && searching.isEmpty() && !last.equals(Optional.of(job.of())))
                .ifPresent(job -> {
                    searching = Optional.of(new Search(job, new AtomicBoolean()));
                    last = Optional.of(job.of());
                    searching.ifPresent(worker::ask);
                });
        showProgress(0);
    }

    private Search search(Search now) {
        now.job.run(this::tell, now.stopped::get);
        return now;
    }

    private void tell(double share) {
        int next = Math.min(WHOLE, (int) (WHOLE * share));
        if (percent.getAndSet(next) != next) {
            background.show(() -> showProgress(percent.get()));
        }
    }

    private void showProgress(int now) {
        progress.setProgress(searching.isEmpty() ? 0 : (double) now / WHOLE);
        progress.setVisible(searching.isPresent());
        stop.setDisable(searching.isEmpty());
    }

    private void found(Search now) {
        searching = Optional.empty();
        onFound.run();
        goOn();
    }

    private void stop() {
        isStarted = false;
        searching.ifPresent(now -> now.stopped.set(true));
        showProgress(percent.get());
    }

    @Override
    public void close() {
        stop();
        worker.close();
    }
}
