package lab.carousel.ui.workspace;

import lab.carousel.file.disk.LogFile;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.training.Divergence;
import lab.carousel.training.RunStatus;
import lab.carousel.ui.notice.Notices;

/** Tells of what goes wrong in a run or in the window. */
public final class Trouble {

    private final Notices notices;

    Trouble(Notices notices) {
        this.notices = notices;
    }

    /** Something unexpected went wrong in the window. */
    public void tell(Throwable error) {
        if (error instanceof InvalidInput invalid) {
            notices.problem(invalid.problem().text());
            return;
        }
        notices.problem(Message.text("notice.unexpected", words(error), LogFile.path()));
    }

    /** Tells what has become of the run, if it went wrong since the status before. */
    void tell(RunStatus before, RunStatus now) {
        if (now.divergence().isPresent() && !now.divergence().equals(before.divergence())) {
            Divergence where = now.divergence().get();
            notices.problem(Message.text("notice.diverged", where.epoch(), where.sequence(), where.step()));
        }
        if (now.divergence().isEmpty() && before.divergence().isPresent()) {
            // The next run has taken its place on the screen
            notices.withdrawProblem();
        }
        if (now.failure().isPresent() && before.failure().isEmpty()) {
            notices.problem(Message.text("notice.failed", words(now.failure().get()), LogFile.path()));
        }
    }

    private static String words(Throwable error) {
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
