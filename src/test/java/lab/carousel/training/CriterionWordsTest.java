package lab.carousel.training;

import static org.assertj.core.api.Assertions.assertThat;

import lab.carousel.task.StoppingRule;
import org.junit.jupiter.api.Test;

class CriterionWordsTest {

    @Test
    void saysAfterHowManySequencesATaskWasSolved() {
        assertThat(CriterionWords.of(new Criterion(StoppingRule.fresh(0.2, 10_000), 1_420, 10_000, 0.0312, 0, 0)))
                .isEqualTo(new CriterionWords(
                        "solved after 1,420 sequences",
                        "10,000 fresh sequences in a row with errors below 0.2; largest error 0.031."));
    }

    @Test
    void saysHowFarTheTestIs() {
        assertThat(CriterionWords.of(new Criterion(StoppingRule.fresh(0.25, 10_000), 420, 3_200, 0.1, 0, 0)))
                .isEqualTo(
                        new CriterionWords(
                                "testing: 3,200 of 10,000",
                                "3,200 fresh sequences in a row with errors below 0.25 after training on 420; largest error 0.100."));
    }

    @Test
    void saysWhatKeepsItFromBeingSolved() {
        assertThat(CriterionWords.of(new Criterion(StoppingRule.fresh(0.2, 10_000), 0, 0, 0.54321, 0, 0)))
                .isEqualTo(new CriterionWords(
                        "not solved yet",
                        "Largest error 0.543 after training on 0 sequences, on the first fresh one."));
        assertThat(CriterionWords.of(new Criterion(StoppingRule.fresh(0.2, 10_000), 30, 1, 0.3, 0, 0))
                        .reason())
                .isEqualTo("Largest error 0.300 after training on 30 sequences, after 1 fresh one below 0.2.");
        assertThat(CriterionWords.of(new Criterion(StoppingRule.fresh(0.2, 10_000), 30, 1_234, 0.3, 0, 0))
                        .reason())
                .isEqualTo("Largest error 0.300 after training on 30 sequences, after 1,234 fresh ones below 0.2.");
    }

    @Test
    void explainsThePapersCriterion() {
        assertThat(CriterionWords.explanation(StoppingRule.fresh(0.2, 10_000)))
                .contains("10,000 fresh sequences in a row", "0.2 or more");
    }

    @Test
    void whatIsCountedInTrainingIsNeverATest() {
        StoppingRule rule = StoppingRule.trained(0.04, 2_000, 0.01, 0);
        Criterion none = Criterion.start(rule, 0);
        assertThat(CriterionWords.of(none).reason()).startsWith("No training sequence yet; 2,000 in a row");
        Criterion one = none.addTrained(0.01, 0.0001);
        assertThat(CriterionWords.of(one).headline()).isEqualTo("in a row: 1 of 2,000");
        assertThat(one.isOpen()).isTrue();
        assertThat(one.isUnderTest()).isFalse();
        assertThat(new Criterion(StoppingRule.fresh(0.2, 10), 30, 1, 0.1, 0, 0).isUnderTest())
                .isTrue();
        Criterion wrong = one.addTrained(0.05, 0.0025);
        assertThat(CriterionWords.of(wrong).reason()).startsWith("Error 0.050 at the latest of 2 training sequences");
    }
}
