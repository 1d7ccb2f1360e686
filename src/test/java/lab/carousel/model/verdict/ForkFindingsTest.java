package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.Output;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;

class ForkFindingsTest {

    /** What was made up for a fork: its bits, its margin, whether a step is wrong. */
    private record Expected(double bits, double margin, boolean wrong) {}

    @Test
    void theWorstPairOfEachForkIsTheWorstOfAllPairs() {
        SplittableRandom random = new SplittableRandom(5);
        int compared = 0;
        for (int index = 0; index < 3_000; index++) {
            RandomTask task = RandomTask.draw(random);
            Memory memory = Memory.of(task.sequences(), task.symbols(), task.feeding(), List.of(task.order()));
            BruteForce brute = new BruteForce(task.sequences(), task.order(), task.feeding());
            Map<BruteForce.Seen, double[]> outputs = new HashMap<>();
            brute.pairs.forEach(pair -> List.of(pair.one(), pair.other())
                    .forEach(step -> outputs.computeIfAbsent(
                            step, none -> random.doubles(task.symbols(), -4, 4).toArray())));

            ForkFindings found = findings(memory, outputs, true);
            assertTheWorstIsTheSame(found, findings(memory, outputs, false));

            Set<Expected> expected = new HashSet<>();
            for (List<BruteForce.Pair> fork : brute.forks().values()) {
                expected.add(expected(fork, outputs));
            }
            assertThat(found.size()).isEqualTo(brute.forks().size());
            for (int fork = 0; fork < found.size(); fork++) {
                int number = fork;
                assertThat(expected).as(task + ", fork " + memory.fork(fork, 9)).anySatisfy(one -> {
                    assertThat(found.bits(number)).isEqualTo(one.bits, within(1e-13));
                    assertThat(found.margin(number)).isEqualTo(one.margin);
                    assertThat(found.verdict(number) == Verdict.NOT_YET).isEqualTo(one.wrong);
                });
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    private static ForkFindings findings(Memory memory, Map<BruteForce.Seen, double[]> outputs, boolean tellsAll) {
        ForkFindings findings = new ForkFindings(memory.forks(), tellsAll);
        // So few that there are several parts
        PairSearch search = new PairSearch(
                memory,
                0,
                outputs.values().stream().mapToInt(z -> z.length).findFirst().orElse(1),
                5);
        EpochMemory epoch = memory.epochs().get(0);
        RowAnswers answers = new RowAnswers(search);
        StepAnswer answer = new StepAnswer();
        outputs.forEach((step, z) -> {
            answer.read(sigmoids(z), step.target());
            answers.add(epoch.row(step.sequence(), step.step()), answer, z);
        });
        answers.tellSteps(findings);
        for (int from = 0; from < search.rows(); from = search.endOfPart(from)) {
            RowDifferences part = new RowDifferences(search, from, search.endOfPart(from), answers);
            outputs.forEach((step, z) -> {
                int row = epoch.row(step.sequence(), step.step());
                if (part.has(row)) {
                    part.add(row, z);
                }
            });
            part.search(findings);
        }
        return findings;
    }

    /** What is left out where only the worst fork is told changes neither it nor any verdict. */
    private static void assertTheWorstIsTheSame(ForkFindings all, ForkFindings worstOnly) {
        for (int fork = 0; fork < all.size(); fork++) {
            assertThat(worstOnly.verdict(fork)).isEqualTo(all.verdict(fork));
            assertThat(worstOnly.margin(fork)).isEqualTo(all.margin(fork));
        }
        if (all.size() > 0) {
            int worst = all.worstFirst(1).get(0);
            assertThat(worstOnly.worstFirst(1).get(0)).isEqualTo(worst);
            assertThat(worstOnly.bits(worst)).isEqualTo(all.bits(worst));
        }
        assertTheFewWorstAreTheFirstOfAll(all);
    }

    private static void assertTheFewWorstAreTheFirstOfAll(ForkFindings all) {
        List<Integer> worstFirst = IntStream.range(0, all.size())
                .boxed()
                .sorted((one, other) -> all.isWorse(one, other) ? -1 : all.isWorse(other, one) ? 1 : one - other)
                .toList();
        for (int most = 0; most <= all.size() + 1; most++) {
            assertThat(all.worstFirst(most)).isEqualTo(worstFirst.subList(0, Math.min(most, all.size())));
        }
    }

    private static boolean isWrong(double[] z, int target) {
        return StepAnswer.margin(z, target) <= 0;
    }

    private static double[] sigmoids(double[] z) {
        double[] outputs = z.clone();
        Output.SIGMOID.activate(outputs);
        return outputs;
    }

    private static double margin(double[] z, int target) {
        double[] outputs = sigmoids(z);
        double margin = Double.POSITIVE_INFINITY;
        for (int other = 0; other < z.length; other++) {
            margin = other == target ? margin : Math.min(margin, outputs[target] - outputs[other]);
        }
        return margin;
    }

    private static Expected expected(List<BruteForce.Pair> fork, Map<BruteForce.Seen, double[]> outputs) {
        double bits = Double.POSITIVE_INFINITY;
        double margin = Double.POSITIVE_INFINITY;
        boolean wrong = false;
        for (BruteForce.Pair pair : fork) {
            double[] z = outputs.get(pair.one());
            double[] other = outputs.get(pair.other());
            double d = z[pair.one().target()] - z[pair.other().target()];
            double otherD = other[pair.other().target()] - other[pair.one().target()];
            // From the definition, with plain logarithms
            bits = Math.min(bits, 1 - Math.log((1 + Math.exp(-d)) * (1 + Math.exp(-otherD))) / Math.log(2) / 2);
            margin = Math.min(margin, margin(z, pair.one().target()));
            margin = Math.min(margin, margin(other, pair.other().target()));
            wrong |= isWrong(z, pair.one().target())
                    || isWrong(other, pair.other().target());
        }
        return new Expected(bits, margin, wrong);
    }
}
