package lab.carousel.model.account;

/**
 * One summand of a net input: a weight times what comes through it.
 *
 * @param index  of the symbol or input, or of the unit through all layers, all counted from 0; -1 for a bias
 * @param value  what is multiplied with it: 1 for a symbol and a bias
 */
public record Term(TermSource from, int index, double weight, double value) {

    static Term bias(TermSource from, double weight) {
        return new Term(from, -1, weight, 1);
    }

    public double product() {
        return weight * value;
    }
}
