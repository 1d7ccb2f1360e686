package lab.carousel.ui.lesion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.Contrast;
import lab.carousel.study.TrainedNetworks;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.state.TracedSnapshot;
import org.junit.jupiter.api.Test;

class LesionPlaceTest {

    private static String sentence(Snapshot network) {
        FedNetwork fed = FedNetwork.of(network.experiment(), network.parameters());
        TracedSnapshot traced =
                new TracedSnapshot(network, fed, fed.traces(ColumnWindow.START), network, Optional.empty());
        return LesionPlace.sentence(new LesionPlace.Ask(traced, List.of(), "", -1), new Contrast("", "", List.of()));
    }

    @Test
    void writesTheMarginWithTheDigitsThatTheStatusBarHas() {
        Snapshot network = TrainedNetworks.remembering(1);
        assertThat(LesionPlace.words(network.evaluation()))
                .contains("margin "
                        + Message.text(
                                "status.margin.value", network.evaluation().margin()));
    }

    @Test
    void saysOnWhichOfTheDrawnSequencesItCounts() {
        assertThat(sentence(TrainedNetworks.noisyGap()))
                .isEqualTo("No lesions yet, so both are identical."
                        + " Counted on the 4 drawn sequences shown here, not on fresh ones.");
        assertThat(sentence(TrainedNetworks.remembering(1))).isEqualTo("No lesions yet, so both are identical.");
    }
}
