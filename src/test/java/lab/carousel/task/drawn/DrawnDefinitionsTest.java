package lab.carousel.task.drawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What kinds draw is what their sources say, by the statistics of 20,000 draws. Arithmetic and grammar are the test's own. */
class DrawnDefinitionsTest {

    private static final int DRAWS = 20_000;

    /** Reber's diagram, with a choice of two symbols in each state; what a choice leads to. */
    private static final Map<String, String> DIAGRAM = Map.of(
            "0T", "1", "0P", "2", "1S", "1", "1X", "3", "2T", "2", "2V", "4", "3X", "2", "3S", "5", "4P", "3", "4V",
            "5");

    /** How often there was what. */
    private static final class Counts {

        private final Map<Object, Integer> counts = new HashMap<>();
        private int all;

        void see(Object what) {
            counts.merge(what, 1, Integer::sum);
            all++;
        }

        int of(Object what) {
            return counts.getOrDefault(what, 0);
        }

        /** Five standard deviations. */
        void assertShare(Object what, double share) {
            double deviation = Math.sqrt(all * share * (1 - share));
            assertThat((double) of(what))
                    .as("%s of %d", what, all)
                    .isCloseTo(all * share, within(5 * deviation + 1e-9));
        }

        void assertEven(List<?> each) {
            assertThat(counts.keySet()).isEqualTo(Map.copyOf(counts).keySet()).hasSameSizeAs(each);
            each.forEach(one -> assertShare(one, 1.0 / each.size()));
        }

        void assertFromTo(int first, int last) {
            assertEven(IntStream.rangeClosed(first, last).boxed().toList());
        }
    }

    private static void forDraws(DrawnTask task, int count, Consumer<Steps> see) {
        SplittableRandom random = new SplittableRandom(20);
        for (int index = 0; index < count; index++) {
            see.accept(task.draw(random));
        }
    }

    /** All symbols fed, and what is wanted last. */
    private static List<String> words(DrawnTask task, Steps draw) {
        return Arrays.stream(draw.symbols()).mapToObj(task.alphabet()::symbol).toList();
    }

    /** Reads one string of the embedded grammar; returns the place after it. */
    private static int readString(String stream, int from, Counts choices) {
        assertThat(stream.charAt(from)).isEqualTo('B');
        char clue = stream.charAt(from + 1);
        choices.see(clue);
        assertThat(stream.charAt(from + 2)).isEqualTo('B');
        int at = from + 3;
        for (String state = "0"; !state.equals("5"); at++) {
            String choice = state + stream.charAt(at);
            assertThat(DIAGRAM).as(stream).containsKey(choice);
            choices.see(choice);
            state = DIAGRAM.getOrDefault(choice, "");
        }
        assertThat(stream.substring(at, at + 3)).isEqualTo("E" + clue + "E");
        return at + 3;
    }

    private static void assertFair(Counts choices) {
        Map<String, Integer> states = new HashMap<>();
        DIAGRAM.keySet().forEach(choice -> states.merge(choice.substring(0, 1), choices.of(choice), Integer::sum));
        for (String choice : DIAGRAM.keySet()) {
            int all = states.getOrDefault(choice.substring(0, 1), 0);
            assertThat((double) choices.of(choice)).as(choice).isCloseTo(all / 2.0, within(2.5 * Math.sqrt(all)));
        }
        assertThat((double) choices.of('T'))
                .isCloseTo((choices.of('T') + choices.of('P')) / 2.0, within(2.5 * Math.sqrt(DRAWS * 20)));
        assertThat(choices.of('P')).isPositive();
    }

