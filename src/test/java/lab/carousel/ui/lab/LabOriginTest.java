package lab.carousel.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.training.Origin;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that go on from a past state. */
class LabOriginTest extends LabFixture {

    private static final Experiment FASTER =
            REFERENCE.with(REFERENCE.hyperparameters().with(Settings.LEARNING_RATE, 0.01));

    private Origin origin;
    private RunStatus waiting;

    /** Trains to the end, goes on from epoch 120, and plays that to its end. */
    @BeforeEach
    void goOn() {
        finish(new KernelEngine());
        origin = snapshot().at(snapshot().recorded().get(120)).asOrigin();
        lab.continueFrom(origin);
        await(() -> snapshot().origin().isPresent());
        waiting = lab.statusProperty().get();
        lab.play();
        await(() -> state() == RunState.FINISHED);
    }

    @Test
    void itWaitsThereAndCountsOn() {
        assertThat(waiting.state()).isEqualTo(RunState.PAUSED);
        assertThat(waiting.snapshot().orElseThrow().position()).isEqualTo(new Position(120, 0, 0, 960));
        assertThat(snapshot().position()).isEqualTo(new Position(370, 2, 4, 2_960));
        assertThat(snapshot().lastEpoch()).isEqualTo(370);
        assertThat(snapshot().history().size()).isEqualTo(370);
        assertThat(lab.origin()).contains(origin);
    }

    @Test
    void itStartsThereAndIsPlayedAgainFromThere() {
        Snapshot first = snapshot();
        assertThat(first.origin()).contains(origin);
        assertThat(first.recorded().get(0).parameters()).isSameAs(origin.parameters());
        assertThat(first.position().epoch()).isEqualTo(370);
        lab.play();
        await(() -> snapshot() != first && state() == RunState.FINISHED);
        assertThat(snapshot().origin()).contains(origin);
        assertThat(snapshot().parameters()).isEqualTo(first.parameters());
    }

    @Test
    void resetGoesBackToTheWeightsOfTheSeed() {
        lab.reset();
        await(() -> snapshot().position().updates() == 0);
        assertThat(snapshot().origin()).isEmpty();
        assertThat(snapshot().parameters()).isEqualTo(InitialParameters.of(REFERENCE));
    }

    @Test
    void withAnEditItStartsThereAgain() {
        edit(FASTER);
        await(() -> snapshot().experiment().equals(FASTER) && state() == RunState.FINISHED);
        assertThat(snapshot().origin()).contains(origin);
        assertThat(snapshot().recorded().get(0).parameters()).isSameAs(origin.parameters());
    }

    @Test
    void aNetworkOfAnotherShapeStartsFromItsSeed() {
        assertThat(lab.canContinueFrom(origin)).isTrue();
        edit(units(7));
        assertThat(lab.canContinueFrom(origin)).isFalse();
        await(() -> snapshot().experiment().equals(units(7)) && state() == RunState.FINISHED);
        assertThat(snapshot().origin()).isEmpty();
        Snapshot before = snapshot();
        lab.continueFrom(origin);
        lab.pulse();
        assertThat(snapshot()).as("nothing happens").isSameAs(before);
    }
}
