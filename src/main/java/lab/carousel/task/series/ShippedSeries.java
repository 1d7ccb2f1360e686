package lab.carousel.task.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Series that the program brings along: of a formula, or well known ones. Their names stand in the bundle {@code series}. */
public enum ShippedSeries {
    SINE("sine", () -> slow(500)),
    TWO_SINES("twoSines", () -> sum(slow(500), fast(500))),
    NOISY_SINE("noisySine", () -> sum(slow(1_000), noise(1_000, 0.1))),
    MACKEY_GLASS("mackeyGlass", () -> mackeyGlass(1_000)),
    NOISY_MACKEY_GLASS("noisyMackeyGlass", () -> sum(mackeyGlass(1_000), noise(1_000, 0.02))),
    WALK("walk", () -> walk(noise(500, 1))),
    AIRLINE("airline", "Passengers", Texts.AIRLINE, row -> month(1949 + row / 12, row)),
    SHAMPOO("shampoo", "Sales", Texts.SHAMPOO, row -> month(1 + row / 12, row)),
    SUNSPOTS("sunspots", "SUNACTIVITY", Texts.SUNSPOTS, row -> Integer.toString(1700 + row));

    // Of 2 pi / 25 and 2 pi / 8: with them a sine is a sum of its last two values, the same to the last bit everywhere
    private static final double TWO_COS_25 = 1.9371663222572622;
    private static final double SIN_25 = 0.2486898871648548;
    private static final double TWO_COS_8 = 1.4142135623730951;
    private static final double SIN_8 = 0.7071067811865475;

    private static final int UNIFORMS = 12;
    private static final int DELAY = 170;
    private static final double STEP = 0.1;
    private static final int STEPS_PER_VALUE = 60;
    private static final int LEFT_OUT = 100;
    private static final long SEED = 1_977;

    private final String key;
    private final Supplier<SeriesData> made;
    /** Null until somebody asks. */
    private volatile @Nullable SeriesData data;

    ShippedSeries(String key, Supplier<double[]> values) {
        this.key = key;
        this.made = () -> new SeriesData(key, List.of("x"), new double[][] {values.get()}, List.of());
    }

