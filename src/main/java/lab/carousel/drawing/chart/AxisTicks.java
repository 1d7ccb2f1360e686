package lab.carousel.drawing.chart;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.text.NumberText;
import lab.carousel.text.RoundNumber;

/** Where an axis has its ticks, and what they say. Draws nothing. */
public final class AxisTicks {

    private static final double SLACK = 1e-9;

    private AxisTicks() {}

    /** About {@code most} ticks at multiples of 1, 2 or 5 times a power of ten, or at whole ones of these alone. */
    public static List<Tick> linear(double from, double to, int most, boolean whole) {
        double step = RoundNumber.oneTwoFiveAtLeast((to - from) / Math.max(1, most));
        if (whole) {
            step = Math.max(1, step);
        }
        List<Tick> ticks = new ArrayList<>();
        for (double k = Math.ceil(from / step - SLACK); k * step <= to + SLACK * step; k++) {
            // Multiplying by 0.01 would give 0.07 as 0.07000000000000001; adding 0 makes a 0 of -0
            double value = (step < 1 ? k / Math.rint(1 / step) : k * step) + 0.0;
            ticks.add(new Tick(value, NumberText.tick(value, step)));
        }
        return ticks;
    }

    /**
     * Ticks at 1, 2 and 5 times the powers of ten, at the powers alone where there is no room, or at equal distances if
     * the axis is so short that few of these lie on it.
     *
     * @param most the most ticks there is room for, about
     */
    public static List<Tick> logarithmic(double from, double to, int most) {
        double decades = Math.log10(to / from);
        if (3 * decades < 2.5) {
            return linear(from, to, Math.min(most, 5), false);
        }
        if (3 * decades <= most) {
            return decades(from, to, 1, 1, 2, 5);
        }
        return decades(from, to, (int) Math.ceil(decades / most), 1);
    }

    private static List<Tick> decades(double from, double to, int everyDecades, int... digits) {
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = RoundNumber.exponent(from); exponent <= RoundNumber.exponent(to); exponent++) {
            for (int digit : digits) {
                double value = RoundNumber.times(digit, exponent);
                boolean shown = value >= from * (1 - SLACK) && value <= to * (1 + SLACK);
                if (shown && Math.floorMod(exponent, everyDecades) == 0) {
                    ticks.add(new Tick(value, NumberText.power(digit, exponent)));
                }
            }
        }
        return ticks;
    }
}
