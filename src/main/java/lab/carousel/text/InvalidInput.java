package lab.carousel.text;

import java.util.Objects;
import java.util.Optional;

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
}
