package lab.carousel.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.model.UpdateInterval;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.FedSteps;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.picture.probe.ContrastDrawing;
import lab.carousel.task.Target;
import lab.carousel.task.Task;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

/** What the probes say of a network that remembers how many symbols may follow: after 0 1 2 comes 3, or 3 and 4. */
class SetsProbesTest {

    private static final Task TASK =
            Task.parse("0 1 2 3 4", "3 0 1 2 3", "4 0 1 2 4", "4 0 1 2 3").withSets(true);
    private static final Target THREE = Target.ofSet(IntStream.of(3));
    private static final Target BOTH = Target.ofSet(IntStream.of(3, 4));
    private static final Snapshot END = trained();

    private static Snapshot trained() {
        Hyperparameters settings = Hyperparameters.reference()
                .with(Settings.UPDATE_INTERVAL, UpdateInterval.WHOLE_SEQUENCE)
                .with(Settings.LEARNING_RATE, 0.01)
                .with(Settings.EPOCHS, 200);
        return RecordedRuns.end(new Experiment(TASK, settings, EngineName.KERNEL));
    }

    private static TransplantFinding transplant(Set<Quantity> moved) {
        Transplant transplant = Transplant.of(
                FedSteps.of(END.experiment(), END.parameters()),
                0,
                1,
                1,
                moved,
                Transplant.allUnits(END.experiment().layout()));
        return TransplantFinding.of(transplant, END.experiment().scoredSteps(), 4);
    }

    @Test
    void theNetworkRemembersWhichSet() {
        assertThat(END.evaluation().verdict()).isEqualTo(Verdict.REMEMBERS);
        FedNetwork network = FedNetwork.of(END.experiment(), END.parameters());
        ForkRow fork = ForkList.of(network, 9, 9).rows().get(0);
        assertThat(fork.worst()).containsExactlyInAnyOrder(THREE, BOTH);
        assertThat(fork.witness()).contains(new SymbolWitness(2, 2));
        assertThat(ForkWords.line(fork, TASK.alphabet())).contains("3, 3|4");
        AfterFork after = AfterFork.of(network);
        assertThat(after.sides()).extracting(AfterFork.Side::prediction).containsExactlyInAnyOrder(THREE, BOTH);
        assertThat(after.sides()).allMatch(AfterFork.Side::isRight).allMatch(side -> side.symbols()
                .equals(List.of(3, 4)));
    }

    @Test
    void theStateOfAnotherSequenceBringsItsSetAlthoughOneIncludesTheOther() {
        TransplantFinding moved = transplant(Set.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE));
        assertThat(moved.outcome()).isEqualTo(TransplantFinding.Outcome.MOVED);
        assertThat(List.of(moved.own(), moved.others(), moved.now())).containsExactly(BOTH, THREE, THREE);
        TransplantFinding stayed = transplant(Set.of());
        assertThat(stayed.outcome()).isEqualTo(TransplantFinding.Outcome.STAYED);
        assertThat(stayed.now()).isEqualTo(BOTH);
        assertThat(stayed.isSlight()).isFalse();
    }

    @Test
    void thoseOfTwoSequencesAreToldApart() {
        Contrast both =
                Contrast.ofSequences(FedSteps.of(END.experiment(), END.parameters()), 0, 1, Quantity.HIDDEN_STATE, 0);
        String table = ContrastDrawing.ofAnswers(both, TASK.alphabet(), List.of(), -1, -1)
                .csv();
        assertThat(table).contains("3 / 3|4", "3 / 4").doesNotContain("3|3");
        assertThat(both.right(ContrastStep::b)).isEqualTo(4);
    }
}
