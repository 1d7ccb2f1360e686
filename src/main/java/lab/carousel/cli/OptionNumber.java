package lab.carousel.cli;

import lab.carousel.text.InvalidInput;
import lab.carousel.text.TypedNumber;

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
        return TypedNumber.whole(text, least, most)
                .orElseThrow(() -> new InvalidInput("cli.option.number", option, least, most, text));
    }
}
