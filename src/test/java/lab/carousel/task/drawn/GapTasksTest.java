package lab.carousel.task.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.task.*;
import lab.carousel.task.ScoredSteps;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class GapTasksTest {

    private static final double LN_2 = Math.log(2);

    private static int[][] draw(DrawnTask source, int count) {
        SplittableRandom random = new SplittableRandom(7);
        return IntStream.range(0, count)
                .mapToObj(index -> source.draw(random).symbols())
                .toArray(int[][]::new);
    }

    private static String text(DrawnTask source, int[] sequence) {
        Alphabet alphabet = source.alphabet();
        return String.join(
                " ", Arrays.stream(sequence).mapToObj(alphabet::symbol).toList());
    }

    @Test
    void fixedGapHasTwoSequencesWithTheSameSymbolsBetween() {
        DrawnTask source = FixedGap.of(4);

        assertThat(source.alphabet().symbols()).containsExactly("x", "y", "a1", "a2", "a3");
        assertThat(source.outputs()).isEqualTo(5);
        assertThat(Arrays.stream(draw(source, 100))
                        .map(drawn -> text(source, drawn))
                        .distinct())
                .containsExactlyInAnyOrder("x a1 a2 a3 x", "y a1 a2 a3 y");
        assertThat(source.shortestSteps()).isEqualTo(4);
        assertThat(source.scoresLastStepOnly()).isFalse();
        assertThat(source.stoppingRule().orElseThrow().bound()).isEqualTo(0.25);
    }

    @Test
    void randomGapDrawsEachSymbolBetweenForItself() {
        DrawnTask source = RandomGap.of(5);
        int[][] sequences = draw(source, 4_000);

        assertThat(source.alphabet().symbols()).containsExactly("x", "y", "a1", "a2", "a3", "a4");
        assertThat(source.outputs()).isEqualTo(6);
        int[][] count = new int[6][6];
        for (int[] sequence : sequences) {
            assertThat(sequence).hasSize(6);
            assertThat(sequence[5]).isEqualTo(sequence[0]).isBetween(0, 1);
            for (int place = 1; place < 5; place++) {
                assertThat(sequence[place]).isBetween(2, 5);
                count[place][sequence[place]]++;
            }
            count[0][sequence[0]]++;
        }
        // five standard deviations
        assertThat(count[0][0]).isCloseTo(2_000, within(160));
        for (int place = 1; place < 5; place++) {
            for (int symbol = 2; symbol < 6; symbol++) {
                assertThat(count[place][symbol]).isCloseTo(1_000, within(140));
            }
        }
        assertThat(source.scoresLastStepOnly()).isTrue();
        assertThat(source.stoppingRule().orElseThrow().bound()).isEqualTo(0.25);
    }

    @Test
    void noisyGapAsksAfterTheEndForWhatFollowedTheBeginning() {
        DrawnTask source = NoisyGap.of(3, 6);
        int[][] sequences = draw(source, 4_000);

        assertThat(source.alphabet().symbols()).containsExactly("x", "y", "b", "e", "a1", "a2", "a3");
        assertThat(source.outputs()).isEqualTo(2);
        double more = 0;
        int none = 0;
        for (int[] sequence : sequences) {
            int length = sequence.length;
            assertThat(length).isGreaterThanOrEqualTo(6 + 4);
            assertThat(sequence[0]).isEqualTo(2);
            assertThat(sequence[length - 2]).isEqualTo(3);
            assertThat(sequence[length - 1]).isEqualTo(sequence[1]).isBetween(0, 1);
            for (int place = 2; place < length - 2; place++) {
                assertThat(sequence[place]).isBetween(4, 6);
            }
            more += length - 10;
            none += length == 10 ? 1 : 0;
        }
        // A geometric number of further distractors: its mean is 0.9 / 0.1, it is 0 with probability 1/10
        assertThat(more / sequences.length).isCloseTo(9, within(0.75));
        assertThat(none).isCloseTo(400, within(95));
        assertThat(source.shortestSteps()).isEqualTo(9);
        assertThat(source.scoresLastStepOnly()).isTrue();
        assertThat(source.stoppingRule().orElseThrow().bound()).isEqualTo(0.2);
    }

    @Test
    void theLargestTasksFitTheLimits() {
        assertThat(NoisyGap.of(1_000, 2_000).alphabet().size()).isEqualTo(1_004);
        assertThat(RandomGap.of(1_000).alphabet().size()).isEqualTo(1_001);
        assertThat(Task.drawn(NoisyGap.of(1_000, 2_000)).sequences())
                .allSatisfy(sequence -> assertThat(sequence.symbols().size()).isGreaterThanOrEqualTo(2_004));
    }

    @Test
    void theSampleHasBothAnswersAndIsAlwaysTheSame() {
        DrawnTask source = NoisyGap.of(5, 3);

        Task task = Task.drawn(source);

        assertThat(task).isEqualTo(Task.drawn(NoisyGap.of(5, 3)));
        assertThat(task.sequences()).hasSize(4).doesNotHaveDuplicates();
        assertThat(task.sequences())
                .extracting(sequence -> sequence.symbols().get(1))
                .containsExactly("x", "y", "x", "y");
        assertThat(Task.drawn(FixedGap.of(3)).sequences())
                .containsExactly(Sequence.parse("x a1 a2 x"), Sequence.parse("y a1 a2 y"));
    }

    @Test
    void aDrawnTaskAsksItsSource() {
        Task task = Task.drawn(NoisyGap.of(5, 3));

        assertThat(task.listedSequences() == 0).isTrue();
        assertThat(task.outputs()).isEqualTo(2);
        assertThat(task.supply().longestSteps()).isEqualTo(6);
        assertThat(task.supply().shortestSteps()).isEqualTo(6);
        assertThat(task.listedSequences()).isZero();
        assertThat(task).isNotEqualTo(new Task(task.alphabet(), task.sequences()));
    }

    @Test
    void boundsAreTold() {
        assertThatThrownBy(() -> FixedGap.of(1))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("p must be a whole number from 2 to 1,000.");
        assertThatThrownBy(() -> RandomGap.of(1_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> NoisyGap.of(2, 2_001))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("q must be a whole number from 0 to 2,000.");
        assertThatThrownBy(() -> NoisyGap.of(2, -1)).isInstanceOf(InvalidInput.class);
        assertThat(NoisyGap.of(2, 0).shortestSteps()).isEqualTo(3);
    }

    @Test
    void floorOfTheFixedGapIsTheCoinFlipAtOneStepOfP() {
        MemorylessFloor floor = Task.drawn(FixedGap.of(100)).judge().floor(1, ScoredSteps.ALL);

        // At 1 step of 100, 2 outputs of 101 are a coin flip
        assertThat(floor.sigmoid()).isCloseTo(2 * LN_2 / 101 / 100, within(1e-15));
        assertThat(floor.softmax()).isCloseTo(LN_2 / 100, within(1e-15));
        assertThat(floor.recall()).isCloseTo(0.995, within(1e-15));
        // The last 100 symbols reach back to the first
        assertThat(Task.drawn(FixedGap.of(100))
                        .judge()
                        .floor(99, ScoredSteps.ALL)
                        .softmax())
                .isPositive();
        assertThat(Task.drawn(FixedGap.of(100))
                        .judge()
                        .floor(100, ScoredSteps.ALL)
                        .softmax())
                .isZero();
    }

    @Test
    void whoSeesFurtherBackSeesTheAnswerMoreOften() {
        DrawnTask source = NoisyGap.of(10, 5);
        ScoredSteps last = new ScoredSteps(0, true);
        // x or y, 5 distractors and e are 7 symbols; with 1/10 there are no more of them
        assertThat(source.floor(6, last).softmax()).isCloseTo(LN_2, within(1e-15));
        assertThat(source.floor(7, last).softmax()).isCloseTo(0.9 * LN_2, within(1e-15));
        assertThat(source.floor(9, last).softmax()).isCloseTo(0.729 * LN_2, within(1e-15));
        assertThat(RandomGap.of(5).floor(4, last).softmax()).isCloseTo(LN_2, within(1e-15));
        assertThat(RandomGap.of(5).floor(5, last).softmax()).isZero();
    }

    @Test
    void floorsAgreeWithTheFrequenciesOfManyDraws() {
        DrawnTask source = NoisyGap.of(2, 3);
        ScoredSteps last = new ScoredSteps(0, true);
        MemorylessFloor counted = MemorylessFloor.of(
                last.of(Arrays.stream(draw(source, 200)).map(Steps::of).toArray(Steps[]::new)), source.outputs(), 1);
        assertThat(counted.softmax()).isCloseTo(source.floor(1, last).softmax(), within(0.02));
        assertThat(counted.sigmoid()).isCloseTo(source.floor(1, last).sigmoid(), within(0.02));
    }
}
