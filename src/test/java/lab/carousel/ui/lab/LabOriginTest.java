package lab.carousel.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.training.Origin;
import lab.carousel.training.Position;
import lab.carousel.training.RunState;
import lab.carousel.training.RunStatus;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that go on from a past state. */
class LabOriginTest {

    private static final Experiment REFERENCE = Experiment.reference();
    private static final Experiment FASTER =
            REFERENCE.with(REFERENCE.hyperparameters().with(Settings.LEARNING_RATE, 0.01));
    private static final Experiment SMALLER =
            REFERENCE.with(REFERENCE.hyperparameters().with(Settings.HIDDEN_UNITS, 7));

    private final Lab lab = new Lab(name -> new KernelEngine(), REFERENCE, System::nanoTime);
    private Origin origin;
    private RunStatus waiting;

    /** Trains to the end, goes on from epoch 120, and plays that to its end. */
    @BeforeEach
    void goOn() {
        lab.play();
        await(() -> state() == RunState.FINISHED);
        origin = snapshot().at(snapshot().recorded().get(120)).asOrigin();
        lab.continueFrom(origin);
        await(() -> snapshot().origin().isPresent());
        waiting = lab.statusProperty().get();
        lab.play();
        await(() -> state() == RunState.FINISHED);
    }

    @AfterEach
    void close() {
        lab.close();
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
        edit(SMALLER);
        assertThat(lab.canContinueFrom(origin)).isFalse();
        await(() -> snapshot().experiment().equals(SMALLER) && state() == RunState.FINISHED);
        assertThat(snapshot().origin()).isEmpty();
        Snapshot before = snapshot();
        lab.continueFrom(origin);
        lab.pulse();
        assertThat(snapshot()).as("nothing happens").isSameAs(before);
    }

    private void edit(Experiment experiment) {
        lab.edit(Optional.of(experiment.task()), Optional.of(experiment.hyperparameters()), experiment.engine());
    }

    private Snapshot snapshot() {
        return lab.statusProperty().get().snapshot().orElseThrow();
    }

    private RunState state() {
        return lab.statusProperty().get().state();
    }

    private void await(BooleanSupplier condition) {
        PulsedLab.await(lab, condition);
    }
}
