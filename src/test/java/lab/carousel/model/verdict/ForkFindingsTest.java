package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
            Map<BruteForce.Seen, Double> margins = new HashMap<>();
            brute.pairs.forEach(pair -> List.of(pair.one(), pair.other()).forEach(step -> {
                outputs.computeIfAbsent(
                        step, none -> random.doubles(task.symbols(), -4, 4).toArray());
                margins.computeIfAbsent(step, none -> random.nextDouble());
            }));

            ForkFindings found = findings(memory, outputs, margins, true, 0);
            assertTheWorstIsTheSame(found, findings(memory, outputs, margins, false, 0));
            assertTheWorstIsTheSame(found, findings(memory, outputs, margins, false, 1_000_000));

            Set<Expected> expected = new HashSet<>();
            for (List<BruteForce.Pair> fork : brute.forks().values()) {
                expected.add(expected(fork, outputs, margins));
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

    private static ForkFindings findings(
            Memory memory,
            Map<BruteForce.Seen, double[]> outputs,
            Map<BruteForce.Seen, Double> margins,
            boolean tellsAll,
            int mostOfTargets) {
        ForkFindings findings = new ForkFindings(memory.forks(), tellsAll);
        // So few that there are several parts
        PairSearch search = new PairSearch(
                memory,
                0,
                outputs.values().stream().mapToInt(z -> z.length).findFirst().orElse(1),
                5,
                mostOfTargets);
        EpochMemory epoch = memory.epochs().get(0);
        RowAnswers answers = new RowAnswers(search);
        outputs.forEach((step, z) ->
                answers.add(epoch.row(step.sequence(), step.step()), margins.get(step), isWrong(z, step.target()), z));
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
            int worst = all.worstFirst().get(0);
            assertThat(worstOnly.worstFirst().get(0)).isEqualTo(worst);
            assertThat(worstOnly.bits(worst)).isEqualTo(all.bits(worst));
        }
    }

    private static boolean isWrong(double[] z, int target) {
        return StepAnswer.margin(z, target) <= 0;
    }

    private static Expected expected(
            List<BruteForce.Pair> fork, Map<BruteForce.Seen, double[]> outputs, Map<BruteForce.Seen, Double> margins) {
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
            margin = Math.min(margin, Math.min(margins.get(pair.one()), margins.get(pair.other())));
            wrong |= isWrong(z, pair.one().target())
                    || isWrong(other, pair.other().target());
        }
        return new Expected(bits, margin, wrong);
    }
}