    @Test
    void reberDrawsStringsOfTheEmbeddedGrammarWithFairChoices() {
        DrawnTask task = DrawnTask.of(EmbeddedReber.KIND);
        Counts choices = new Counts();
        Counts strings = new Counts();
        long[] symbols = new long[1];
        forDraws(task, DRAWS, draw -> {
            String string = String.join("", words(task, draw));
            assertThat(readString(string, 0, choices)).isEqualTo(string.length());
            assertThat(nextSymbolsOf(draw)).isTrue();
            symbols[0] += string.length();
            strings.see(string);
        });
        assertFair(choices);
        // 2 for the clue, and 2 for each choice in B T X X V V E and the like: B, clue, B, inner, E, echo, E
        strings.assertShare("BTBTXSETE", 1.0 / 16);
        strings.assertShare("BPBPVVEPE", 1.0 / 16);
        strings.assertShare("BTBTSXSETE", 1.0 / 32);
        strings.assertShare("BPBTXXVVEPE", 1.0 / 64);
        strings.assertShare("BTBPVPXVVETE", 1.0 / 128);
        // Expected 12; the standard deviation of a length is below 4
        assertThat((double) symbols[0] / DRAWS).isCloseTo(12, within(0.15));
    }

    private static boolean nextSymbolsOf(Steps draw) {
        return IntStream.range(0, draw.size() - 1).allMatch(t -> draw.target(t).equals(Target.of(draw.input(t + 1))));
    }

