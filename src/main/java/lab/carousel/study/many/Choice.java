package lab.carousel.study.many;

import java.util.OptionalDouble;

/**
 * One of the values of an axis.
 *
 * @param label  what it is called, short
 * @param number the number it stands for on a scale; empty if it stands for none
 * @param change what it makes of an experiment
 */
public record Choice(String label, OptionalDouble number, Change change) {

    /** A choice without a number. */
    public static Choice named(String label, Change change) {
        return new Choice(label, OptionalDouble.empty(), change);
    }

    /** A whole number. */
    public static Choice whole(int number, Change change) {
        return new Choice(Integer.toString(number), OptionalDouble.of(number), change);
    }

    /** A number, called as Java writes it but without an empty fraction. */
    public static Choice number(double number, Change change) {
        return new Choice(text(number), OptionalDouble.of(number), change);
    }

    private static String text(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
