package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void atFirstTheReferenceTakesEightToTenSeconds() {
        double seconds = 250 / Pace.FIRST.perSecond();
        assertThat(seconds).isBetween(8.0, 10.0);
        assertThat(Pace.FIRST.unit()).isEqualTo(Pace.Unit.EPOCHS);
    }

    @Test
    void epochsAreAsManyUpdatesAsTheyHave() {
        assertThat(Pace.epochs(30).inUpdates(8)).isEqualTo(new Pace(240));
        assertThat(new Pace(5).inUpdates(8)).isEqualTo(new Pace(5));
        assertThat(Pace.FASTEST.inUpdates(8)).isEqualTo(Pace.FASTEST);
    }
}
