package lab.carousel.task.series;

import lab.carousel.text.InvalidInput;

/**
 * How a series is fed, and what is wanted.
 *
 * @param target which channel is forecast, counted from 0
 * @param period in rows; {@value #FOUND} if it is found
 * @param ahead  how many rows ahead
 * @param train  how many rows are the training part
 */
public record SeriesFeed(int target, FedValues fed, int period, int ahead, int train, Leak leak, Scaling scaling) {

    /** Nobody gives the period. */
    public static final int FOUND = 0;

    public static final int MOST_AHEAD = 50;

    /** Fewer rows teach nothing. */
    private static final int FEWEST_TRAINED = 4;

    private static final int FEWEST_JUDGED = 2;

    /** One row ahead, the values themselves, and two thirds to train on. */
    public static SeriesFeed of(int rows) {
        return new SeriesFeed(0, FedValues.VALUES, FOUND, 1, rows * 2 / 3, Leak.NONE, Scaling.STANDARD);
    }

    /** @throws InvalidInput if it does not go with the data */
    public void check(SeriesData data) {
        check("series.target", target + 1, 1, data.channels().size());
        if (period == FOUND && fed == FedValues.SEASONAL) {
            throw new InvalidInput("series.period.needed", 2, data.size() / 2);
        }
        check("series.period", period, fed == FedValues.SEASONAL ? 2 : FOUND, data.size() / 2);
        check("series.ahead", ahead, 1, Math.min(MOST_AHEAD, data.size() / FEWEST_TRAINED));
        int fewest = FEWEST_TRAINED + ahead + fed.back(steps());
        int most = data.size() - FEWEST_JUDGED;
        if (fewest > most) {
            throw new InvalidInput("series.train.short", data.size(), fewest + FEWEST_JUDGED);
        }
        check("series.train", train, fewest, most);
    }

    private static void check(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(key, value, least, most);
        }
    }

    /** How many rows before the wanted one the value is from which its difference is taken: whole periods, or what is known last. */
    int steps() {
        return fed == FedValues.SEASONAL ? (ahead + period - 1) / Math.max(1, period) * period : ahead;
    }

    public SeriesFeed with(FedValues other) {
        return new SeriesFeed(target, other, period, ahead, train, leak, scaling);
    }

    public SeriesFeed withPeriod(int other) {
        return new SeriesFeed(target, fed, other, ahead, train, leak, scaling);
    }

    public SeriesFeed withAhead(int other) {
        return new SeriesFeed(target, fed, period, other, train, leak, scaling);
    }

    public SeriesFeed withTrain(int other) {
        return new SeriesFeed(target, fed, period, ahead, other, leak, scaling);
    }

    public SeriesFeed with(Leak other) {
        return new SeriesFeed(target, fed, period, ahead, train, other, scaling);
    }

    public SeriesFeed with(Scaling other) {
        return new SeriesFeed(target, fed, period, ahead, train, leak, other);
    }
}
