package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.task.ScoredSteps;
import lab.carousel.task.Target;

/**
 * What a transplant tells: at a step at which donor and recipient see the same symbols but answer differently, whose answer
 * the recipient gives with the state of the donor.
 *
 * @param step   such a step, counted from 0: the last one; -1 if there is none, and then there are no outputs
 * @param own    what the recipient answers there by itself
 * @param others what the donor answers
 * @param before the outputs of the recipient by itself
 * @param after  the same with the state of the donor
 */
public record TransplantFinding(
        Outcome outcome, int step, Target own, Target others, double[] before, double[] after, double[] donor) {

    /** Below this difference of two outputs, 0 to 1, it is a hair that decides between them. */
    public static final double SLIGHT = 0.1;

    /** Whose answer the recipient gives with the state of the donor. */
    public enum Outcome {
        /** The donor's, at each telling step: the memory has moved. */
        MOVED,
        /** Its own, at each telling step: the memory has stayed. */
        STAYED,
        /** The donor's at some of the telling steps. */
        PARTLY,
        /** Neither its own nor the donor's. */
        NEITHER,
        /** As long as their inputs are the same, both give the same answers: nothing can be told. */
        SAME_ANSWERS,
        /** Their inputs differ at the step of the transplant: nothing can be compared. */
        OTHER_INPUTS
    }

    /**
     * What a transplant tells.
     *
     * @param steps the number of steps of the recipient
     */
    public static TransplantFinding of(Transplant transplant, ScoredSteps scored, int steps) {
        List<TransplantFinding> telling = new ArrayList<>();
        for (int step = transplant.step(); step < transplant.sameUntil(); step++) {
            TransplantFinding found = at(transplant, step, step);
            if (found.step >= 0 && scored.include(step, steps) && !found.own.equals(found.others)) {
                telling.add(found);
            }
        }
        if (telling.isEmpty()) {
            return nothing(transplant.sameUntil() == transplant.step() ? Outcome.OTHER_INPUTS : Outcome.SAME_ANSWERS);
        }
        return judged(telling);
    }

    /**
     * What a transplant tells where the inputs of both differ all along, as those of sequences that are drawn at random do:
     * their answers at the last step of each are compared.
     *
     * @param steps  the number of steps of the recipient
     * @param others that of the donor
     * @return {@link Outcome#OTHER_INPUTS} if the end of one is too far away to be among the steps kept
     */
    public static TransplantFinding ofEnds(Transplant transplant, int steps, int others) {
        TransplantFinding found = at(transplant, steps - 1, others - 1);
        if (found.step < 0) {
            return found;
        }
        return found.own.equals(found.others) ? nothing(Outcome.SAME_ANSWERS) : judged(List.of(found));
    }

    private static TransplantFinding nothing(Outcome outcome) {
        double[] none = {};
        return new TransplantFinding(outcome, -1, Target.NONE, Target.NONE, none, none, none);
    }

    /** What stands at a step of the recipient, and at one of the donor, as far as both are among the steps kept. */
    private static TransplantFinding at(Transplant transplant, int step, int others) {
        int here = Transplant.at(transplant.before(), step);
        int there = Transplant.at(transplant.donated(), others);
        return here < 0 || there < 0
                ? nothing(Outcome.OTHER_INPUTS)
                : new TransplantFinding(
                        Outcome.NEITHER,
                        step,
                        transplant.before().predicted(here),
                        transplant.donated().predicted(there),
                        transplant.before().outputs(here),
                        transplant.after().outputs(here),
                        transplant.donated().outputs(there));
    }

    /** The last of the telling steps, with what all of them tell. */
    private static TransplantFinding judged(List<TransplantFinding> telling) {
        long moved =
                telling.stream().filter(step -> step.now().equals(step.others)).count();
        Outcome outcome = Outcome.NEITHER;
        if (moved > 0) {
            outcome = moved == telling.size() ? Outcome.MOVED : Outcome.PARTLY;
        } else if (telling.stream().allMatch(step -> step.now().equals(step.own))) {
            outcome = Outcome.STAYED;
        }
        TransplantFinding last = telling.get(telling.size() - 1);
        return new TransplantFinding(outcome, last.step, last.own, last.others, last.before, last.after, last.donor);
    }

    /** What the recipient answers with the state of the donor. */
    public Target now() {
        boolean isOwn = own.highest(after).equals(own);
        boolean isOthers = others.highest(after).equals(others);
        if (isOwn && isOthers) {
            // One set includes the other: it is that which the outputs are nearer to
            return distance(own) <= distance(others) ? own : others;
        }
        return isOthers ? others : own.highest(after);
    }

    private double distance(Target wanted) {
        return IntStream.range(0, after.length)
                .mapToDouble(k -> Math.abs(wanted.wanted(k) - after[k]))
                .sum();
    }

    /** Whether in donor or recipient alone two symbols are so close that a hair decides between them. */
    public boolean isSlight() {
        return step >= 0
                && !own.isSet()
                && own.size() > 0
                && (own.lowest(before) - others.lowest(before) < SLIGHT
                        || others.lowest(donor) - own.lowest(donor) < SLIGHT);
    }
}
