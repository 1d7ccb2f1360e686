package lab.carousel.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.task.Task;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TraceServiceTest {

    /** What waits for the screen's thread, which is the test's. */
    private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();

    private final TraceService service = new TraceService(new Background(screen::add));

    @AfterEach
    void close() {
        service.close();
    }

    private void pulse() throws InterruptedException {
        Runnable waiting = screen.poll(20, TimeUnit.SECONDS);
        assertThat(waiting).isNotNull();
        waiting.run();
    }

    /** Lets results arrive until the traces of a snapshot are there. */
    private void await(Snapshot snapshot) throws InterruptedException {
        while (service.getTraced() == null || service.getTraced().snapshot() != snapshot) {
            pulse();
        }
    }

    @Test
    void showsTheTracesWithTheSnapshotTheyBelongTo() throws InterruptedException {
        assertThat(service.getTraced()).isNull();
        Snapshot snapshot = SampleSnapshot.reference(3);
        service.request(snapshot);
        pulse();
        assertThat(service.getTraced().snapshot()).isSameAs(snapshot);
        Traces expected = Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);
        assertThat(service.getTraced().traces().values(Quantity.HIDDEN_STATE, 7))
                .containsExactly(expected.values(Quantity.HIDDEN_STATE, 7));
    }

    @Test
    void theLatestOfManyRequestsIsShownAndNothingQueuesUp() throws InterruptedException {
        Experiment experiment = Experiment.reference();
        List<Snapshot> shown = new ArrayList<>();
        service.tracedProperty().addListener((property, old, traced) -> shown.add(traced.snapshot()));
        Snapshot last = null;
        for (int epoch = 0; epoch < 500; epoch++) {
            last = SampleSnapshot.of(experiment, epoch);
            service.request(last);
            assertThat(screen.size()).isLessThanOrEqualTo(1);
        }
        await(last);
        assertThat(shown).hasSizeLessThanOrEqualTo(3).endsWith(last);
        assertThat(screen).isEmpty();
    }

    @Test
    void theSameRequestAgainCostsNothing() throws InterruptedException {
        Snapshot snapshot = SampleSnapshot.reference(3);
        service.request(snapshot);
        await(snapshot);
        service.request(snapshot);
        service.setWindow(service.getWindow());
        assertThat(screen.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tracesTheWindowThatWasSet() throws InterruptedException {
        Snapshot snapshot = SampleSnapshot.reference(3);
        service.request(snapshot);
        await(snapshot);
        service.setWindow(new ColumnWindow(6, 3));
        assertThat(service.getWindow()).as("moved back").isEqualTo(new ColumnWindow(5, 3));
        pulse();
        assertThat(service.getTraced().traces().window()).isEqualTo(new ColumnWindow(5, 3));
    }

    @Test
    void stepByStepIsAnotherLookAtTheSameNetwork() throws InterruptedException {
        Experiment reference = Experiment.reference();
        Experiment slots = reference.with(reference.hyperparameters().with(Settings.BATCH_SIZE, 3));
        Snapshot snapshot = SampleSnapshot.of(slots, 3);
        service.request(snapshot);
        await(snapshot);
        assertThat(service.getTraced().trained()).isSameAs(snapshot);
        service.stepByStepProperty().set(true);
        pulse();
        Snapshot seen = service.getTraced().snapshot();
        assertThat(service.getTraced().trained()).isSameAs(snapshot);
        assertThat(seen.experiment()).isEqualTo(slots.stepByStep());
        assertThat(seen.evaluation()).isEqualTo(Evaluation.of(slots.stepByStep(), snapshot.parameters()));
        assertThat(seen.evaluation().loss()).isNotEqualTo(snapshot.evaluation().loss());
        Traces expected = Traces.of(slots.stepByStep(), snapshot.parameters(), ColumnWindow.START);
        assertThat(service.getTraced().traces().outputs(6)).containsExactly(expected.outputs(6));
        Snapshot next = SampleSnapshot.of(slots, 4);
        service.request(next);
        pulse();
        assertThat(service.getTraced().trained()).isSameAs(next);
        assertThat(service.getTraced().snapshot().experiment())
                .as("the same experiment, so that what is kept of it stays")
                .isSameAs(seen.experiment());
        Snapshot single = SampleSnapshot.reference(4);
        service.request(single);
        await(single);
        service.stepByStepProperty().set(false);
        service.request(next);
        await(next);
    }

    @Test
    void aNewSnapshotKeepsTheWindowAndAnotherTaskGoesToItsStart() throws InterruptedException {
        Snapshot snapshot = SampleSnapshot.reference(3);
        service.request(snapshot);
        service.setWindow(new ColumnWindow(4, 4));
        Snapshot next = SampleSnapshot.of(snapshot.experiment(), 4);
        service.request(next);
        await(next);
        assertThat(service.getTraced().traces().window()).isEqualTo(new ColumnWindow(4, 4));
        Snapshot other = SampleSnapshot.of(Task.parse("a b", "a b a b a b a b a b"), 3, 0);
        service.request(other);
        assertThat(service.getWindow()).isEqualTo(new ColumnWindow(0, 9));
        await(other);
        assertThat(service.getTraced().traces().columns()).isEqualTo(9);
    }

    /** Asks, and does something else before the answer is there. */
    private void answerAfter(Runnable meanwhile) throws InterruptedException {
        service.request(SampleSnapshot.reference(3));
        Runnable late = screen.poll(20, TimeUnit.SECONDS);
        meanwhile.run();
        late.run();
    }

    @Test
    void resultsOfAnExperimentThatIsNoLongerLookedAtAreNotShown() throws InterruptedException {
        answerAfter(service::clear);
        assertThat(service.getTraced()).isNull();
    }

    @Test
    void nothingIsShownAfterClosing() throws InterruptedException {
        answerAfter(service::close);
        service.request(SampleSnapshot.reference(4));
        assertThat(screen.poll(200, TimeUnit.MILLISECONDS)).isNull();
        assertThat(service.getTraced()).isNull();
    }
}
