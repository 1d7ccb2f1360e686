package lab.carousel.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.KeptSteps;
import lab.carousel.model.trace.StepAnswer;
import lab.carousel.task.memory.EpochMemory;
import lab.carousel.task.memory.Memory;
import lab.carousel.task.memory.RandomTask;
import org.junit.jupiter.api.Test;

class HeadlineSearchTest {

    /** Any with five outputs. */
    private static final Parameters NETWORK = InitialParameters.of(Experiment.reference());

    private static final int OUTPUTS = NETWORK.layout().outputs();

    /** How the answers are made up. */
    private enum Kind {
        /** Anything. */
        ANY,
        /** Nearly all are right, and most of them hardly. */
        LUCKY,
        /** All are right, by luck or more. */
        RIGHT,
        /** So few different numbers that many are the same. */
        FEW
    }

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void whatIsSaidFirstIsWhatLookingAtEachForkFinds() {
        int[] plain = new int[Kind.values().length];
        int[] forks = new int[plain.length];
        for (int index = 0; index < 12_000; index++) {
            RandomTask task = RandomTask.draw(random);
            Kind kind = Kind.values()[index % plain.length];
            Memory memory = Memory.of(task.sequences(), task.symbols(), task.feeding(), List.of(task.order()));
            boolean isPlain = compare(task.toString(), memory, task.sequences(), kind);
            plain[kind.ordinal()] += isPlain ? 1 : 0;
            forks[kind.ordinal()] += memory.forks() > 0 ? 1 : 0;
        }
        for (Kind kind : Kind.values()) {
            double least = kind == Kind.FEW ? 0.1 : 0.6;
            assertThat(plain[kind.ordinal()]).as(kind.name()).isGreaterThan((int) (least * forks[kind.ordinal()]));
        }
    }

    @Test
    void theSameWhereThereAreManyForks() {
        for (int index = 0; index < 200; index++) {
            int symbols = 2 + random.nextInt(OUTPUTS - 1);
            int[][] sequences = new int[4][];
            for (int s = 0; s < sequences.length; s++) {
                sequences[s] = random.ints(60, 0, symbols).toArray();
            }
            Memory memory = Memory.of(sequences, symbols, Experiment.reference().feeding(), List.of());
            compare("task " + index, memory, sequences, Kind.values()[index % 4]);
        }
    }

    /** Whether what is said first was found without looking at each fork. */
    private boolean compare(String task, Memory memory, int[][] sequences, Kind kind) {
        if (memory.forks() == 0) {
            return false;
        }
        EpochMemory epoch = memory.epochs().get(0);
        PairSearch search = new PairSearch(memory, 0, OUTPUTS);
        KeptSteps kept = KeptSteps.of(NETWORK, search.steps(), new double[0]).orElseThrow();
        TargetPlan plan = search.plan(epoch).orElseThrow();
        HeadlineSearch found = new HeadlineSearch(plan, kept, new TargetPairs(plan, new double[0][]));
        RowAnswers answers = new RowAnswers(search);
        NetworkState state = new NetworkState(NETWORK.layout());
        StepAnswer answer = new StepAnswer();
        for (int s : epoch.order()) {
            for (int t = 0; t < sequences[s].length - 1; t++) {
                int row = epoch.row(s, t);
                if (row != EpochMemory.NONE) {
                    double[] z = netInputs(kind, sequences[s][t + 1]);
                    double[] outputs = z.clone();
                    Output.SIGMOID.activate(outputs);
                    answer.read(outputs, sequences[s][t + 1]);
                    found.add(answer, z);
                    kept.keep(z, state);
                    answers.add(row, answer, z);
                }
            }
        }
        ForkFindings all = new ForkFindings(memory.forks(), true);
        answers.tellSteps(all);
        search.search(all, answers, kept);
        Optional<Headline> headline = found.headline();
        if (headline.isPresent()) {
            assertThat(headline).as(kind + ", " + task).isEqualTo(all.headline());
        }
        return headline.isPresent();
    }

    private double[] netInputs(Kind kind, int target) {
        double[] z = kind == Kind.FEW
                ? random.ints(OUTPUTS, -1, 2).asDoubleStream().toArray()
                : random.doubles(OUTPUTS, -4, 4).toArray();
        boolean isRight = kind == Kind.RIGHT || (kind == Kind.LUCKY && random.nextInt(30) > 0);
        if (isRight) {
            z[target] -= StepAnswer.margin(z, target);
            z[target] += random.nextInt(3) == 0 ? random.nextDouble(3) : random.nextDouble(0.4);
        }
        return z;
    }
}
