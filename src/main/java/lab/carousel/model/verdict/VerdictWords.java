package lab.carousel.model.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.Share;
import lab.carousel.task.ListedSequences;
import lab.carousel.task.ToldForecast;
import lab.carousel.task.memory.Memory;
import lab.carousel.text.Message;

/**
 * A verdict in plain language.
 *
 * @param headline   a word or two, with the bits and how far back it is
 * @param sentence   the reason in one sentence, with the numbers that led to it
 * @param more       further sentences: what follows from it, and what the sentence leaves out; may be empty
 * @param unknowable how many steps are unknowable; empty if none is
 * @param separation a sentence with the separation, and what it is; empty if it is not measured
 */
public record VerdictWords(String headline, String sentence, String more, String unknowable, String separation) {

    /** So many bits of a trace are told; of fewer, that they are fewer. */
    private static final double LEAST_SHOWN = 0.01;
    /** With fewer bits a wrong symbol is at least three times as likely as the right one at a step of the pair. */
    private static final double CERTAINLY_WRONG = -1;
    /** A loss so close to the floor, as a share of it, is seen upon it. */
    public static final double NEAR_FLOOR = 0.02;

    private static final int PERCENT = 100;
    /** Most different numbers of right steps that are told one by one. */
    private static final int MOST_RECALLS = 4;

    public static VerdictWords of(Evaluation evaluation) {
        return of(evaluation, "", Double.NaN);
    }

    /**
     * The words with those of the task.
     *
     * @param asked what the fork of the verdict asks, a sentence before that of the verdict; empty if that is not known
     * @param floor the memoryless floor; NaN if it is not known
     */
    public static VerdictWords of(Evaluation evaluation, String asked, double floor) {
        Judgement judgement = evaluation.judgement();
        if (judgement.equals(Judgement.NONE)) {
            return new VerdictWords(
                    Message.text("verdict.tooLarge"),
                    Message.text("verdict.tooLarge.reason", ListedSequences.MAX_SCORED_STEPS),
                    Message.text("verdict.tooLarge.more", evaluation.right(), evaluation.steps()),
                    "",
                    "");
        }
        if (judgement.verdict() == Verdict.BY_FLOORS) {
            return byFloors(evaluation, asked);
        }
        if (judgement.verdict().tellsFloors()) {
            String name = Message.text("verdict." + judgement.verdict() + ".name");
            return new VerdictWords(name, name + ".", "", "", "");
        }
        String open = unknowable(judgement, evaluation.steps());
        Object[] numbers = {
            evaluation.right(),
            evaluation.steps(),
            amount(Math.max(0, judgement.bits())),
            Verdict.LEAST_BITS,
            evaluation.margin(),
            steps(judgement.stepsBack())
        };
        return new VerdictWords(
                headline(judgement),
                sentence(evaluation, asked, numbers),
                String.join(" ", more(evaluation, floor, numbers, open)),
                open,
                separation(evaluation));
    }

    public static VerdictWords of(Evaluation evaluation, ToldForecast forecast) {
        String key = "verdict." + evaluation.verdict();
        List<String> names = forecast.notBeaten();
        int floors = evaluation.judgement().forks().all();
        String few = names.size() == 1 ? names.get(0) : Message.text("verdict.floors", names.size(), floors);
        return new VerdictWords(
                Message.text(key + ".headline", few),
                forecast.errors().text(),
                Message.text(key + ".more", String.join(", ", names), evaluation.steps(), evaluation.right()),
                "",
                "");
    }

    private static List<String> more(Evaluation evaluation, double floor, Object[] numbers, String open) {
        Judgement judgement = evaluation.judgement();
        List<String> more = new ArrayList<>();
        more.add(Message.text("verdict." + judgement.verdict() + ".more", numbers));
        JudgedPairs pairs = judgement.pairs();
        if (pairs.all() > 0) {
            more.add(Message.text(
                    "verdict.pairs.more", Verdict.LEAST_BITS, pairs.all(), JudgedPairs.mostFailing(pairs.all())));
        }
        if (isInOrderOnly(evaluation)) {
            more.add(0, Message.text("verdict.NOT_YET.order.more"));
        }
        // With bits over 0 it does use the clue
        boolean isWithoutClue = judgement.verdict() == Verdict.NOT_YET && !(judgement.bits() > 0);
        if (isWithoutClue && isBelow(evaluation.loss(), floor)) {
            more.add(Message.text("verdict.NOT_YET.belowFloor"));
        }
        // Memory shows at the fork alone, the floor counts all steps
        if (judgement.verdict() == Verdict.REMEMBERS && evaluation.loss() > floor) {
            more.add(0, Message.text("verdict.REMEMBERS.aboveFloor"));
        }
        if (!evaluation.rightByOrder().isEmpty()) {
            more.add(orders(evaluation));
        }
        if (judgement.forks().all() > 1) {
            more.add(forks(judgement) + ".");
        }
        if (!open.isEmpty()) {
            more.add(open + ".");
        }
        return more;
    }

