package lab.carousel.text;

import java.util.regex.Pattern;

/**
 * Escapes each character that could control a terminal or change the text direction as {@code \\u001b}: the text stays
 * readable, and no file name reverses the sentence around it.
 */
public final class VisibleText {

    /** Control characters but for those of a layout, and those that turn the direction. */
    private static final Pattern COMMAND =
            Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\n\r\t]]");

    private VisibleText() {}

    public static String of(String text) {
        return COMMAND.matcher(text)
                .replaceAll(letter -> "\\\\u%04x".formatted((int) letter.group().charAt(0)));
    }
}
