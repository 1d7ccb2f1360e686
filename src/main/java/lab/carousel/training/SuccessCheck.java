package lab.carousel.training;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.RandomStreams;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.trace.ForwardPass;
import lab.carousel.task.PaperTask;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Steps;
import org.jspecify.annotations.Nullable;

/**
 * Examines networks in training on fresh sequences, by {@link Criterion}. After an epoch it takes as many sequences as
 * an epoch has. If the network passes them all it goes on, part by part, to the first failure or the required number.
 *
 * <p>A network that fails after many sequences is good already, and examining the next one as long after every epoch
 * would take far more time than training. So after k sequences the next long examination waits until k / 10 more
 * sequences are learned: at most ten times as many sequences, fed forwards only.
 */
final class SuccessCheck {

    private static final int MOST_MULTIPLICATIONS = 4_000_000;
    private static final int MOST_STEPS = 20_000;

    private final Hyperparameters hyperparameters;
    private final PaperTask source;
    private final ScoredSteps scored;
    private final SplittableRandom random;
    private final int stepsPerPart;

    private Steps[] sequences = {};
    private @Nullable ForwardPass pass;
    /** Results by sequence, where there are few. */
    private final Map<Steps, Double> known = new HashMap<>();

    private long next;
    /** Null before the first look. */
    private @Nullable Criterion criterion;

    SuccessCheck(Experiment experiment, PaperTask source) {
        this.hyperparameters = experiment.hyperparameters();
        this.source = source;
        this.scored = experiment.scoredSteps();
        this.random = RandomStreams.of(hyperparameters.get(Settings.SEED)).test();
        this.stepsPerPart = stepsPerPart(experiment.layout());
        drawSequences();
    }

    void drawSequences() {
        sequences = IntStream.range(0, Schedule.DRAWN_PER_EPOCH)
                .mapToObj(index -> source.draw(random).with(scored))
                .toArray(Steps[]::new);
    }

    Steps[] sequences() {
        return sequences;
    }

    /** Resumes from an earlier result; an examination under way is dropped. */
    void resume(Criterion earlier) {
        criterion = earlier;
        next = earlier.isOpen() ? 0 : earlier.next();
    }

    /** Looks at a network after an epoch; begins a long examination if it passes, and if it is time again. */
    void look(Parameters parameters, long trained) {
        pass = new ForwardPass(parameters, hyperparameters);
        known.clear();
        Criterion before = criterion;
        Criterion now = new Criterion(source.errorBound(), trained, 0, 0);
        for (int index = 0; index < sequences.length && now.isOpen(); index++) {
            now = add(sequences[index], pass, now);
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
            Steps sequence = source.draw(random).with(scored);
            steps += sequence.size();
            add(sequence, pass, criterion);
        }
    }

    /** Feeds a sequence to a network; returns the criterion after it. */
    private Criterion add(Steps sequence, ForwardPass network, Criterion sofar) {
        double error = source.hasFewSequences()
                ? known.computeIfAbsent(sequence, network::largestError)
                : network.largestError(sequence);
        boolean passed = error < sofar.bound();
        Criterion now = new Criterion(
                sofar.bound(),
                sofar.trained(),
                sofar.inARow() + (passed ? 1 : 0),
                Math.max(sofar.largestError(), error));
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
