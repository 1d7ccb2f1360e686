package lab.carousel.ui.studies;

import java.math.BigInteger;
import lab.carousel.text.InvalidInput;

/** Whole numbers as people type them. */
final class TypedWhole {

    private TypedWhole() {}

    /**
     * The number that was typed; commas between thousands are allowed.
     *
     * @throws InvalidInput if it is none, or out of bounds
     */
    static int read(String text, int least, int most) {
        String digits = text.strip().replace(",", "");
        if (!digits.matches("[+-]?[0-9]{1,100}")) {
            throw new InvalidInput("studyWindow.whole", least, most);
        }
        BigInteger number = new BigInteger(digits);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new InvalidInput("studyWindow.whole", least, most);
        }
        return number.intValueExact();
    }
}
