package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.Sample;
import lab.carousel.model.Output;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.Steps;
import lab.carousel.task.Target;
import lab.carousel.task.memory.BruteForce;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;

class ForkFindingsTest {

    /** What was made up for a fork: its bits, its margin, whether a step is wrong. */
    private record Expected(double bits, double margin, boolean wrong) {}

    /** How answers are made up. */
    private enum Kind {
        ANY,
        /** Nearly all are right, and most of them hardly. */
        HARDLY_RIGHT,
        /** So few different numbers that many are the same. */
        FEW_NUMBERS
    }

    private static final int OUTPUTS = 5;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void theWorstPairOfEachForkIsTheWorstOfAllPairs() {
        int compared = 0;
        for (int index = 0; index < Sample.tenth(10_000); index++) {
            RandomTask task = RandomTask.draw(random);
            Kind kind = Kind.values()[index % Kind.values().length];
            Memory memory = Memory.of(task.steps(), task.feeding(), List.of(task.order()));
            BruteForce brute = new BruteForce(task.sequences(), task.order(), task.feeding(), task.scored());
            Map<List<Integer>, double[]> netInputs = new HashMap<>();
            brute.pairs.forEach(pair -> List.of(pair.one(), pair.other())
                    .forEach(step -> netInputs.computeIfAbsent(
                            List.of(step.sequence(), step.step()), none -> netInputs(kind, step.target()))));

            ForkFindings found = findings(memory, task.steps(), netInputs);
            assertThat(found.size()).isEqualTo(brute.forks().size());
            List<Expected> expected = new ArrayList<>();
            brute.forks().values().forEach(fork -> expected.add(expected(fork, netInputs)));
            for (int fork = 0; fork < found.size(); fork++) {
                int number = fork;
                assertThat(expected).as(task + ", fork " + memory.fork(fork, 9)).anySatisfy(one -> {
                    assertThat(found.bits(number)).isEqualTo(one.bits, within(1e-13));
                    assertThat(found.margin(number)).isEqualTo(one.margin);
                    assertThat(found.verdict(number) == Verdict.NOT_YET).isEqualTo(one.wrong);
                });
                compared++;
            }
            assertTheWorstComeFirst(found);
        }
        assertThat(compared).isGreaterThan(Sample.tenth(5_000));
    }

    static ForkFindings findings(Memory memory, Steps[] sequences, Map<List<Integer>, double[]> netInputs) {
        ForkFindings findings = new ForkFindings(memory.forks());
        EpochMemory epoch = memory.epochs().get(0);
        FindingRows rows = new FindingRows(epoch);
        StepAnswer answer = new StepAnswer();
        int fed = 0;
        for (int s : epoch.order()) {
            for (int t = 0; t < sequences[s].size(); t++) {
                int row = epoch.row(s, t);
                if (row != EpochMemory.NONE) {
                    double[] z = netInputs.get(List.of(s, t));
                    answer.read(sigmoids(z), sequences[s].target(t));
                    rows.add(row, fed++, answer, z);
                }
            }
        }
        rows.addTo(fork -> memory.number(0, fork), findings);
        return findings;
    }

    private double[] netInputs(Kind kind, int target) {
        double[] z = kind == Kind.FEW_NUMBERS
                ? random.ints(OUTPUTS, -1, 2).asDoubleStream().toArray()
                : random.doubles(OUTPUTS, -4, 4).toArray();
        if (kind == Kind.HARDLY_RIGHT && random.nextInt(30) > 0) {
            z[target] -= StepAnswer.margin(z, Target.of(target));
            z[target] += random.nextInt(3) == 0 ? random.nextDouble(3) : random.nextDouble(0.4);
        }
        return z;
    }

    private static void assertTheWorstComeFirst(ForkFindings all) {
        List<Integer> worstFirst = IntStream.range(0, all.size())
                .boxed()
                .sorted((one, other) -> all.isWorse(one, other) ? -1 : all.isWorse(other, one) ? 1 : one - other)
                .toList();
        for (int most = 0; most <= all.size() + 1; most++) {
            assertThat(all.worstFirst(most)).isEqualTo(worstFirst.subList(0, Math.min(most, all.size())));
        }
        if (!worstFirst.isEmpty()) {
            assertThat(all.worstFork()).isEqualTo(worstFirst.get(0));
        }
    }

    private static boolean isWrong(double[] z, int target) {
        return StepAnswer.margin(z, Target.of(target)) <= 0;
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

    private static Expected expected(List<BruteForce.Pair> fork, Map<List<Integer>, double[]> netInputs) {
        double margin = Double.POSITIVE_INFINITY;
        List<Double> wrong = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        for (BruteForce.Pair pair : fork) {
            double[] z = netInputs.get(List.of(pair.one().sequence(), pair.one().step()));
            double[] other =
                    netInputs.get(List.of(pair.other().sequence(), pair.other().step()));
            double d = z[pair.one().target()] - z[pair.other().target()];
            double otherD = other[pair.other().target()] - other[pair.one().target()];
            // From the definition, with plain logarithms
            double bits = 1 - Math.log((1 + Math.exp(-d)) * (1 + Math.exp(-otherD))) / Math.log(2) / 2;
            margin = Math.min(margin, margin(z, pair.one().target()));
            margin = Math.min(margin, margin(other, pair.other().target()));
            boolean isWrong = isWrong(z, pair.one().target())
                    || isWrong(other, pair.other().target());
            (isWrong ? wrong : right).add(bits);
        }
        return new Expected(Collections.min(wrong.isEmpty() ? right : wrong), margin, !wrong.isEmpty());
    }
}
