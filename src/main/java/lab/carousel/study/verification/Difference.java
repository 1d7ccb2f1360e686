package lab.carousel.study.verification;

final class Difference {

    private Difference() {}

    /** 0 if both are no numbers (both runs diverged), infinite if only one of them is. */
    static double of(double one, double other) {
        if (!Double.isFinite(one) && !Double.isFinite(other)) {
            return 0;
        }
        double difference = Math.abs(one - other);
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    static double largest(double[] ones, double[] others) {
        double largest = 0;
        for (int index = 0; index < ones.length; index++) {
            largest = Math.max(largest, of(ones[index], others[index]));
        }
        return largest;
    }
}