    @Test
    void continualReberIsSoManyStringsOneAfterTheOther() {
        DrawnTask task = DrawnTask.of(ContinualReber.KIND, 20);
        Counts choices = new Counts();
        forDraws(task, DRAWS / 20, draw -> {
            String stream = String.join("", words(task, draw));
            int strings = 0;
            for (int at = 0; at < stream.length(); strings++) {
                at = readString(stream, at, choices);
            }
            assertThat(strings).isEqualTo(20);
        });
        assertFair(choices);
        Steps exam = task.examined(0, new SplittableRandom(1));
        assertThat(exam.size()).isEqualTo(99_999);
        String stream = String.join("", words(task, exam));
        int at = 0;
        // The last string may be cut off
        while (at < stream.length() - 200) {
            at = readString(stream, at, choices);
        }
        assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "abc"})
    void countedWordsAreAllOfALanguageAndSayWhatMayFollowInIt(String letters) {
        DrawnTask kind = letters.length() == 2 ? CountedWords.TWO : CountedWords.THREE;
        int most = 7;
        DrawnTask task = DrawnTask.of(kind, most);
        List<String> language = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> "S"
                        + letters.chars()
                                .mapToObj(letter -> Character.toString(letter).repeat(n))
                                .collect(Collectors.joining())
                        + "T")
                .toList();
        assertThat(task.shown().stream().map(steps -> String.join("", words(task, steps))))
                .containsExactlyElementsOf(language.subList(0, most));
        Counts drawn = new Counts();
        forDraws(task, DRAWS, draw -> drawn.see(draw.size()));
        drawn.assertEven(IntStream.rangeClosed(1, most)
                .map(n -> letters.length() * n + 1)
                .boxed()
                .toList());
        for (int number : new int[] {0, 6, 25}) {
            Steps word = task.examined(number, new SplittableRandom(1));
            String text = String.join("", words(task, word));
            assertThat(text).isEqualTo(language.get(number));
            for (int t = 0; t < word.size(); t++) {
                String beginning = text.substring(0, t + 1);
                assertThat(word.target(t).isSet()).isTrue();
                assertThat(Arrays.stream(word.target(t).symbols()).mapToObj(task.alphabet()::symbol))
                        .containsExactlyElementsOf(language.stream()
                                .filter(each -> each.startsWith(beginning))
                                .map(each -> each.substring(beginning.length(), beginning.length() + 1))
                                .distinct()
                                .sorted()
                                .sorted((one, other) -> one.equals("T") ? 1 : other.equals("T") ? -1 : 0)
                                .toList());
            }
        }
        assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(1_000);
        assertThat(kind.parameters().get(0).most()).isEqualTo(letters.length() == 2 ? 200 : 181);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void temporalOrderAsksForTheOrderOfWhatStandsAtTwoOrThreePlaces(int telling) {
        DrawnTask task = DrawnTask.of(telling == 2 ? TemporalOrder.TWO : TemporalOrder.THREE);
        int[] first = telling == 2 ? new int[] {10, 50} : new int[] {10, 33, 66};
        Counts lengths = new Counts();
        Counts fillers = new Counts();
        Counts classes = new Counts();
        List<Counts> places =
                IntStream.range(0, telling).mapToObj(place -> new Counts()).toList();
        Pattern filler = Pattern.compile("[abcd]");
        forDraws(task, DRAWS, draw -> {
            List<String> fed = words(task, draw).subList(0, draw.size());
            StringBuilder order = new StringBuilder();
            for (int t = 1; t < draw.size() - 1; t++) {
                if (filler.matcher(fed.get(t)).matches()) {
                    fillers.see(fed.get(t));
                } else {
                    places.get(order.length()).see(t + 1);
                    order.append(fed.get(t));
                }
            }
            assertThat(order).hasSize(telling);
            assertThat(fed).startsWith("E").endsWith("B");
            assertThat(task.alphabet().symbol(draw.target(draw.size() - 1))).isEqualTo(order.toString());
            lengths.see(draw.size());
            classes.see(order.toString());
        });
        lengths.assertFromTo(100, 110);
        fillers.assertEven(List.of("a", "b", "c", "d"));
        classes.assertEven(task.alphabet().symbols().subList(0, 1 << telling));
        for (int place = 0; place < telling; place++) {
            places.get(place).assertFromTo(first[place], first[place] + 10);
        }
        assertThat(task.outputs()).isEqualTo(1 << telling);
    }

    /** The numbers of draws of marked numbers. */
    private static final class Marks {

        final Counts lengths = new Counts();
        final Counts firsts = new Counts();
        final Counts seconds = new Counts();
        double sum;
        double squares;
        int count;
        double largest = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;

        /** Places of the two marks, from 0. */
        int[] see(Steps draw, boolean hasEnds) {
            lengths.see(draw.size());
            int[] places = IntStream.range(0, draw.size())
                    .filter(t -> draw.row(t)[1] == 1)
                    .toArray();
            assertThat(places).hasSize(2);
            for (int t = 0; t < draw.size(); t++) {
                double mark = draw.row(t)[1];
                boolean isEnd = hasEnds && (t == 0 || t == draw.size() - 1);
                assertThat(mark).isEqualTo(t == places[0] || t == places[1] ? 1 : isEnd ? -1 : 0);
                double u = draw.row(t)[0];
                if (t > 0) {
                    sum += u;
                    squares += u * u;
                    count++;
                    largest = Math.max(largest, u);
                    least = Math.min(least, u);
                }
                assertThat((draw.target(t).kind() == TargetKind.NUMBERS)).isEqualTo(t == draw.size() - 1);
            }
            firsts.see(places[0]);
            seconds.see(places[1]);
            return places;
        }

        void assertEvenFrom(double low) {
            double mean = sum / count;
            double width = 1 - low;
            assertThat(mean).isCloseTo((1 + low) / 2, within(0.005));
            assertThat(squares / count - mean * mean).isCloseTo(width * width / 12, within(0.005));
            assertThat(least).isBetween(low, low + 0.001);
            assertThat(largest).isBetween(0.999, 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adding", "multiplying"})
    void marksOf1997StandAmongTheFirstTenAndInTheFirstHalf(String name) {
        boolean isSum = name.equals("adding");
        DrawnTask task = DrawnTask.of(isSum ? MarkedNumbers.ADDING : MarkedNumbers.MULTIPLYING, 40);
        Marks marks = new Marks();
        int[] early = new int[2];
        forDraws(task, DRAWS, draw -> {
            int[] places = marks.see(draw, true);
            assertThat(places[0]).isLessThan(10);
            assertThat(places[1]).isLessThanOrEqualTo(20);
            double one = draw.row(places[0])[0];
            double other = draw.row(places[1])[0];
            Target target = draw.target(draw.size() - 1);
            assertThat(target.wanted(0)).isEqualTo(isSum ? 0.5 + (one + other) / 4 : one * other);
            early[0] += one == (isSum ? 0 : 1) && places[0] == 0 ? 1 : 0;
            early[1] += places[1] < 10 ? 1 : 0;
        });
        marks.lengths.assertFromTo(40, 44);
        marks.assertEvenFrom(isSum ? -1 : 0);
        // X1 stands in the first pair in one of ten draws, X2 beside it among the first ten in 9 of 19, and else in 8
        // of 19
        assertThat(early[0]).isBetween(1_800, 2_200);
        assertThat(early[1]).isBetween(DRAWS * 81 / 190 - 350, DRAWS * 81 / 190 + 350);
        assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(2_000);
        assertThat(task.stoppingRule().orElseThrow().bound()).isEqualTo(0.04);
        assertThat(task.stoppingRule().orElseThrow().wrong()).isEqualTo(isSum ? 0 : 12);
    }

    @Test
    void theLaterFormHasAMarkInEachHalfAndAsksForThePlainSum() {
        DrawnTask task = DrawnTask.of(MarkedNumbers.ADDING_MODERN, 20);
        Marks marks = new Marks();
        forDraws(task, DRAWS, draw -> {
            int[] places = marks.see(draw, false);
            assertThat(draw.target(19).wanted(0)).isEqualTo(draw.row(places[0])[0] + draw.row(places[1])[0]);
        });
        marks.lengths.assertShare(20, 1);
        marks.firsts.assertFromTo(0, 9);
        marks.seconds.assertFromTo(10, 19);
        marks.assertEvenFrom(0);
    }

    @Test
    void flipFlopHoldsTheSignOfTheLastPulseOfEachBit() {
        for (int bits = 1; bits <= 3; bits++) {
            DrawnTask task = DrawnTask.of(FlipFlop.KIND, bits);
            Counts pulses = new Counts();
            int all = bits;
            forDraws(task, DRAWS / 10, draw -> {
                assertThat(draw.size()).isEqualTo(64);
                for (int bit = 0; bit < all; bit++) {
                    double held = 0;
                    assertThat(draw.row(0)[bit]).isNotZero();
                    for (int t = 0; t < 64; t++) {
                        double fed = draw.row(t)[bit];
                        held = fed == 0 ? held : fed;
                        assertThat(draw.target(t).wanted(bit)).isEqualTo(held);
                        if (t > 0) {
                            pulses.see(fed);
                        }
                    }
                }
            });
            pulses.assertShare(0.0, 0.5);
            pulses.assertShare(1.0, 0.25);
            pulses.assertShare(-1.0, 0.25);
            assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(512);
        }
    }

    @Test
    void parityIsThatOfAllBitsSoFar() {
        DrawnTask task = DrawnTask.of(Parity.KIND, 100);
        Counts bits = new Counts();
        Counts parities = new Counts();
        forDraws(task, DRAWS, draw -> {
            int ones = 0;
            assertThat(draw.size()).isEqualTo(100);
            for (int t = 0; t < 100; t++) {
                ones += draw.input(t);
                bits.see(draw.input(t));
                assertThat(draw.target(t).index()).isEqualTo(ones % 2);
            }
            parities.see(ones % 2);
        });
        bits.assertEven(List.of(0, 1));
        parities.assertEven(List.of(0, 1));
        assertThat(task.stoppingRule().orElseThrow().inARow()).isEqualTo(2_000);
    }

    @Test
    void everyThirdBitIsTheExclusiveOrOfTheTwoBefore() {
        DrawnTask task = DrawnTask.of(XorInTime.KIND, 50);
        Counts pairs = new Counts();
        forDraws(task, DRAWS, draw -> {
            int[] bits = draw.symbols();
            assertThat(bits).hasSize(150);
            assertThat(nextSymbolsOf(draw)).isTrue();
            for (int place = 0; place < bits.length; place += 3) {
                assertThat(bits[place + 2]).isEqualTo((bits[place] + bits[place + 1]) % 2);
                pairs.see(List.of(bits[place], bits[place + 1]));
            }
        });
        List<List<Integer>> all = new ArrayList<>();
        IntStream.range(0, 4).forEach(pair -> all.add(List.of(pair / 2, pair % 2)));
        pairs.assertEven(all);
        assertThat(task.kind().parameters().get(0).first()).isEqualTo(1_000);
    }
}
