package lab.carousel.study.many;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lab.carousel.engine.Engine;
import lab.carousel.file.study.StudyOutput;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.training.Divergence;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class StudyRunTest {

    private static String tables(Results results) {
        StringBuilder text = new StringBuilder(StudyOutput.runs(results) + StudyOutput.summary(results));
        for (RunResult result : results.finished()) {
            for (int point = 0; point < result.course().size(); point++) {
                text.append(result.course().loss(point)).append(result.course().verdict(point));
            }
        }
        return text.toString();
    }

    @Test
    void whatWasKeptIsOverFromTheStart() {
        Results all = Studies.results(Studies.study(Question.SEEDS, 2, 3), 1);
        StudyRun done = StudyRun.ended(all);
        assertThat(done.progress()).isEqualTo(new StudyProgress(StudyState.DONE, 3, 3, 0, Optional.empty()));
        assertThat(done.results()).isEqualTo(all);
        Results some = new Results(all.plan(), all.finished().subList(1, 3));
        assertThat(StudyRun.ended(some).progress().state()).isEqualTo(StudyState.CANCELLED);
        assertThat(StudyRun.ended(some).results()).isEqualTo(some);
    }

    @Test
    void isTheSameOnOneTwoAndFourThreads() {
        Study study = Studies.study(Question.TUNING, 12, 5, Studies.units(1, 20, 3));
        String one = tables(Studies.results(study, 1));
        assertThat(one.lines().count()).isGreaterThan(15);
        assertThat(tables(Studies.results(study, 2))).isEqualTo(one);
        assertThat(tables(Studies.results(study, 4))).isEqualTo(one);
    }

    @Test
    void comesToTheSameAsASingleTraining() {
        Results results = Studies.results(Studies.study(Question.SEEDS, 30, 2), 2);
        assertThat(results.isComplete()).isTrue();
        for (RunResult result : results.finished()) {
            Experiment experiment = results.plan().run(result.run()).experiment();
            Snapshot end = RecordedRuns.end(experiment);
            assertThat(result.end()).contains(end.evaluation().withoutSequences());
            assertThat(result.verdict()).contains(end.verdict());
            assertThat(result.course().size()).isEqualTo(30);
            assertThat(result.course().separation(29))
                    .isEqualTo((float) end.evaluation().separation());
            assertThat(result.course().loss(16)).isEqualTo(end.history().loss(0, 16));
        }
    }

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    /** An engine that waits in a run, counted from 1. */
    private Engine heldIn(long held) {
        return new WatchedEngine((run, update, loss) -> {
            if (run == held) {
                reached.countDown();
                waitFor(this.held);
            }
            return loss;
        });
    }

    @Test
    void keepsWhatWasFinishedWhenItIsCancelled() throws Exception {
        Engine engine = heldIn(4);
        StudyRun run = StudyRun.start(Plan.of(Studies.study(Question.SEEDS, 3, 10)), name -> engine, 1);
        waitFor(reached);
        assertThat(run.progress().state()).isEqualTo(StudyState.RUNNING);
        run.cancel();
        held.countDown();
        waitFor(run);
        assertThat(run.progress().state()).isEqualTo(StudyState.CANCELLED);
        assertThat(run.progress().isOver()).isTrue();
        assertThat(run.progress().finished()).isEqualTo(3);
        assertThat(run.results().isComplete()).isFalse();
        assertThat(run.results().finished()).extracting(RunResult::run).containsExactly(0, 1, 2);
    }

    @Test
    void countsWhatDivergesAndGoesOn() {
        Engine engine = new WatchedEngine((run, update, loss) -> run == 2 && update == 13 ? Double.NaN : loss);
        StudyRun run = StudyRun.start(Plan.of(Studies.study(Question.SEEDS, 4, 3)), name -> engine, 1);
        waitFor(run);
        assertThat(run.progress().state()).isEqualTo(StudyState.DONE);
        assertThat(run.progress().diverged()).isEqualTo(1);
        Results results = run.results();
        assertThat(results.finished()).hasSize(3);
        assertThat(results.diverged()).isEqualTo(1);
        RunResult wild = results.finished().get(1);
        assertThat(wild.divergence()).contains(new Divergence(2, 2, 1));
        assertThat(wild.isDiverged()).isTrue();
        assertThat(wild.course().size()).isEqualTo(1);
        assertThat(wild.end()).as("the last evaluation that was a number").isPresent();
        assertThat(wild.ended(Verdict.NOT_YET)).isFalse();
    }

    @Test
    void keepsWhatWasFinishedWhenSomethingUnexpectedHappens() {
        Engine engine = new WatchedEngine((run, update, loss) -> {
            if (run == 3) {
                throw new IllegalStateException("a mistake");
            }
            return loss;
        });
        StudyRun run = StudyRun.start(Plan.of(Studies.study(Question.SEEDS, 2, 5)), name -> engine, 1);
        waitFor(run);
        assertThat(run.progress().state()).isEqualTo(StudyState.FAILED);
        assertThat(run.failure()).get().extracting(Throwable::getMessage).isEqualTo("a mistake");
        assertThat(run.results().finished()).hasSize(2);
    }

    @Test
    void tellsHowLongItWillTake() {
        AtomicLong time = new AtomicLong();
        Engine engine = heldIn(3);
        Plan plan = Plan.of(Studies.study(Question.SEEDS, 1, 8));
        StudyRun run = StudyRun.start(Results.none(plan), Shard.WHOLE, name -> engine, 1, time::get);
        waitFor(reached);
        time.set(3_000_000_000L);
        // two of eight runs in three seconds: six more take nine
        assertThat(run.progress().timeLeft()).contains(Duration.ofSeconds(9));
        held.countDown();
        waitFor(run);
        assertThat(run.progress().timeLeft()).isEmpty();
    }

    private static void waitFor(StudyRun run) {
        waitFor(() -> run.await(1, TimeUnit.MINUTES));
    }

    private static void waitFor(CountDownLatch latch) {
        waitFor(() -> latch.await(1, TimeUnit.MINUTES));
    }

    private static void waitFor(Callable<Boolean> end) {
        assertThatCode(() -> assertThat(end.call()).isTrue()).doesNotThrowAnyException();
    }
}
