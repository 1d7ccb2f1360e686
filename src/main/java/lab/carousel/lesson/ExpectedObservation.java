package lab.carousel.lesson;

import java.util.Optional;
import java.util.OptionalInt;
import lab.carousel.model.verdict.Verdict;

/**
 * What is to be seen, with which an answer is compared.
 *
 * @param reads a reading, or empty text
 * @param within tolerance of a number
 * @param right index of the choice that is seen, from 0; empty if any may be, or a reading tells
 * @param isHere whether it can be seen where the lesson is taken
 */
public record ExpectedObservation(String reads, double within, OptionalInt right, boolean isHere) {

    /** Accepts both roundings of a half. */
    private static final double ROUNDING = 1e-9;

    /** The same where it can be seen, or cannot. */
    public ExpectedObservation seen(boolean isNowHere) {
        return new ExpectedObservation(reads, within, right, isNowHere);
    }

    /** Whether any answer will do, so that none is called right. */
    public boolean isOpinion() {
        return reads.isEmpty() && right.isEmpty();
    }

    /** Of a verdict its place among the choices. */
    private double number(Object read) {
        return read instanceof Number number
                ? number.doubleValue()
                : AskedVerdict.WORDS
                        .find(reads.substring(Situation.SHOWN.length()))
                        .orElseThrow()
                        .place(Verdict.valueOf((String) read));
    }

    /** Compares an answer where the lesson knows what is right. */
    public Optional<Observed> checked(double answer, Readings now) {
        if (isOpinion()) {
            return Optional.of(Observed.unjudged(answer));
        }
        Optional<Double> truth = right.isPresent()
                ? Optional.of((double) right.getAsInt())
                : now.read(reads).map(this::number);
        return truth.filter(Double::isFinite)
                .map(seen -> new Observed(
                        answer, seen, Math.abs(answer - seen) <= within + ROUNDING * Math.max(1, Math.abs(seen))));
    }
}
