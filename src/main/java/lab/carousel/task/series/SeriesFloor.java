package lab.carousel.task.series;

import lab.carousel.text.Message;

/** Stub. */
public interface SeriesFloor {

    int needs();

    String key();

    Message name();

    double forecast(double[][] channels, int t);

    interface Forecast {
        double of(double[][] channels, int t);
    }
}
