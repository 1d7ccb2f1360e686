package lab.carousel.text;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Something a person gave that cannot be used, with the message that tells them what to do about it. */
public final class InvalidInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Message problem;

    /** An invalid input described by a message; what that quotes is shortened. */
    public InvalidInput(Message problem) {
        this(Quoted.shortened(problem), true);
    }

    private InvalidInput(Message shortened, @SuppressWarnings("unused") boolean isShort) {
        super(shortened.text());
        this.problem = shortened;
    }

    /** An invalid input described by the key of a message and its values. */
    public InvalidInput(String key, Object... arguments) {
        this(Message.of(key, arguments));
    }

    /** What a check finds wrong; empty if it throws nothing. */
    public static Optional<Message> problemOf(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (InvalidInput invalid) {
            return Optional.of(invalid.problem());
        }
    }

    /**
     * The other way round: passes on what a check told.
     *
     * @throws InvalidInput if that is a problem
     */
    public static void throwIf(Optional<Message> problem) {
        if (problem.isPresent()) {
            throw new InvalidInput(problem.get());
        }
    }

    /** What is wrong, in words a teacher understands. */
    public Message problem() {
        return problem;
    }

    /** The same in the language that was spoken when it was noticed; never null, as other exceptions' can be. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** What a message quotes, so short that it can be read: a word from a damaged file may have millions of letters. */
    static final class Quoted {

        private static final int LONGEST = 2_000;
        private static final int LONGEST_WORD = 120;
        private static final int KEPT_OF_WORD = 60;
        /** A word, or a part of a path. */
        private static final Pattern LONG_WORD = Pattern.compile(
                "([^\\s/\\\\]{" + KEPT_OF_WORD + "})[^\\s/\\\\]{" + (LONGEST_WORD - KEPT_OF_WORD) + ",}");

        private Quoted() {}

        /** The same message with all that it quotes shortened. */
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

        /** A text of bounded length, without words that nobody can read. */
        static String shortened(String text) {
            String start = text.length() <= LONGEST ? text : cut(text, LONGEST) + "…";
            return start.length() <= LONGEST_WORD
                    ? start
                    : LONG_WORD.matcher(start).replaceAll("$1…");
        }

        /** Not between the halves of one letter. */
        private static String cut(String text, int length) {
            return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
        }
    }
}