    /** @param asked which floors there are */
    private static VerdictWords byFloors(Evaluation evaluation, String asked) {
        Object[] numbers = {
            evaluation.judgement().forks().remembered(),
            evaluation.judgement().forks().all(),
            evaluation.loss(),
            evaluation.right(),
            evaluation.steps(),
            evaluation.sample().sequences(),
            evaluation.sample().epochs()
        };
        String more = Message.text("verdict.BY_FLOORS.more", numbers);
        return new VerdictWords(
                Message.text("verdict.BY_FLOORS.headline", numbers),
                Message.text("verdict.BY_FLOORS.reason", numbers),
                asked.isEmpty() ? more : asked + " " + more,
                "",
                separation(evaluation));
    }

    /** Of a drawn task, with the share of its pairs; where the feeding was stopped, with how many of the first were wrong. */
    private static String sentence(JudgedPairs pairs, Judgement judgement) {
        Object[] numbers = {
            amount(Math.max(0, judgement.bits())),
            Verdict.LEAST_BITS,
            steps(judgement.stepsBack()),
            share(told(judgement)),
            pairs.passing(),
            pairs.fed() - pairs.right(),
            pairs.fed()
        };
        return Message.text("verdict." + judgement.verdict() + (pairs.isStopped() ? ".stopped" : ".pairs"), numbers);
    }

    /** The share that gives the verdict of a drawn task. */
    private static Share told(Judgement judgement) {
        JudgedPairs pairs = judgement.pairs();
        return judgement.verdict() == Verdict.REMEMBERS ? pairs.passed() : pairs.answered();
    }

    private static String share(Share share) {
        return Message.text("verdict.pairs", share.count(), share.of(), PERCENT * share.low(), PERCENT * share.high());
    }

    private static String sentence(Evaluation evaluation, String asked, Object[] numbers) {
        Judgement judgement = evaluation.judgement();
        if (judgement.pairs().all() > 0) {
            return sentence(judgement.pairs(), judgement);
        }
        boolean isCertain = judgement.bits() < CERTAINLY_WRONG;
        String key =
                "verdict." + judgement.verdict() + (isInOrderOnly(evaluation) ? ".order" : isCertain ? ".certain" : "");
        return asked.isEmpty() || judgement.forks().all() == 0
                ? Message.text(key + ".reason", numbers)
                : asked + " " + Message.text(key + ".asked", numbers);
    }

    /** Of sets the right order of the outputs is not enough; a fork that stays is that of a list. */
    private static boolean isInOrderOnly(Evaluation evaluation) {
        Judgement judgement = evaluation.judgement();
        return judgement.verdict() == Verdict.NOT_YET && judgement.fork() != Memory.NONE && evaluation.margin() > 0;
    }

    /** Whether a loss is clearly below the memoryless floor. */
    public static boolean isBelow(double loss, double floor) {
        return loss < (1 - NEAR_FLOOR) * floor;
    }

    /** The sentence, and all else that is said of the verdict without its separation. */
    public String reason() {
        return sentence + " " + more;
    }

    /** All that the sentence leaves out, for those who want to know. */
    public String details() {
        return separation.isEmpty() ? more : more + "\n" + separation;
    }

