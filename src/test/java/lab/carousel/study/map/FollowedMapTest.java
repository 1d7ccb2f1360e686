package lab.carousel.study.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluator;
import lab.carousel.model.verdict.FedNetwork;
import org.junit.jupiter.api.Test;

/** Axes that stay while a run trains, and are new where it ends or holds. */
class FollowedMapTest {

    private static final Experiment EXPERIMENT = Experiment.reference();
    private static final VisitedStates VISITED =
            VisitedStates.of(new Evaluator(EXPERIMENT), StatePart.whole(EXPERIMENT.layout()));

    /** Another network of the same kind, in place of one that has learned. */
    private static FedNetwork network(long seed) {
        return FedNetwork.of(EXPERIMENT, InitialParameters.of(EXPERIMENT.with(all -> all.with(Settings.SEED, seed))));
    }

    private static double shown(FollowedMap followed) {
        return followed.map().share(0) + followed.map().share(1);
    }

    private final FollowedMap opened = FollowedMap.of(VISITED, network(1), 0);

    @Test
    void theAxesStayWhileTheRunTrainsAndAreNewWhereItRests() {
        FollowedMap training = opened.at(network(2), 249, false);
        assertThat(training.epoch()).isZero();
        assertThat(training.before()).isEmpty();
        FollowedMap ended = training.at(network(2), 250, true);
        assertThat(ended.epoch()).isEqualTo(250);
        assertThat(shown(ended)).isGreaterThan(shown(training));
        assertThat(ended.before().orElseThrow().epoch()).isZero();
        // Time travel shows earlier networks along the same axes
        assertThat(ended.at(network(1), 30, false).epoch()).isEqualTo(250);
    }

    @Test
    void aRunThatIsStartedOverHasAxesOfItsOwn() {
        FollowedMap ended = opened.whileTrained(network(2), 249).at(network(2), 250, true);
        FollowedMap goesOn = ended.whileTrained(network(3), 251);
        assertThat(goesOn.epoch()).isEqualTo(250);
        FollowedMap startedOver = ended.whileTrained(network(4), 1);
        assertThat(startedOver.epoch()).isEqualTo(1);
        assertThat(startedOver.before()).as("nothing came to rest").isEmpty();
        assertThat(startedOver.at(network(4), 250, true).epoch()).isEqualTo(250);
    }

    @Test
    void aClickTakesTheOldAxesBackUntilTheRunHasGoneOn() {
        FollowedMap ended = opened.at(network(2), 250, true);
        FollowedMap back = ended.back(network(2));
        assertThat(back.epoch()).isZero();
        assertThat(back.before()).isEmpty();
        assertThat(Arrays.equals(
                        back.map().coordinates(3), opened.map().of(network(2)).coordinates(3)))
                .isTrue();
        assertThat(back.at(network(2), 250, true).epoch()).isZero();
        assertThat(back.at(network(3), 400, true).epoch()).isEqualTo(400);
    }

    @Test
    void aRunThatMakesOneEpochAtATimeCanBeFollowed() {
        FollowedMap stepped = opened;
        for (int epoch = 1; epoch < 5; epoch++) {
            stepped = stepped.at(network(epoch), epoch - 1, false).at(network(epoch + 1), epoch, true);
        }
        assertThat(stepped.epoch()).isZero();
    }
}
