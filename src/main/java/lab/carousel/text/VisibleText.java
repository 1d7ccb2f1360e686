package lab.carousel.text;

/**
 * Escapes each character that could control a terminal or change the text direction as {@code \\u001b}: the text stays
 * readable, and no file name reverses the sentence around it.
 */
public final class VisibleText {

    private VisibleText() {}

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

    /** Fast path for nearly all texts. */
    private static boolean isVisible(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (isCommand(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommand(char letter) {
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
