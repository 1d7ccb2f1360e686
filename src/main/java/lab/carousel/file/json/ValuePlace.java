package lab.carousel.file.json;

import java.util.function.Supplier;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/** Where a value was written, so that what is wrong with it can be told there. */
public interface ValuePlace {

    /** A problem at this place. */
    InvalidInput problem(Message problem);

    /** A problem at this place. */
    default InvalidInput problem(String key, Object... arguments) {
        return problem(Message.of(key, arguments));
    }

    /** What a text written here is called, where something else should be. */
    default Message text(String text) {
        return Message.of("file.kind.word", text);
    }

    /** Makes a value; what is wrong with it is reported as a problem at this place. */
    default <T> T check(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput invalid) {
            throw problem(invalid.problem());
        }
    }

    /**
     * A place in a file.
     *
     * @param file   the name of the file
     * @param line   counted from 1
     * @param column counted from 1
     * @param name   the names that lead there, for example {@code hyperparameters.seed}; empty at the outermost level
     */
    record InFile(String file, int line, int column, String name) implements ValuePlace {

        /** The place of a member of the group at this place. */
        InFile member(String member, int memberLine, int memberColumn) {
            return new InFile(file, memberLine, memberColumn, name.isEmpty() ? member : name + "." + member);
        }

        /** The place of an element of the list at this place, counted from 1. */
        InFile element(int number, int elementLine, int elementColumn) {
            return new InFile(file, elementLine, elementColumn, name + " (" + number + ")");
        }

        @Override
        public InvalidInput problem(Message problem) {
            // as texts, because numbers would get thousands separators
            String lineText = Integer.toString(line);
            String columnText = Integer.toString(column);
            return name.isEmpty()
                    ? new InvalidInput("file.at", file, lineText, columnText, problem)
                    : new InvalidInput("file.atName", file, lineText, columnText, name, problem);
        }

        /** In a file a text may be long, and stands in quotation marks. */
        @Override
        public Message text(String text) {
            return Message.of("file.kind.text");
        }
    }
}
