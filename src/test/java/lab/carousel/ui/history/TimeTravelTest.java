package lab.carousel.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TimeTravelTest {

    /** Eight updates in an epoch: 12 epochs, and three updates more. */
    private static final List<Snapshot> RUN =
            RecordedRuns.updates(Experiment.reference(), new KernelEngine(), 12 * 8 + 3);

    private long nanos;
    private final TimeTravel travel = new TimeTravel(() -> nanos);

    private static Snapshot afterEpoch(int epoch) {
        return RUN.get(8 * epoch);
    }

    private Snapshot shown() {
        return travel.shownProperty().get();
    }

    private void assertLooksBackOn(int epoch) {
        assertThat(travel.lookingBackProperty().get()).isTrue();
        assertThat(shown().position()).isEqualTo(afterEpoch(epoch).position());
        assertThat(shown().parameters()).isEqualTo(afterEpoch(epoch).parameters());
        assertThat(shown().evaluation()).isEqualTo(afterEpoch(epoch).evaluation());
        assertThat(travel.placeProperty().get()).isEqualTo(epoch);
    }

    private void assertLive(Snapshot now) {
        assertThat(travel.lookingBackProperty().get()).isFalse();
        assertThat(travel.playingProperty().get()).isFalse();
        assertThat(shown()).isSameAs(now);
        assertThat(travel.placeProperty().get())
                .isEqualTo(travel.lastPlaceProperty().get());
    }

    @Test
    void followsTheRun() {
        assertThat(shown()).isNull();
        for (Snapshot now : RUN) {
            travel.follow(now);
            assertLive(now);
        }
        // 0 to 12, and the place of the middle of an epoch
        assertThat(travel.lastPlaceProperty().get()).isEqualTo(13);
        travel.follow(afterEpoch(12));
        assertThat(travel.lastPlaceProperty().get()).isEqualTo(12);
    }

    @Test
    void looksBackWhileTheRunGoesOn() {
        travel.follow(afterEpoch(7));
        travel.lookAt(3);
        assertLooksBackOn(3);
        List<Snapshot> seen = new ArrayList<>();
        travel.shownProperty().addListener((observable, before, now) -> seen.add(now));
        travel.follow(RUN.get(8 * 7 + 5));
        travel.follow(afterEpoch(12));
        assertLooksBackOn(3);
        assertThat(travel.lastPlaceProperty().get()).isEqualTo(12);
        assertThat(seen).as("nothing is traced anew").isEmpty();
        travel.goLive();
        assertLive(afterEpoch(12));
    }

    @Test
    void goesBackAndForwardByRecordedEpochsAndStaysWithinThem() {
        Snapshot now = RUN.get(8 * 12 + 3);
        travel.follow(now);
        travel.back();
        assertLooksBackOn(12);
        travel.back();
        assertLooksBackOn(11);
        travel.forward();
        assertLooksBackOn(12);
        travel.forward();
        assertLive(now);
        travel.forward();
        assertLive(now);
        travel.lookAt(1);
        travel.back();
        assertLooksBackOn(0);
        travel.back();
        assertLooksBackOn(0);
    }

    @Test
    void atItsStartThereIsNoPast() {
        travel.back();
        travel.playOrPause();
        assertThat(shown()).isNull();
        travel.follow(afterEpoch(0));
        travel.back();
        travel.playOrPause();
        assertLive(afterEpoch(0));
        assertThat(travel.lastPlaceProperty().get()).isZero();
    }

    @Test
    void anotherRunIsLookedAtAsItIsNow() {
        travel.follow(afterEpoch(12));
        travel.lookAt(3);
        Snapshot other = RecordedRuns.updates(Experiment.reference(), new KernelEngine(), 0)
                .get(0);
        travel.follow(other);
        assertLive(other);
        assertThat(travel.lastPlaceProperty().get()).isZero();
    }

    @Test
    void whoHearsOfTheMomentKnowsWhichKindItIs() {
        List<Boolean> kinds = new ArrayList<>();
        travel.shownProperty()
                .addListener((observable, before, now) ->
                        kinds.add(travel.lookingBackProperty().get()));
        travel.follow(afterEpoch(5));
        travel.lookAt(2);
        travel.goLive();
        assertThat(kinds).containsExactly(false, true, false);
    }

    @Test
    void playsFromTheStartToTheRunAsItIsNow() {
        travel.follow(afterEpoch(12));
        travel.playOrPause();
        assertLooksBackOn(0);
        assertThat(travel.playingProperty().get()).isTrue();
        List<Integer> epochs = new ArrayList<>();
        travel.shownProperty()
                .addListener(
                        (observable, before, now) -> epochs.add(now.position().epoch()));
        for (int frame = 0; frame < 60; frame++) {
            nanos += TimeUnit.MILLISECONDS.toNanos(17);
            travel.pulse();
        }
        assertThat(epochs).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertLive(afterEpoch(12));
    }

    @Test
    void aReplayPausesAndGoesOnFromThere() {
        travel.follow(afterEpoch(12));
        travel.lookAt(4);
        travel.playOrPause();
        nanos += TimeUnit.MILLISECONDS.toNanos(110);
        travel.pulse();
        assertLooksBackOn(6);
        travel.playOrPause();
        assertThat(travel.playingProperty().get()).isFalse();
        nanos += TimeUnit.SECONDS.toNanos(5);
        travel.pulse();
        assertLooksBackOn(6);
        travel.playOrPause();
        nanos += TimeUnit.MILLISECONDS.toNanos(60);
        travel.pulse();
        assertLooksBackOn(7);
    }

    @Test
    void lookingElsewhereEndsAReplay() {
        travel.follow(afterEpoch(12));
        travel.playOrPause();
        travel.lookAt(9);
        assertThat(travel.playingProperty().get()).isFalse();
        nanos += TimeUnit.SECONDS.toNanos(1);
        travel.pulse();
        assertLooksBackOn(9);
    }

    @Test
    void whatIsLookedAtHoldsNothingThatTheHistoryHasGivenUp() {
        Experiment tiny = Experiment.reference()
                .with(Experiment.reference()
                        .hyperparameters()
                        .with(Settings.HIDDEN_UNITS, 1)
                        .with(Settings.EPOCHS, 3_000));
        List<Snapshot> run = RecordedRuns.epochs(tiny, new KernelEngine(), 1_501, 2_500);
        travel.follow(run.get(0));
        travel.lookAt(1_499);
        Snapshot before = shown();
        // After 2,048 epochs the odd ones behind the first 1,024 are given up
        travel.follow(run.get(1));
        assertThat(run.get(1).recorded().sharesMemoryWith(before.recorded())).isFalse();
        assertThat(travel.lookingBackProperty().get()).isTrue();
        assertThat(shown().position().epoch()).isEqualTo(1_499);
        assertThat(shown().parameters()).isSameAs(before.parameters());
        assertThat(shown().recorded().sharesMemoryWith(run.get(1).recorded())).isTrue();
        int place = travel.placeProperty().get();
        assertThat(run.get(1).recorded().get(place).epoch()).isEqualTo(1_498);
        travel.forward();
        assertThat(shown().position().epoch()).isEqualTo(1_500);
    }
}
