package lab.carousel.text;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's unusable input, with the message that tells what to do about it. */
public final class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    /** Shortens what the message quotes. */
    public InvalidInput(Message problem) {
        this(Quoted.shortened(problem), true);
    }

    private InvalidInput(Message shortened, @SuppressWarnings("unused") boolean isShort) {
        super(shortened.text());
        this.problem = shortened;
    }

    public InvalidInput(String key, Object... arguments) {
        this(Message.of(key, arguments));
    }

    /** Problem that a check throws; empty if it throws none. */
    public static Optional<Message> problemOf(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (InvalidInput invalid) {
            return Optional.of(invalid.problem());
        }
    }

    /**
     * Throws a problem, if there is one.
     *
     * @throws InvalidInput if there is
     */
    public static void throwIf(Optional<Message> problem) {
        if (problem.isPresent()) {
            throw new InvalidInput(problem.get());
        }
    }

    public Message problem() {
        return problem;
    }

    /** The problem in the language spoken when it was thrown; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Shortens quotations: a word from a damaged file may have millions of characters. */
    static final class Quoted {

        private static final int LONGEST = 2_000;
        private static final int LONGEST_WORD = 120;
        private static final int KEPT_OF_WORD = 60;
        private static final Pattern LONG_WORD = Pattern.compile(
                "([^\\s/\\\\]{" + KEPT_OF_WORD + "})[^\\s/\\\\]{" + (LONGEST_WORD - KEPT_OF_WORD) + ",}");

        private Quoted() {}

        static Message shortened(Message message) {
            Object[] arguments =
                    message.arguments().stream().map(Quoted::shortened).toArray();
            return Message.of(message.key(), arguments);
        }

        private static Object shortened(Object argument) {
            if (argument instanceof Message message) {
                return shortened(message);
            }
            return argument instanceof String text ? shortened(text) : argument;
        }

        /** A text of bounded length without overlong words. */
        static String shortened(String text) {
            String start = text.length() <= LONGEST ? text : cut(text, LONGEST) + "…";
            return start.length() <= LONGEST_WORD
                    ? start
                    : LONG_WORD.matcher(start).replaceAll("$1…");
        }

        /** Does not cut a surrogate pair. */
        private static String cut(String text, int length) {
            return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
        }
    }
}
