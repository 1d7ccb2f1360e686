package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.study.TransplantFinding.Outcome;
import lab.carousel.task.Target;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class TransplantTest {

    private static final Snapshot NETWORK = TrainedNetworks.remembering(1);
    private static final Set<Quantity> BOTH = Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE);

    private static Transplant transplant(Snapshot network, int step, Set<Quantity> states) {
        return Transplant.of(
                FedSteps.of(network.experiment(), network.parameters()),
                0,
                1,
                step,
                states,
                Transplant.allUnits(network.parameters().layout()));
    }

    @Test
    void nothingMovedChangesNothing() {
        Transplant none = transplant(NETWORK, 2, Set.of());
        for (int step = 0; step < 4; step++) {
            assertThat(none.after().outputs(step)).containsExactly(none.before().outputs(step));
        }
    }

    @Test
    void oneUnitMovesOnlyThatUnit() {
        Transplant one = Transplant.of(
                FedSteps.of(NETWORK.experiment(), NETWORK.parameters()),
                0,
                1,
                2,
                Set.of(Quantity.CELL_STATE),
                Set.of(3));
        double kept = one.after().value(Quantity.CELL_STATE, 2, 4);
        assertThat(kept).isEqualTo(one.before().value(Quantity.CELL_STATE, 2, 4));
        assertThat(one.after().value(Quantity.CELL_STATE, 2, 3))
                .isNotEqualTo(one.before().value(Quantity.CELL_STATE, 2, 3));
    }

    @Test
    void aStepThatOneOfTheSequencesLacksIsRefused() {
        assertThatThrownBy(() -> transplant(NETWORK, 4, BOTH)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> transplant(NETWORK, -1, BOTH)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void inAStackOfGatedUnitsTheHiddenStateIsAllTheNetworkKnows() {
        Experiment experiment = NETWORK.experiment();
        Experiment stacked = experiment.with(all -> all.with(Settings.CELL, Cell.GRU)
                .with(Settings.LAYERS, 2)
                .with(Settings.HIDDEN_UNITS, 3)
                .with(Settings.LAG, 2));
        Parameters parameters = InitialParameters.of(stacked);
        Set<Integer> all = Transplant.allUnits(parameters.layout());
        Transplant moved = Transplant.of(FedSteps.of(stacked, parameters), 0, 1, 2, Set.of(Quantity.HIDDEN_STATE), all);
        assertThat(moved.isExactlyTheDonor()).isTrue();
        assertThat(moved.sameUntil()).isEqualTo(4);
        Transplant lower = Transplant.of(
                FedSteps.of(stacked, parameters), 0, 1, 2, Set.of(Quantity.HIDDEN_STATE), Set.of(0, 1, 2));
        assertThat(lower.isExactlyTheDonor()).isFalse();
        assertThat(Transplant.carriedBy(Cell.GRU)).containsExactly(Quantity.HIDDEN_STATE);
        assertThat(Transplant.carriedBy(Cell.DENSE)).isEmpty();
    }

    private static TransplantFinding finding(Snapshot network, Transplant transplant) {
        return TransplantFinding.of(transplant, network.experiment().scoredSteps(), 4);
    }

    @Test
    void tellsWhoseAnswerIsGivenNow() {
        TransplantFinding moved = finding(NETWORK, transplant(NETWORK, 1, BOTH));
        assertThat(moved.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(moved.step()).isEqualTo(3);
        assertThat(moved.own()).isEqualTo(Target.of(4));
        assertThat(moved.others()).isEqualTo(Target.of(3));
        assertThat(moved.now()).isEqualTo(Target.of(3));
        assertThat(moved.others().lowest(moved.after()))
                .isGreaterThan(moved.own().lowest(moved.after()));
        assertThat(moved.others().lowest(moved.before())).isLessThan(moved.own().lowest(moved.before()));
        assertThat(moved.isSlight()).isFalse();
        TransplantFinding stayed = finding(NETWORK, transplant(NETWORK, 1, Set.of()));
        assertThat(stayed.outcome()).isEqualTo(Outcome.STAYED);
        assertThat(stayed.now()).isEqualTo(Target.of(4));
        assertThat(finding(NETWORK, transplant(NETWORK, 0, BOTH)).outcome()).isEqualTo(Outcome.OTHER_INPUTS);
    }

    @Test
    void inALuckyNetworkAHairDecides() {
        Snapshot lucky = TrainedNetworks.lucky();
        assertThat(finding(lucky, transplant(lucky, 1, BOTH)).isSlight()).isTrue();
    }

    @Test
    void whereBothAnswerTheSameNothingCanBeTold() {
        Parameters untaught = Parameters.of(
                NETWORK.parameters().layout(),
                new double[NETWORK.parameters().layout().size()]);
        Transplant moved = Transplant.of(
                FedSteps.of(NETWORK.experiment(), untaught), 0, 1, 1, BOTH, Transplant.allUnits(untaught.layout()));
        assertThat(finding(NETWORK, moved).outcome()).isEqualTo(Outcome.SAME_ANSWERS);
    }

    @Test
    void ofSequencesThatShareNothingTheEndsAreCompared() {
        Snapshot network = TrainedNetworks.noisyGap();
        int steps = network.experiment().task().sequences().get(1).steps();
        int others = network.experiment().task().sequences().get(0).steps();
        TransplantFinding moved = TransplantFinding.ofEnds(transplant(network, 20, BOTH), steps, others);
        assertThat(moved.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(moved.step()).isEqualTo(steps - 1);
        // Outputs of this task: x, then y
        assertThat(moved.own()).isEqualTo(Target.of(1));
        assertThat(moved.others()).isEqualTo(Target.of(0));
        assertThat(moved.now()).isEqualTo(Target.of(0));
        assertThat(moved.others().lowest(moved.after()))
                .isGreaterThan(moved.others().lowest(moved.before()));
        TransplantFinding stayed = TransplantFinding.ofEnds(transplant(network, 20, Set.of()), steps, others);
        assertThat(stayed.outcome()).isEqualTo(Outcome.STAYED);
        assertThat(stayed.now()).isEqualTo(Target.of(1));
        Transplant alike =
                Transplant.of(FedSteps.of(network.experiment(), network.parameters()), 0, 2, 20, BOTH, Set.of(0));
        assertThat(TransplantFinding.ofEnds(
                                alike,
                                network.experiment().task().sequences().get(2).steps(),
                                others)
                        .outcome())
                .isEqualTo(Outcome.SAME_ANSWERS);
        assertThat(TransplantFinding.ofEnds(alike, 5_000, others).outcome()).isEqualTo(Outcome.OTHER_INPUTS);
    }
}
