package lab.carousel.text;

import java.util.regex.Pattern;

/** What a message quotes, so short that it can be read: a word from a damaged file may have millions of letters. */
final class Quoted {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_WORD = 120;
    private static final int KEPT_OF_WORD = 60;
    /** A word, or a part of a path. */
    private static final Pattern LONG_WORD =
            Pattern.compile("([^\\s/\\\\]{" + KEPT_OF_WORD + "})[^\\s/\\\\]{" + (LONGEST_WORD - KEPT_OF_WORD) + ",}");

    private Quoted() {}

    /** The same message with all that it quotes shortened. */
    static Message shortened(Message message) {
        Object[] arguments = message.arguments().stream().map(Quoted::shortened).toArray();
        return Message.of(message.key(), arguments);
    }

    private static Object shortened(Object argument) {
        if (argument instanceof Message message) {
            return shortened(message);
        }
        return argument instanceof String text ? shortened(text) : argument;
    }

    /** A text of bounded length, without words that nobody can read. */
    static String shortened(String text) {
        String start = text.length() <= LONGEST ? text : cut(text, LONGEST) + "…";
        return start.length() <= LONGEST_WORD ? start : LONG_WORD.matcher(start).replaceAll("$1…");
    }

    /** Not between the halves of one letter. */
    private static String cut(String text, int length) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
