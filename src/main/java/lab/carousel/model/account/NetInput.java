package lab.carousel.model.account;

import java.util.List;
import java.util.function.Predicate;

/** A sum of terms, added in the order of {@link lab.carousel.model.Network}: the same to the last bit. */
public record NetInput(List<Term> terms) {

    public NetInput {
        terms = List.copyOf(terms);
    }

    public double sum() {
        return sum(term -> true);
    }

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
