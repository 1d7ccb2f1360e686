package lab.carousel.task.series;

/** Makes numbers of mean 0 and deviation 1, and back. */
record Scale(double mean, double deviation) {

    /** Of some of the numbers. */
    static Scale of(double[] values, int from, int to) {
        double mean = 0;
        for (int t = from; t < to; t++) {
            mean += values[t] / (to - from);
        }
        double squares = 0;
        for (int t = from; t < to; t++) {
            squares += (values[t] - mean) * (values[t] - mean);
        }
        double deviation = Math.sqrt(squares / (to - from));
        return new Scale(mean, deviation > 0 ? deviation : 1);
    }

    double fed(double value) {
        return (value - mean) / deviation;
    }

    double told(double number) {
        return mean + deviation * number;
    }
}
