package lab.carousel.model.account;

/**
 * One summand of a net input: a weight times what comes through it.
 *
 * @param index  of the symbol, or of the unit through all layers, both counted from 0; -1 for a bias
 * @param value  what is multiplied with it: 1 for a symbol and a bias
 */
public record Term(From from, int index, double weight, double value) {

    public enum From {
        /** The input symbol: of the one-hot input just one weight is left. */
        SYMBOL,
        /** The hidden state of a unit in the layer below, at the same time step; or, for an output, in the last layer. */
        BELOW,
        /** The hidden state of a unit in the same layer, after the time step before. */
        BEFORE,
        BIAS,
        /** The bias of U h; only GRU has it. */
        RECURRENT_BIAS,
        /** The cell state of the same unit. */
        PEEPHOLE;

        public boolean isUnit() {
            return this == BELOW || this == BEFORE;
        }

        /** Whether it belongs to U h. */
        public boolean isRecurrent() {
            return this == BEFORE || this == RECURRENT_BIAS;
        }
    }

    static Term bias(From from, double weight) {
        return new Term(from, -1, weight, 1);
    }

    public double product() {
        return weight * value;
    }
}
