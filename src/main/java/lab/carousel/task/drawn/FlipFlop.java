package lab.carousel.task.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.task.Alphabet;
import lab.carousel.task.DrawnParameter;
import lab.carousel.task.DrawnTask;
import lab.carousel.task.MemorylessFloor;
import lab.carousel.task.PredictorFloor;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.Target;
import lab.carousel.task.TargetKind;
import lab.carousel.task.Twin;

/**
 * Bits that are set by pulses of +1 and -1, each by its own channel, and held until the next pulse (Sussillo and Barak 2013, with
 * the lengths of FixedPointFinder). At the first step all bits are set. A bit is right if its output has the right sign.
 */
final class FlipFlop extends DrawnTask {

    private static final DrawnParameter BITS = new DrawnParameter("bits", 1, 3, 3);
    private static final int STEPS = 64;
    private static final double PULSE = 0.5;
    private static final int FRESH = 512;

    static final FlipFlop KIND = new FlipFlop();

    private FlipFlop() {
        super("flipFlop", BITS);
    }

    @Override
    public TargetKind targets() {
        return TargetKind.NUMBERS;
    }

    @Override
    public boolean isFromZeroToOne() {
        return false;
    }

    @Override
    public Alphabet alphabet() {
        return new Alphabet(Stream.of("bit", "pulse")
                .flatMap(name -> IntStream.rangeClosed(1, value(BITS)).mapToObj(bit -> name + bit))
                .toList());
    }

    @Override
    public int outputs() {
        return value(BITS);
    }

    @Override
    public int inputs() {
        return value(BITS);
    }

    @Override
    public boolean scoresLastStepOnly() {
        return false;
    }

    @Override
    public int shortestSteps() {
        return STEPS;
    }

    @Override
    public Steps draw(SplittableRandom random) {
        double[][] rows = new double[STEPS][value(BITS)];
        for (int t = 0; t < STEPS; t++) {
            for (int bit = 0; bit < rows[t].length; bit++) {
                boolean isPulse = random.nextDouble() < PULSE || t == 0;
                rows[t][bit] = isPulse ? 2 * random.nextInt(2) - 1 : 0;
            }
        }
        return steps(rows);
    }

    private static Steps steps(double[][] rows) {
        double[] held = new double[rows[0].length];
        Target[] targets = new Target[rows.length];
        for (int t = 0; t < rows.length; t++) {
            for (int bit = 0; bit < held.length; bit++) {
                held[bit] = rows[t][bit] == 0 ? held[bit] : rows[t][bit];
            }
            targets[t] = Target.ofSigns(held);
        }
        return Steps.ofRows(rows, targets);
    }

    /** The last pulse of each bit in turn. */
    @Override
    public List<Twin> twins(Steps drawn) {
        List<Twin> twins = new ArrayList<>();
        for (int bit = 0; bit < value(BITS); bit++) {
            double[][] rows = IntStream.range(0, STEPS)
                    .mapToObj(drawn::row)
                    .map(double[]::clone)
                    .toArray(double[][]::new);
            int clue = STEPS - 1;
            while (rows[clue][bit] == 0) {
                clue--;
            }
            rows[clue][bit] = -rows[clue][bit];
            twins.add(new Twin(steps(rows), clue, IntStream.range(clue, STEPS).toArray()));
        }
        return twins;
    }

    @Override
    public Optional<StoppingRule> stoppingRule() {
        return Optional.of(StoppingRule.fresh(1, FRESH));
    }

    /** Without memory a bit is known where it is set, and else 0 is the best answer. */
    @Override
    public MemorylessFloor floor(int symbolsSeen, ScoredSteps scored) {
        double open = 0;
        for (int t = scored.lastOnly() ? STEPS - 1 : scored.first(); t < STEPS; t++) {
            open += t < symbolsSeen ? 0 : StrictMath.pow(1 - PULSE, symbolsSeen);
        }
        double share = open / scored.of(STEPS);
        return new MemorylessFloor(symbolsSeen, share, share, 1 - share / 2);
    }

    @Override
    public List<PredictorFloor> floors(int symbolsSeen, ScoredSteps scored) {
        return List.of(
                PredictorFloor.ofNumbers("nothing", 1, (sequence, t, bit) -> 0),
                new PredictorFloor(
                        "now",
                        floor(symbolsSeen, scored),
                        Optional.of((sequence, t, bit) -> pulse(sequence, t, bit, symbolsSeen))));
    }

    /** The latest pulse of a bit among the last steps; 0 if there is none. */
    private static double pulse(Steps sequence, int t, int bit, int seen) {
        double pulse = 0;
        for (int at = Math.max(0, t - seen + 1); at <= t; at++) {
            pulse = sequence.row(at)[bit] == 0 ? pulse : sequence.row(at)[bit];
        }
        return pulse;
    }
}
