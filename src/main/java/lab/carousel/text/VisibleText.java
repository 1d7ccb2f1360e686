package lab.carousel.text;

/**
 * Text with each letter that could command a terminal, or turn the direction in which it is read, written as
 * {@code \\u001b}: what was meant stays readable, and no name of a file turns round the sentence that names it.
 */
public final class VisibleText {

    private VisibleText() {}

    /** A text in which every letter can be seen. */
    public static String of(String text) {
        if (isVisible(text)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.chars().forEach(letter -> {
            if (isCommand((char) letter)) {
                String hex = Integer.toHexString(letter);
                seen.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                seen.append((char) letter);
            }
        });
        return seen.toString();
    }

    /** Whether it is seen as it is: nearly all texts are, and need not be put together anew. */
    public static boolean isVisible(CharSequence text) {
        for (int index = 0; index < text.length(); index++) {
            if (isCommand(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommand(char letter) {
        // Nearly all letters are such
        if (letter >= ' ' && letter <= '~') {
            return false;
        }
        boolean isLayout = letter == '\n' || letter == '\r' || letter == '\t';
        return (Character.isISOControl(letter) && !isLayout) || turnsDirection(letter);
    }

    private static boolean turnsDirection(char letter) {
        return letter == '\u061c'
                || letter == '\u200e'
                || letter == '\u200f'
                || (letter >= '\u202a' && letter <= '\u202e')
                || (letter >= '\u2066' && letter <= '\u2069');
    }
}
