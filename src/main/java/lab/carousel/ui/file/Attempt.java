package lab.carousel.ui.file;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lab.carousel.text.InvalidInput;
import lab.carousel.ui.notice.Notices;

/**
 * What came of reading or writing a file in the background.
 *
 * @param result  what was read; empty if there is a problem
 * @param problem why it could not be done; empty if it could
 * @param <T>     what was read
 */
public record Attempt<T>(Optional<T> result, Optional<Throwable> problem) {

    /** Tries something. */
    public static <T> Attempt<T> of(Supplier<T> work) {
        try {
            return new Attempt<>(Optional.of(work.get()), Optional.empty());
        } catch (RuntimeException | Error problem) {
            return new Attempt<>(Optional.empty(), Optional.of(problem));
        }
    }

    /** Goes on with the result, or tells the problem; throws what was not foreseen, so that the window tells of it. */
    public void tell(Notices notices, Consumer<T> onResult) {
        if (problem.isEmpty()) {
            onResult.accept(result.orElseThrow());
        } else if (problem.get() instanceof InvalidInput why) {
            notices.problem(why.getMessage());
        } else if (problem.get() instanceof Error unforeseen) {
            throw unforeseen;
        } else {
            throw (RuntimeException) problem.get();
        }
    }
}
