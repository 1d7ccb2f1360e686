package lab.carousel.ui.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import lab.carousel.lesson.Situation;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.training.RecordedRuns;
import lab.carousel.training.Snapshot;
import org.junit.jupiter.api.Test;

class ToldFactsTest {

    @Test
    void countsOnlyForTheNetworkThatIsLookedAt() {
        Snapshot untrained = RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.EPOCHS, 0)));
        Snapshot trained = RecordedRuns.end(Experiment.reference().with(all -> all.with(Settings.EPOCHS, 1)));
        ToldFacts told = new ToldFacts(Optional.of(trained.parameters()), Map.of(Situation.AUTOMATON, 5));
        assertThat(told.of(Optional.of(trained))).containsExactly(Map.entry(Situation.AUTOMATON, 5));
        assertThat(told.of(Optional.of(untrained))).isEmpty();
        assertThat(told.of(Optional.empty())).isEmpty();
        assertThat(ToldFacts.NONE.of(Optional.empty())).isEmpty();
    }
}
