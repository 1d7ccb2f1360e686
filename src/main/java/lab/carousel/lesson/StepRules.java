package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a step of a lesson hides, needs, asks and calls right. The window, the wall, phones and the page all go by it: the scripts
 * of the page call this code, compiled.
 *
 * @param hides spots, and places of the microscope, until the question is answered; with {@link #RUN} and {@link #COMPARISON}
 * @param hidesWhole what is hidden even then
 * @param asks whether there is a question
 * @param right index of the choice that is right, from 0; empty if it is a matter of opinion
 * @param needs each as conditions, of which all must hold at once
 * @param ownRun while they hold the lesson knows what is right of what is seen, see {@link Lesson#ownRun}
 */
public record StepRules(
        List<String> hides,
        List<String> hidesWhole,
        boolean asks,
        OptionalInt right,
        List<List<Condition>> needs,
        List<ExpectedObservation> sights,
        List<Condition> ownRun) {

    /** What starts a run, or goes through it: hidden from a reader who has nobody beside; the window trains behind its covers. */
    public static final String RUN = "run";
    /** How the network does step by step, beside how it does as trained. */
    public static final String COMPARISON = "comparison";

    static StepRules of(Lesson lesson, int at) {
        LessonStep step = lesson.steps().get(at);
        OptionalInt right = step.question().map(ClassQuestion::right).orElse(OptionalInt.empty());
        List<ExpectedObservation> sights =
                step.after().observations().stream().map(Observation::sight).toList();
        List<String> hides = new ArrayList<>();
        step.hidden().forEach(spot -> hides.add(spot.name()));
        if (hides.contains(LessonTargets.STATUS.name()) && !hides.contains(LessonTargets.MICROSCOPE.name())) {
            Stream.of(PlaceName.values()).filter(PlaceName::tellsVerdict).forEach(place -> hides.add(place.key()));
        }
        if (right.isPresent() || !hides.isEmpty()) {
            hides.add(RUN);
        }
        int comparing = lesson.comparingStep().orElse(-1);
        if (at == comparing) {
            hides.add(COMPARISON);
        }
        boolean isJudged = sights.stream().anyMatch(sight -> sight.right().isPresent());
        return new StepRules(
                hides,
                at < comparing ? List.of(COMPARISON) : List.of(),
                step.question().isPresent(),
                right,
                step.needs().stream().map(Need::conditions).toList(),
                sights,
                isJudged ? lesson.ownRun(at) : List.of());
    }

    /** The same without what tells the outcome: what is right, what is seen, and what is to be done once the question is answered. */
    public StepRules withoutOutcome() {
        return new StepRules(
                hides, hidesWhole, asks, OptionalInt.empty(), asks ? List.of() : needs, List.of(), List.of());
    }

    /** Whether its question is answered as soon as the prediction is committed to: nothing is to be seen first. */
    public boolean tellsAtOnce() {
        return right.isPresent() && sights.stream().noneMatch(ExpectedObservation::isHere);
    }

    public StepStatus told(StepDone done) {
        boolean isAllMet = IntStream.range(0, needs.size()).allMatch(need -> isTrue(done.met(), need));
        boolean isSeen = done.isCommitted()
                && IntStream.range(0, sights.size())
                        .allMatch(at -> sights.get(at).isHere() ? isTrue(done.seen(), at) : isAllMet);
        boolean isExplained = isSeen && !done.waits();
        return new StepStatus(
                Stream.concat(hidesWhole.stream(), done.isCommitted() ? Stream.of() : hides.stream())
                        .toList(),
                isAllMet,
                done.isCommitted() && isAllMet,
                isSeen && isAllMet && done.waits(),
                isExplained,
                isExplained && isAllMet,
                isExplained ? right : OptionalInt.empty());
    }

    /**
     * Which needs are met: for good once they have been. What was trained when the step was entered counts for nothing.
     *
     * @param before which were
     * @param then what was read when the step was entered
     */
    public List<Boolean> met(List<Boolean> before, Readings then, Readings now) {
        Optional<Object> run = now.read(Situation.RUN);
        boolean isOld = run.isPresent() && run.equals(then.read(Situation.RUN));
        Readings counted = name -> isOld && Situation.OF_RUN.contains(name) ? Optional.empty() : now.read(name);
        return IntStream.range(0, needs.size())
                .mapToObj(need -> isTrue(before, need) || areMet(needs.get(need), then, counted))
                .toList();
    }

    /** Of what was not told yet nothing is true. */
    private static boolean isTrue(List<Boolean> told, int at) {
        return at < told.size() && told.get(at);
    }

    public static boolean areMet(List<Condition> conditions, Readings then, Readings now) {
        return conditions.stream().allMatch(condition -> condition.holds(then, now));
    }

    /**
     * Checks an answer to an observation.
     *
     * @param answer index of a choice, from 0, or a number
     * @return empty if nothing has been trained yet
     */
    public Optional<Observed> checked(int number, double answer, Readings now) {
        ExpectedObservation sight = sights.get(number);
        boolean isOther = sight.right().isPresent() && !areMet(ownRun, now, now);
        return isOther ? Optional.of(Observed.unjudged(answer)) : sight.checked(answer, now);
    }
}
