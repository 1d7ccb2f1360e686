package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictWordsTest {

    @Test
    void remembersWithItsBitsAndHowFarBack() {
        VerdictWords words = words(Verdict.REMEMBERS, 0.987, new JudgedForks(1, 1), new StepsOutside(0, 0, 8));
        assertThat(words.headline()).isEqualTo("remembers 3 steps back, 0.99 bit");
        assertThat(words.sentence()).isEqualTo("The answer uses the symbol 3 steps back: 0.99 of 1 bit.");
        assertThat(words.reason())
                .isEqualTo(words.sentence() + " Without memory it can carry none of it. We call it memory from 0.1 bit;"
                        + " the threshold is our choice.");
        assertThat(words.unknowable()).isEmpty();
        assertThat(words.separation()).startsWith("Separation 0.500: how far apart the two states");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NOT_YET       | -0.4 | 2 | 1 | 0 | not yet, 1 of 2 forks
                    A_TRACE         | 0.05 | 3 | 2 | 0 | a trace, 0.05 bit, 2 of 3 forks
                    REMEMBERS     | 0.5  | 3 | 3 | 0 | remembers 3 steps back, 0.50 bit
                    REMEMBERS     | 0.5  | 1 | 1 | 2 | remembers 3 steps back, 0.50 bit, but 2 easy steps are wrong
                    """)
    void saysHowManyForksAreRememberedAndWhatIsWrongOutsideThem(
            Verdict verdict, double bits, int forks, int remembered, int wrong, String headline) {
        assertThat(words(verdict, bits, new JudgedForks(forks, remembered), new StepsOutside(wrong, 0, 8))
                        .headline())
                .isEqualTo(headline);
    }

    /** So that memory above the floor does not read as a contradiction. */
    @ParameterizedTest
    @CsvSource({"REMEMBERS, 0.0499, true", "REMEMBERS, 0.06, false", "NOT_YET, 0.0499, false", "REMEMBERS, NaN, false"})
    void saysWhyWhatRemembersMayBeAboveTheFloor(Verdict verdict, double floor, boolean isSaid) {
        Judgement judgement = new Judgement(
                verdict,
                0.5,
                0.5,
                0.25,
                MemoryDistance.of(3),
                0,
                new JudgedForks(1, 1),
                new StepsOutside(0, 0, 8),
                JudgedPairs.NONE);
        assertThat(VerdictWords.of(evaluation(judgement, 8), "", floor).more().contains("above the memoryless floor."))
                .isEqualTo(isSaid);
    }

    @Test
    void aRightOrderOfTheOutputsThatCarriesNothingIsNotCalledWrong() {
        Judgement judgement = new Judgement(
                Verdict.NOT_YET,
                -0.3,
                0.5,
                0.25,
                MemoryDistance.of(3),
                0,
                new JudgedForks(1, 0),
                new StepsOutside(0, 0, 8),
                JudgedPairs.NONE);
        assertThat(VerdictWords.of(evaluation(judgement, 8, 0.0012)).sentence())
                .contains("All steps there are right", "carries 0.00 of that 1 bit")
                .doesNotContain("wrong");
    }

    @Test
    void callsATraceATrace() {
        VerdictWords words = words(Verdict.A_TRACE, 0.0001, new JudgedForks(1, 0), new StepsOutside(0, 0, 8));
        assertThat(words.headline()).isEqualTo("a trace, under 0.01 bit");
        assertThat(words.sentence())
                .isEqualTo(
                        "Both answers are right, but only by 0.0012: a trace of the symbol 3 steps back, under 0.01 of"
                                + " 1 bit.");
        assertThat(words.details()).startsWith("Another seed may push the other way.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.3     | carries 0.30 of that 1 bit: a step there is wrong.
                    0.004   | carries under 0.01 of that 1 bit: a step there is wrong.
                    -0.4    | carries 0.00 of that 1 bit: a step there is wrong.
                    -448.18 | and the network is sure of a wrong answer there.
                    """)
    void saysHowMuchOfTheClueAWrongAnswerCarries(double bits, String end) {
        assertThat(words(Verdict.NOT_YET, bits, new JudgedForks(1, 0), new StepsOutside(0, 0, 8))
                        .sentence())
                .startsWith("The answer depends on the symbol 3 steps back, ")
                .endsWith(end)
                .doesNotContain("448");
    }

    @Test
    void writesBitsWithoutAMinusBeforeZeroAndWithoutEndlessNegativeOnes() {
        assertThat(DoubleStream.of(0.987, 0.0049, 0, -0.001, -0.4, -448.18).mapToObj(VerdictWords::bits))
                .containsExactly(
                        "0.99 bit", "under 0.01 bit", "0.00 bit", "0.00 bit", "−0.40 bit", "wrong with certainty");
    }

    @Test
    void tellsInHowManyShuffledOrdersHowManyStepsAreRight() {
        Evaluation evaluation = Evaluations.of(0.05, new double[0], 6, 7, 2, 0.02, -0.1);
        assertThat(VerdictWords.of(evaluation.with(List.of(7, 6, 7, 7, 6))).reason())
                .endsWith("Over 5 shuffled orders: 7 of 7 in 3, 6 of 7 in 2.");
        assertThat(VerdictWords.of(evaluation.with(List.of(7, 3, 4, 5, 6))).reason())
                .endsWith("Over 5 shuffled orders: 3 to 7 of 7.");
    }

    @Test
    void tellsHowManyStepsAreUnknowable() {
        VerdictWords words = VerdictWords.of(evaluation(
                new Judgement(
                        Verdict.CANNOT_BE_KNOWN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        MemoryDistance.of(0),
                        -1,
                        new JudgedForks(0, 0),
                        new StepsOutside(0, 2, 9),
                        JudgedPairs.NONE),
                10));
        assertThat(words.headline()).isEqualTo("cannot be known");
        assertThat(words.separation()).isEmpty();
        assertThat(words.unknowable()).isEqualTo("2 steps are unknowable here: at best 9 of 10 can be right");
        assertThat(words.reason()).endsWith("2 steps are unknowable here: at best 9 of 10 can be right.");
    }

    @Test
    void saysThatATaskWithoutForksNeedsNoMemory() {
        VerdictWords words = VerdictWords.of(evaluation(Judgement.withoutForks(new StepsOutside(0, 0, 8)), 8));
        assertThat(words.headline()).isEqualTo("needs no memory");
        assertThat(words.reason()).startsWith("The input at each step alone").contains("8 of 8 steps are right.");
    }

    @Test
    void tellsARangeWhereTheDistanceDiffers() {
        assertThat(VerdictWords.steps(new MemoryDistance(52, 59, 71))).isEqualTo("52 to 71 steps");
        assertThat(VerdictWords.steps(MemoryDistance.of(1))).isEqualTo("1 step");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200, 200, 199, 199 | 0.9  | In 199 of 200 pairs (97.2 to 99.9 %) the answers use the symbol 3 steps back: 0.90 of 1 bit on average.
                    200, 200, 199, 150 | 0.3  | Both answers are right in 199 of 200 pairs (97.2 to 99.9 %), but only in 150 of them with at least 0.1 bit: a trace of the symbol 3 steps back, 0.30 of 1 bit on average.
                    200, 200, 190, 190 | 0.8  | The answer depends on the symbol 3 steps back. Both answers are right in only 190 of 200 pairs (91.0 to 97.3 %): 0.80 of 1 bit on average.
                    200, 37, 33, 33    | 0.7  | The answer depends on the symbol 3 steps back, but 4 of the first 37 pairs failed: 0.70 of 1 bit on average.
                    200, 10, 0, 0      | -2.5 | The answer depends on the symbol 3 steps back, but 10 of the first 10 pairs failed: 0.00 of 1 bit on average.
                    """)
    void ofADrawnTaskTheShareOfThePairsIsTold(String numbers, double bits, String sentence) {
        int[] told = Stream.of(numbers.split(", ")).mapToInt(Integer::parseInt).toArray();
        JudgedPairs pairs = new JudgedPairs(told[0], told[1], told[2], told[3]);
        VerdictWords words = VerdictWords.of(evaluation(
                new Judgement(
                        pairs.verdict(),
                        bits,
                        0.5,
                        0.25,
                        MemoryDistance.of(3),
                        -1,
                        new JudgedForks(1, 0),
                        new StepsOutside(0, 0, 8),
                        pairs),
                8));
        assertThat(words.sentence()).isEqualTo(sentence);
        assertThat(words.headline())
                .endsWith(
                        told[1] < told[0]
                                ? ", " + (told[1] - told[2]) + " of the first " + told[1] + " pairs failed"
                                : ", " + told[2] + " of 200 pairs");
        assertThat(words.more()).contains("of 200 pairs at most 3 may fail, and about 98 to 99 % of all must pass");
    }

    @ParameterizedTest
    @CsvSource({"0.7, false", "0, true", "-0.5, true"})
    void onlyWhatCarriesNothingIsSaidNotToUseTheClue(double bits, boolean isSaid) {
        Judgement judgement = new Judgement(
                Verdict.NOT_YET,
                bits,
                0.5,
                0.25,
                MemoryDistance.of(3),
                -1,
                new JudgedForks(1, 0),
                new StepsOutside(0, 0, 8),
                new JudgedPairs(200, 37, 33, 33));
        assertThat(VerdictWords.of(evaluation(judgement, 8), "", 1).more().contains("but not this clue"))
                .isEqualTo(isSaid);
    }

    private static VerdictWords words(Verdict verdict, double bits, JudgedForks forks, StepsOutside outside) {
        return VerdictWords.of(evaluation(
                new Judgement(verdict, bits, 0.5, 0.25, MemoryDistance.of(3), 0, forks, outside, JudgedPairs.NONE), 8));
    }

    private static Evaluation evaluation(Judgement judgement, int steps) {
        double margin = judgement.verdict() == Verdict.NOT_YET ? -0.0012 : 0.0012;
        return evaluation(judgement, steps, margin);
    }

    private static Evaluation evaluation(Judgement judgement, int steps, double margin) {
        return new Evaluation(
                0.05, new double[] {0.05, 0.05}, 8, steps, 2, 0.02, margin, List.of(), judgement, LossSample.NONE);
    }

    private static String bothWords(Hyperparameters settings) {
        Experiment experiment = Experiment.reference().with(settings);
        Parameters parameters = InitialParameters.of(experiment);
        return VerdictWords.ofBoth(
                experiment, Evaluation.of(experiment, parameters), Evaluation.of(experiment.stepByStep(), parameters));
    }

    @Test
    void bothStandSideBySideWithWhyTheyDiffer() {
        assertThat(bothWords(Hyperparameters.reference().with(Settings.BATCH_SIZE, 3)))
                .matches("As trained: \\d of 8, loss 0\\.\\d{4}, .*\\. Step by step: \\d of 8, loss 0\\.\\d{4}, .*\\."
                        + " They differ because training spreads the steps of each sequence over 3 slots, .*");
        assertThat(bothWords(Hyperparameters.reference().with(Settings.RESET_POLICY, ResetPolicy.NEVER)))
                .contains("carries the state past the end of a sequence");
    }

    @Test
    void nothingIsSaidWhereTheyAreTheSame() {
        assertThat(bothWords(Hyperparameters.reference())).isEmpty();
    }
}
