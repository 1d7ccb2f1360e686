package lab.carousel.ui.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ShownAutomatonTest {

    @Test
    void countsOnlyForTheNetworkThatIsLookedAt() {
        Snapshot untrained = RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.EPOCHS, 0)));
        Snapshot trained = RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.EPOCHS, 1)));
        ShownAutomaton shown = new ShownAutomaton(Optional.of(trained.parameters()), false, 5);
        assertThat(shown.states(Optional.of(trained), false)).isEqualTo(5);
        assertThat(shown.states(Optional.of(trained), true)).isZero();
        assertThat(shown.states(Optional.of(untrained), false)).isZero();
        assertThat(shown.states(Optional.empty(), false)).isZero();
        assertThat(new ShownAutomaton(Optional.of(trained.parameters()), true, 3).states(Optional.of(trained), true))
                .isEqualTo(3);
        assertThat(ShownAutomaton.NONE.states(Optional.empty(), false)).isZero();
    }
}
