package lab.carousel.model.verdict;

import lab.carousel.model.Experiment;

/**
 * What a loss is the mean of: the fixed sequences of a drawn task that were fed last.
 *
 * @param sequences how many; 0 where all that there are are listed
 * @param epochs    over how many evaluated epochs they were fed: 1 all at once; the mean lags behind by the others
 * @param error     the standard error of the mean; NaN if it is not known
 */
public record LossSample(int sequences, int epochs, double error) {

    /** Of the listed sequences, and where it was not kept. */
    public static final LossSample NONE = new LossSample(0, 1, Double.NaN);

    /** The 97.5 % quantile of the normal distribution. */
    private static final double QUANTILE = 1.96;

    /** Of so many sequences, all fed at once, from half of what holds the mean of all. */
    public static LossSample ofBand(int sequences, double band) {
        return new LossSample(sequences, 1, band / QUANTILE);
    }

    /** Whether it is the mean of all sequences for one network. */
    public boolean isAtOnce() {
        return epochs == 1 && (sequences == 0 || sequences == Experiment.FIXED);
    }

    /** Half of what holds the mean of all sequences in 95 of 100 draws. */
    public double band() {
        return QUANTILE * error;
    }
}
