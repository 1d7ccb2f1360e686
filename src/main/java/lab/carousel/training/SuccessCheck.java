package lab.carousel.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.Judge;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import lab.carousel.task.StoppingRule;
import lab.carousel.task.StoppingRule.Exam;
import org.jspecify.annotations.Nullable;

/**
 * Examines networks in training by the stopping rule of their task. On fresh sequences: after an epoch it takes as many as
 * an epoch has; if the network passes them all it goes on, part by part, to the first failure or the required number.
 *
 * <p>A network that fails after many sequences is good already, and examining the next one as long after every epoch
 * would take far more time than training. So after k sequences the next long examination waits until k / 10 more
 * sequences are learned: at most ten times as many sequences, fed forwards only.
 */
final class SuccessCheck {

    private static final int MOST_MULTIPLICATIONS = 4_000_000;
    private static final int MOST_STEPS = 20_000;
    /** Of so many sequences the results are kept: some tasks have two. */
    private static final int MOST_KNOWN = 16;

    private final Hyperparameters hyperparameters;
    private final Judge judge;
    private final StoppingRule rule;
    private final ScoredSteps asked;
    private final Supplier<Steps> draws;
    private final IntFunction<Steps> examined;
    private final int stepsPerPart;

    private Steps[] sequences = {};
    private @Nullable ForwardPass pass;
    /** Results of the first sequences. */
    private final Map<Steps, Double> known = new HashMap<>();

    private long next;
    /** Null before the first look. */
    private @Nullable Criterion criterion;

    SuccessCheck(Experiment experiment) {
        this.hyperparameters = experiment.hyperparameters();
        this.judge = experiment.task().judge();
        this.rule = judge.stoppingRule().orElseThrow();
        this.asked = experiment.askedSteps();
        RandomStreams streams = RandomStreams.of(hyperparameters.get(Settings.SEED));
        SplittableRandom random = streams.test();
        this.draws =
                experiment.task().supply().draws(random, streams.pool(), true).orElseThrow();
        this.examined = judge.examined(random, streams.pool());
        this.stepsPerPart = stepsPerPart(experiment.layout());
        drawSequences();
        if (rule.exam() == Exam.TRAINED) {
            criterion = Criterion.start(rule, 0);
        }
    }

    /** Draws those of the next look. */
    void drawSequences() {
        if (isOfTraining()) {
            return;
        }
        sequences = Stream.generate(draws)
                .limit(Schedule.DRAWN_PER_EPOCH)
                .map(steps -> steps.with(asked))
                .toArray(Steps[]::new);
    }

    /** Resumes from an earlier result; an examination under way is dropped. */
    void resume(Criterion earlier) {
        criterion = earlier;
        next = earlier.isOpen() ? 0 : earlier.next();
    }

    /** Whether the sequences that the network is trained on are those that count. */
    boolean isOfTraining() {
        return rule.exam() == Exam.TRAINED;
    }

    /** Sees a sequence that a network is going to be trained on. */
    void see(Steps sequence, Parameters parameters) {
        ForwardPass now = new ForwardPass(parameters, hyperparameters);
        double error = now.largestError(sequence.with(asked));
        criterion = Objects.requireNonNull(criterion).addTrained(error, now.squaredErrors());
    }

    /** Looks at a network after an epoch; begins a long examination if it passes, and if it is time again. */
    void look(Parameters parameters, long trained) {
        if (isOfTraining()) {
            return;
        }
        pass = new ForwardPass(parameters, hyperparameters);
        known.clear();
        Criterion before = criterion;
        Criterion now = Criterion.start(rule, trained);
        for (int index = 0; index < sequences.length && now.isOpen(); index++) {
            now = add(rule.exam() == Exam.OWN ? examined(index) : sequences[index], pass, now);
        }
        if (now.isOpen() && trained < next) {
            pass = null;
            // Ten sequences say less than the long examination that came to another end
            criterion = before;
        }
    }

    boolean isUnderWay() {
        return pass != null;
    }

    void advance() {
        for (int steps = 0; steps < stepsPerPart && pass != null && criterion != null; ) {
            Steps sequence = rule.exam() == Exam.OWN ? examined(criterion.inARow()) : fresh();
            steps += sequence.size();
            add(sequence, pass, criterion);
        }
    }

    private Steps fresh() {
        return draws.get().with(asked);
    }

    /** The sequence of a number that the rule asks for. */
    private Steps examined(int number) {
        return judge.judged(examined.apply(number)).with(asked);
    }

    /** Feeds a sequence to a network; returns the criterion after it. */
    private Criterion add(Steps sequence, ForwardPass network, Criterion sofar) {
        double error = known.size() < MOST_KNOWN
                ? known.computeIfAbsent(sequence, network::largestError)
                : network.largestError(sequence);
        Criterion now = sofar.add(error);
        criterion = now;
        if (!now.isOpen()) {
            pass = null;
            next = now.next();
        }
        return now;
    }

    /** Result so far; empty before the first look. */
    Optional<Criterion> criterion() {
        return Optional.ofNullable(criterion);
    }

    /** Time steps in a part of an examination, which takes some milliseconds; at least 1. */
    private static int stepsPerPart(ParameterLayout layout) {
        int multiplications = layout.size() - layout.symbols() * layout.layer(0).gateWidth();
        return Math.max(1, Math.min(MOST_MULTIPLICATIONS / multiplications, MOST_STEPS));
    }
}
