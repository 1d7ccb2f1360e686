package lab.carousel.cli;

import java.math.BigInteger;
import lab.carousel.text.InvalidInput;

/** Whole numbers after options. */
final class OptionNumber {

    private OptionNumber() {}

    /**
     * The number that was written.
     *
     * @param option for messages
     * @throws InvalidInput if it is none, or out of bounds
     */
    static long read(String option, String text, long least, long most) {
        if (!text.matches("[+-]?[0-9]{1,1000}")) {
            throw problem(option, text, least, most);
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw problem(option, text, least, most);
        }
        return number.longValue();
    }

    private static InvalidInput problem(String option, String text, long least, long most) {
        return new InvalidInput("cli.option.number", option, least, most, text);
    }
}