    ShippedSeries(String key, String channel, String text, IntFunction<String> row) {
        this.key = key;
        this.made = () -> {
            double[] values = Stream.of(text.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new SeriesData(
                    key,
                    List.of(channel),
                    new double[][] {values},
                    IntStream.range(0, values.length).mapToObj(row).toList());
        };
    }

    public String key() {
        return key;
    }

    public SeriesData data() {
        SeriesData known = data;
        if (known == null) {
            known = made.get();
            data = known;
        }
        return known;
    }

    public static Optional<ShippedSeries> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    private static String month(int year, int row) {
        int month = row % 12 + 1;
        return year + (month < 10 ? "-0" : "-") + month;
    }

    private static double[] slow(int count) {
        return sine(count, TWO_COS_25, SIN_25);
    }

    private static double[] fast(int count) {
        return sine(count, TWO_COS_8, SIN_8);
    }

    private static double[] sine(int count, double twoCos, double sin) {
        double[] values = new double[count];
        values[1] = sin;
        for (int t = 2; t < count; t++) {
            values[t] = twoCos * values[t - 1] - values[t - 2];
        }
        return values;
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        Arrays.setAll(sum, t -> one[t] + other[t]);
        return sum;
    }

    /** Nearly normal: sums of twelve even draws, which every machine adds in the same way. */
    private static double[] noise(int count, double deviation) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] values = new double[count];
        for (int t = 0; t < count; t++) {
            double sum = -UNIFORMS / 2.0;
            for (int draw = 0; draw < UNIFORMS; draw++) {
                sum += random.nextDouble();
            }
            values[t] = deviation * sum;
        }
        return values;
    }

    private static double[] walk(double[] moves) {
        double[] values = moves.clone();
        for (int t = 1; t < values.length; t++) {
            values[t] += values[t - 1];
        }
        return values;
    }

    /**
     * Mackey and Glass (1977) with a delay of 17: {@code x' = 0.2 x(t - 17) / (1 + x(t - 17)^10) - 0.1 x}, by Runge and Kutta in
     * steps of 0.1 from 1.2, a value every 6. At every 1 a line of its last values would leave nothing to learn.
     */
    private static double[] mackeyGlass(int count) {
        double[] course = new double[DELAY + 1 + (count + LEFT_OUT) * STEPS_PER_VALUE];
        Arrays.fill(course, 0, DELAY + 1, 1.2);
        for (int t = DELAY; t < course.length - 1; t++) {
            double before = course[t - DELAY];
            double after = course[t - DELAY + 1];
            double half = (before + after) / 2;
            double x = course[t];
            double k1 = change(x, before);
            double k2 = change(x + STEP / 2 * k1, half);
            double k3 = change(x + STEP / 2 * k2, half);
            double k4 = change(x + STEP * k3, after);
            course[t + 1] = x + STEP / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        double[] values = new double[count];
        Arrays.setAll(values, t -> course[DELAY + (LEFT_OUT + t) * STEPS_PER_VALUE]);
        return values;
    }

    private static double change(double x, double delayed) {
        double second = delayed * delayed;
        double fourth = second * second;
        return 0.2 * delayed / (1 + fourth * fourth * second) - 0.1 * x;
    }

    /** Where each is from stands in the bundle {@code series}, and in the page <em>About Carousel</em>. */
    private static final class Texts {

        /** Thousands of passengers of airlines in each month of 1949 to 1960: Box and Jenkins (1976), series G. */
        private static final String AIRLINE =
                """
            112 118 132 129 121 135 148 148 136 119 104 118 115 126 141 135 125 149 170 170 158 133 114 140 145 150 178 163 172
            178 199 199 184 162 146 166 171 180 193 181 183 218 230 242 209 191 172 194 196 196 236 235 229 243 264 272 237 211
            180 201 204 188 235 227 234 264 302 293 259 229 203 229 242 233 267 269 270 315 364 347 312 274 237 278 284 277 317
            313 318 374 413 405 355 306 271 306 315 301 356 348 355 422 465 467 404 347 305 336 340 318 362 348 363 435 491 505
            404 359 310 337 360 342 406 396 420 472 548 559 463 407 362 405 417 391 419 461 472 535 622 606 508 461 390 432
            """;

        /** Sales of shampoo in 36 months: Makridakis, Wheelwright and Hyndman (1998). */
        private static final String SHAMPOO =
                """
            266 145.9 183.1 119.3 180.3 168.5 231.8 224.5 192.8 122.9 336.5 185.9 194.3 149.5 210.1 273.3 191.4 287 226 303.6
            289.9 421.6 264.5 342.3 339.7 440.4 315.9 439.3 401.3 437.4 575.5 407.6 682 475.3 581.3 646.9
            """;

        /** Yearly sunspots of 1700 to 2008: NOAA, as statsmodels has them. */
        private static final String SUNSPOTS =
                """
            5 11 16 23 36 58 29 20 10 8 3 0 0 2 11 27 47 63 60 39 28 26 22 11 21 40 78 122 103 73 47 35 11 5 16 34 70 81 111 101
            73 40 20 16 5 11 22 40 60 80.9 83.4 47.7 47.8 30.7 12.2 9.6 10.2 32.4 47.6 54 62.9 85.9 61.2 45.1 36.4 20.9 11.4
            37.8 69.8 106.1 100.8 81.6 66.5 34.8 30.6 7 19.8 92.5 154.4 125.9 84.8 68.1 38.5 22.8 10.2 24.1 82.9 132 130.9 118.1
            89.9 66.6 60 46.9 41 21.3 16 6.4 4.1 6.8 14.5 34 45 43.1 47.5 42.2 28.1 10.1 8.1 2.5 0 1.4 5 12.2 13.9 35.4 45.8
            41.1 30.1 23.9 15.6 6.6 4 1.8 8.5 16.6 36.3 49.6 64.2 67 70.9 47.8 27.5 8.5 13.2 56.9 121.5 138.3 103.2 85.7 64.6
            36.7 24.2 10.7 15 40.1 61.5 98.5 124.7 96.3 66.6 64.5 54.1 39 20.6 6.7 4.3 22.7 54.8 93.8 95.8 77.2 59.1 44 47 30.5
            16.3 7.3 37.6 74 139 111.2 101.6 66.2 44.7 17 11.3 12.4 3.4 6 32.3 54.3 59.7 63.7 63.5 52.2 25.4 13.1 6.8 6.3 7.1
            35.6 73 85.1 78 64 41.8 26.2 26.7 12.1 9.5 2.7 5 24.4 42 63.5 53.8 62 48.5 43.9 18.6 5.7 3.6 1.4 9.6 47.4 57.1 103.9
            80.6 63.6 37.6 26.1 14.2 5.8 16.7 44.3 63.9 69 77.8 64.9 35.7 21.2 11.1 5.7 8.7 36.1 79.7 114.4 109.6 88.8 67.8 47.5
            30.6 16.3 9.6 33.2 92.6 151.6 136.3 134.7 83.9 69.4 31.5 13.9 4.4 38 141.7 190.2 184.8 159 112.3 53.9 37.6 27.9 10.2
            15.1 47 93.8 105.9 105.5 104.5 66.6 68.9 38 34.5 15.5 12.6 27.5 92.5 155.4 154.6 140.4 115.9 66.6 45.9 17.9 13.4
            29.4 100.2 157.6 142.6 145.7 94.3 54.6 29.9 17.5 8.6 21.5 64.3 93.3 119.6 111 104 63.7 40.4 29.8 15.2 7.5 2.9
            """;
    }
}
