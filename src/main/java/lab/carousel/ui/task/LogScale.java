package lab.carousel.ui.task;

/**
 * Whole numbers on a slider, each factor of ten as wide as the next one, in round steps: two digits that count.
 *
 * @param least the number at the left end, 0 or more
 * @param most  the number at the right end
 */
record LogScale(int least, int most) {

    /** The place of a number on the slider, 0 to 1; the nearest end if it is beyond. */
    double place(int number) {
        int inside = Math.max(least, Math.min(most, number));
        return (Math.log1p(inside) - Math.log1p(least)) / (Math.log1p(most) - Math.log1p(least));
    }

    /** The number at a place. */
    int number(double place) {
        double exact = Math.expm1(Math.log1p(least) + place * (Math.log1p(most) - Math.log1p(least)));
        int step = 1;
        while (exact / step >= 100) {
            step *= 10;
        }
        int rounded = (int) Math.round(exact / step) * step;
        return Math.max(least, Math.min(most, rounded));
    }
}
