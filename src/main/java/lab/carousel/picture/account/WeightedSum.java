package lab.carousel.picture.account;

import java.util.List;
import lab.carousel.model.account.Term;

/**
 * A net input: the sum of weights times what comes through them.
 *
 * @param name of what it is the net input
 * @param text what comes from where, and the sum
 */
public record WeightedSum(String name, List<Term> terms, String text) {

    public WeightedSum {
        terms = List.copyOf(terms);
    }
}