    /** How many shuffled orders have how many steps right, the most first; only the range where that would be long. */
    private static String orders(Evaluation evaluation) {
        List<Integer> right = evaluation.rightByOrder();
        Map<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        right.forEach(each -> counts.merge(each, 1L, Long::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (each, count) -> parts.add(Message.text("verdict.orders.part", each, evaluation.steps(), count)));
        String told = parts.size() <= MOST_RECALLS
                ? String.join(", ", parts)
                : Message.text(
                        "verdict.orders.range", Collections.min(right), Collections.max(right), evaluation.steps());
        return Message.text("verdict.orders", right.size(), told);
    }

    private static String separation(Evaluation evaluation) {
        return Double.isNaN(evaluation.separation())
                ? ""
                : Message.text("verdict.separation.reason", evaluation.separation());
    }

    private static String headline(Judgement judgement) {
        boolean isRight = judgement.verdict() == Verdict.REMEMBERS || judgement.verdict() == Verdict.A_TRACE;
        List<String> parts = new ArrayList<>();
        parts.add(Message.text("verdict." + judgement.verdict() + ".headline", steps(judgement.stepsBack())));
        if (isRight) {
            parts.add(bits(judgement.bits()));
        }
        JudgedPairs pairs = judgement.pairs();
        if (pairs.all() > 0) {
            parts.add(
                    pairs.isStopped()
                            ? Message.text("verdict.pairs.failed", pairs.fed() - pairs.right(), pairs.fed())
                            : Message.text("verdict.pairs.few", told(judgement).count(), pairs.all()));
        }
        if (judgement.verdict() != Verdict.REMEMBERS && judgement.forks().all() > 1) {
            parts.add(Message.text(
                    "verdict.forks.few",
                    judgement.forks().remembered(),
                    judgement.forks().all()));
        }
        if (isRight && judgement.outside().wrong() > 0) {
            parts.add(Message.text("verdict.easyWrong", judgement.outside().wrong()));
        }
        return String.join(", ", parts);
    }

    private static String forks(Judgement judgement) {
        return Message.text(
                "verdict.forks",
                judgement.forks().remembered(),
                judgement.forks().all());
    }

    /** For example {@code 3 steps}. */
    static String steps(MemoryDistance distance) {
        return distance.nearest() == distance.farthest()
                ? Message.text("verdict.steps", distance.median())
                : Message.text("verdict.steps.range", distance.nearest(), distance.farthest());
    }

    private static String unknowable(Judgement judgement, int steps) {
        int open = judgement.outside().unknowable();
        return open == 0
                ? ""
                : Message.text("verdict.unknowable", open, judgement.outside().best(), steps);
    }

    /** For example {@code 0.99 bit}; of so few that no number says it, what that means. */
    public static String bits(double bits) {
        return bits < CERTAINLY_WRONG
                ? Message.text("verdict.bits.certain")
                : Message.text("verdict.bits", amount(bits));
    }

    private static String amount(double bits) {
        if (Double.isNaN(bits)) {
            return ""; // there is no fork, and no sentence has a place for them
        }
        return bits > 0 && bits < LEAST_SHOWN
                ? Message.text("verdict.bits.few", LEAST_SHOWN)
                // Turns -0 into 0
                : Message.text("verdict.bits.amount", bits > -LEAST_SHOWN / 2 && bits <= 0 ? 0 : bits);
    }

    /** How a network does as trained and step by step; empty where both are the same. */
    public static Optional<BothVerdicts> both(Experiment experiment, Evaluation asTrained, Evaluation stepByStep) {
        boolean isSame = asTrained.loss() == stepByStep.loss()
                && asTrained.right() == stepByStep.right()
                && asTrained.verdict() == stepByStep.verdict();
        return isSame
                ? Optional.empty()
                : Optional.of(new BothVerdicts(
                        Message.text("status.twoEvaluations", told(asTrained), told(stepByStep)), why(experiment)));
    }

    /** The same in one text; empty where both are the same. */
    public static String ofBoth(Experiment experiment, Evaluation asTrained, Evaluation stepByStep) {
        return both(experiment, asTrained, stepByStep)
                .map(both -> both.results() + " " + both.why())
                .orElse("");
    }

    private static String told(Evaluation evaluation) {
        return Message.text(
                "status.evaluation",
                evaluation.right(),
                evaluation.steps(),
                evaluation.loss(),
                of(evaluation).headline());
    }

    private static String why(Experiment experiment) {
        return experiment.hyperparameters().get(Settings.BATCH_SIZE) > 1
                ? Message.text("status.why.slots", experiment.hyperparameters().get(Settings.BATCH_SIZE))
                : Message.text("status.why.carried");
    }
}
