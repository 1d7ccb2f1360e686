package lab.carousel.study;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.model.trace.Trace;
import lab.carousel.task.ScoredSteps;

/**
 * What a transplant tells: at a step at which donor and recipient see the same symbols but answer differently, whose answer
 * the recipient gives with the state of the donor.
 *
 * @param outcome whose answer it is
 * @param step    such a step, counted from 0: the last one; -1 if there is none
 * @param own     what the recipient answers there by itself: index of a symbol; -1 without a step
 * @param others  what the donor answers there; -1 without a step
 * @param now     what the recipient answers with the state of the donor; -1 without a step
 * @param ownBefore    the output of the recipient's answer before, 0 to 1
 * @param ownAfter     the same with the state of the donor
 * @param othersBefore the output of the donor's answer in the recipient before
 * @param othersAfter  the same with the state of the donor
 * @param slight  whether in donor or recipient alone the two answers are so close that a hair decides
 */
public record TransplantFinding(
        Outcome outcome,
        int step,
        int own,
        int others,
        int now,
        double ownBefore,
        double ownAfter,
        double othersBefore,
        double othersAfter,
        boolean slight) {

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
     * @param scored the steps at which the network is asked
     * @param steps  the number of steps of the recipient
     */
    public static TransplantFinding of(Transplant transplant, ScoredSteps scored, int steps) {
        List<Integer> telling = new ArrayList<>();
        int moved = 0;
        int stayed = 0;
        for (int step = transplant.step(); step < transplant.sameUntil(); step++) {
            int here = Transplant.at(transplant.before(), step);
            int there = Transplant.at(transplant.donated(), step);
            if (here < 0 || there < 0 || !scored.include(step, steps)) {
                continue;
            }
            int own = transplant.before().predicted(here);
            int others = transplant.donated().predicted(there);
            if (own != others) {
                int now = transplant.after().predicted(here);
                telling.add(step);
                moved += now == others ? 1 : 0;
                stayed += now == own ? 1 : 0;
            }
        }
        if (telling.isEmpty()) {
            Outcome none = transplant.sameUntil() == transplant.step() ? Outcome.OTHER_INPUTS : Outcome.SAME_ANSWERS;
            return nothing(none);
        }
        int step = telling.get(telling.size() - 1);
        int here = Transplant.at(transplant.before(), step);
        int there = Transplant.at(transplant.donated(), step);
        return at(transplant, step, here, there, outcome(moved, stayed, telling.size()));
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
        int here = Transplant.at(transplant.before(), steps - 1);
        int there = Transplant.at(transplant.donated(), others - 1);
        if (here < 0 || there < 0) {
            return nothing(Outcome.OTHER_INPUTS);
        }
        int own = transplant.before().predicted(here);
        int donors = transplant.donated().predicted(there);
        if (own == donors) {
            return nothing(Outcome.SAME_ANSWERS);
        }
        int now = transplant.after().predicted(here);
        Outcome outcome = outcome(now == donors ? 1 : 0, now == own ? 1 : 0, 1);
        return at(transplant, steps - 1, here, there, outcome);
    }

    private static TransplantFinding nothing(Outcome outcome) {
        return new TransplantFinding(outcome, -1, -1, -1, -1, 0, 0, 0, 0, false);
    }

    private static Outcome outcome(int moved, int stayed, int all) {
        if (moved == all) {
            return Outcome.MOVED;
        }
        if (stayed == all) {
            return Outcome.STAYED;
        }
        return moved > 0 ? Outcome.PARTLY : Outcome.NEITHER;
    }

    /** What is told by a step: where the recipient's trace has it, and the donor's the one that it is compared with. */
    private static TransplantFinding at(Transplant transplant, int step, int here, int there, Outcome outcome) {
        Trace before = transplant.before();
        Trace donated = transplant.donated();
        int own = before.predicted(here);
        int others = donated.predicted(there);
        double[] alone = before.outputs(here);
        double[] with = transplant.after().outputs(here);
        double[] donor = donated.outputs(there);
        boolean slight = alone[own] - alone[others] < SLIGHT || donor[others] - donor[own] < SLIGHT;
        return new TransplantFinding(
                outcome,
                step,
                own,
                others,
                transplant.after().predicted(here),
                alone[own],
                with[own],
                alone[others],
                with[others],
                slight);
    }
}
