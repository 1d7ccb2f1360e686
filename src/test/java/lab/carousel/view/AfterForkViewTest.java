package lab.carousel.view;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Order;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.AfterFork;
import org.junit.jupiter.api.Test;

class AfterForkViewTest {

    private static String caption(Experiment experiment) {
        return AfterForkView.caption(
                experiment, AfterFork.of(FedNetwork.of(experiment, InitialParameters.of(experiment))));
    }

    @Test
    void saysThatTheListedOrderIsShownWhereManyAreJudged() {
        String listed = "The filled bar is the right answer. Without memory both pairs look the same.";
        Experiment carried = Experiment.reference().with(all -> all.with(Settings.RESET_POLICY, ResetPolicy.NEVER));
        assertThat(caption(Experiment.reference())).isEqualTo(listed);
        assertThat(caption(carried)).isEqualTo(listed);
        assertThat(caption(carried.with(all -> all.with(Settings.ORDER, Order.SHUFFLED))))
                .isEqualTo(listed
                        + " The bars are those of the listed order; the verdict is the worst of 20 shuffled orders.");
    }
}
