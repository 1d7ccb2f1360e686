package lab.carousel.cli;

import lab.carousel.text.InvalidInput;
import lab.carousel.text.TypedNumber;
import org.jspecify.annotations.Nullable;

final class OptionNumber {

    private OptionNumber() {}

    /**
     * @throws InvalidInput if it is no whole number, or out of bounds
     */
    static long read(String option, String text, long least, long most) {
        return TypedNumber.whole(text, least, most)
                .orElseThrow(() -> new InvalidInput("cli.option.number", option, least, most, text));
    }

    static int orElse(int usual, String option, @Nullable String text, int least, int most) {
        return text == null ? usual : (int) read(option, text, least, most);
    }
}
