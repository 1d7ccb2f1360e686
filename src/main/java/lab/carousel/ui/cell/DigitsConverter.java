package lab.carousel.ui.cell;

import javafx.util.StringConverter;
import lab.carousel.picture.account.Digits;

/** Digits by their number. */
final class DigitsConverter extends StringConverter<Digits> {

    @Override
    public String toString(Digits digits) {
        return digits == null ? "" : Integer.toString(digits.decimals());
    }

    @Override
    public Digits fromString(String text) {
        return new Digits(Integer.parseInt(text));
    }
}
