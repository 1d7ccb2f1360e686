package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import lab.carousel.model.Experiment;
import lab.carousel.training.Training;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void isShownTenTimesASecondAndRemovedAtTheEnd() {
        StringWriter errors = new StringWriter();
        Console console = new Console(new StringWriter(), errors, true);
        AtomicLong time = new AtomicLong(-50);
        try (Training training = new Training(Experiment.reference(), new FakeEngine(0))) {
            Progress progress = new Progress(console, false, time::get);
            progress.clear();
            assertThat(errors).hasToString("");
            progress.showEpoch(training::snapshot);
            progress.showEpoch(training::snapshot);
            time.addAndGet(99_999_999);
            progress.showEpoch(training::snapshot);
            time.addAndGet(1);
            progress.showEpoch(training::snapshot);
            progress.clear();
        }
        String line = "\r\u001b[K\u001b[?7lepoch 0/250   loss 0.";
        assertThat(errors.toString().split("epoch", -1)).hasSize(3);
        assertThat(errors.toString()).startsWith(line).endsWith("\r\u001b[K");
    }
}
