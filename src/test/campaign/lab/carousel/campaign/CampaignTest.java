package lab.carousel.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import lab.carousel.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A short run of the campaign in every build; the long one is {@code mvn -Pcampaign test}. */
class CampaignTest {

    /** The same in each build: what fails there fails again. */
    private static final long SEED = 1;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"inputs, 2500", "commands, 700", "windows, 300"})
    void nothingFallsOver(String part, int millis) throws Exception {
        Campaign campaign = new Campaign(SEED, 0, folder);
        campaign.run(part, TimeUnit.MILLISECONDS.toNanos(Sample.isExhaustive() ? millis : millis / 2));
        assertThat(campaign.falls()).as("seed " + SEED).isEmpty();
    }

    @Test
    void aThirdOfTheInputsOfEachFormatGetPastTheFirstLook() throws Exception {
        for (Format format : Formats.all(folder)) {
            Damage damage = new Damage(new SplittableRandom(5));
            int good = 0;
            for (int number = 0; number < 60; number++) {
                good += WellFormed.is(format.shape(), damage.of(format)) ? 1 : 0;
            }
            assertThat(good).as(format.name()).isGreaterThan(20);
        }
    }
}
