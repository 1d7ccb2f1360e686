package lab.carousel.file.json;

import java.util.function.Supplier;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

public interface ValuePlace {

    InvalidInput problem(Message problem);

    default InvalidInput problem(String key, Object... arguments) {
        return problem(Message.of(key, arguments));
    }

    /** Quotation of a wrong text at this place. */
    default Message text(String text) {
        return Message.of("file.kind.word", text);
    }

    /** Makes a value; reports its {@link InvalidInput} at this place. */
    default <T> T check(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput invalid) {
            throw problem(invalid.problem());
        }
    }
}
