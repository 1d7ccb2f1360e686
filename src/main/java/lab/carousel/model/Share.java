package lab.carousel.model;

/**
 * How many of some runs something is true of, with the 95 % interval of Wilson (1927) for the probability behind it:
 *
 * <pre>
 *   (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n),   p = count / n,   z = 1.959964
 * </pre>
 *
 * <p>Unlike p plus and minus twice its standard error it stays within 0 and 1, and says something at 0 of n too.
 *
 * @param count it is true of so many
 * @param of    n
 */
public record Share(int count, int of) {

    /** The 97.5 % quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /** @throws IllegalArgumentException unless 0 &lt;= count &lt;= of */
    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException(count + " of " + of);
        }
    }

    /** count / n; NaN if n is 0. */
    public double value() {
        return (double) count / of;
    }

    /** The lower end of the interval; 0 if n is 0. */
    public double low() {
        return count == 0 ? 0 : Math.max(0, middle() - reach());
    }

    /** The upper end of the interval; 1 if n is 0. */
    public double high() {
        return count == of ? 1 : Math.min(1, middle() + reach());
    }

    private double middle() {
        return (value() + Z * Z / (2.0 * of)) / (1 + Z * Z / of);
    }

    private double reach() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
