package lab.carousel.model.account;

import java.util.List;
import java.util.function.Predicate;

/**
 * A sum of terms, in the order in which {@link lab.carousel.model.Network} adds them, so that the sum is the same to the
 * last bit.
 *
 * @param terms in order; may be empty
 */
public record NetInput(List<Term> terms) {

    /** Copies the terms. */
    public NetInput {
        terms = List.copyOf(terms);
    }

    /** The sum of all terms; 0 if there are none. */
    public double sum() {
        return sum(term -> true);
    }

    /** The sum of some of the terms. */
    public double sum(Predicate<Term> which) {
        double sum = 0;
        for (Term term : terms) {
            if (which.test(term)) {
                sum += term.product();
            }
        }
        return sum;
    }
}
