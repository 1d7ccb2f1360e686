package lab.carousel.training;

import lab.carousel.model.layout.ParameterLayout;

/** How much work a part of an examination is, so that it takes some milliseconds. */
final class PartSize {

    private static final int MOST_MULTIPLICATIONS = 4_000_000;
    private static final int MOST_STEPS = 20_000;

    private PartSize() {}

    /** The time steps of a part, at least one. */
    static int of(ParameterLayout layout) {
        int multiplications = layout.size() - layout.symbols() * layout.layer(0).gateWidth();
        return Math.max(1, Math.min(MOST_MULTIPLICATIONS / multiplications, MOST_STEPS));
    }
}
