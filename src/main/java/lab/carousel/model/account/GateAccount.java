package lab.carousel.model.account;

import java.util.List;
import java.util.stream.Stream;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Quantity;

/**
 * How a gate or a candidate of a unit comes about: squashed(input + factor * recurrent).
 *
 * @param gate      which one
 * @param input     W x + b, and where the cell adds it up in one go U h too
 * @param recurrent U h + b_U where the cell keeps it apart (GRU); otherwise without terms
 * @param factor    what {@code recurrent} is multiplied with: the reset gate r for GRU's candidate, 1 otherwise
 */
public record GateAccount(Quantity gate, NetInput input, NetInput recurrent, double factor) {

    public double net() {
        return recurrent.terms().isEmpty() ? input.sum() : input.sum() + factor * recurrent.sum();
    }

    /** Whether it is squashed by tanh; all others are by the sigmoid. */
    public boolean isTanh() {
        return gate == Quantity.CANDIDATE;
    }

    public double squash(double net) {
        return isTanh() ? Activation.tanh(net) : Activation.sigmoid(net);
    }

    public double value() {
        return squash(net());
    }

    public List<Term> terms() {
        return Stream.concat(input.terms().stream(), recurrent.terms().stream()).toList();
    }

    /** The share of what is fed, or of the layer below, in the net input. */
    public double fromInput() {
        return input.sum(term -> term.from().isInput());
    }

    /** U h, with its own bias where there is one, before it is multiplied with the factor. */
    public double fromBefore() {
        return input.sum(term -> term.from().isRecurrent()) + recurrent.sum();
    }

    public double bias() {
        return input.sum(term -> term.from() == TermSource.BIAS);
    }
}
