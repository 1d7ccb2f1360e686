package lab.carousel.file;

import java.util.function.Supplier;
import lab.carousel.message.InvalidInput;
import lab.carousel.message.Message;

/**
 * A place in a file.
 *
 * @param file   the name of the file
 * @param line   counted from 1
 * @param column counted from 1
 * @param name   the names that lead there, for example {@code hyperparameters.seed}; empty at the outermost level
 */
record Place(String file, int line, int column, String name) {

    /** The place of a member of the group at this place. */
    Place member(String member, int memberLine, int memberColumn) {
        return new Place(file, memberLine, memberColumn, name.isEmpty() ? member : name + "." + member);
    }

    /** The place of an element of the list at this place, counted from 1. */
    Place element(int number, int elementLine, int elementColumn) {
        return new Place(file, elementLine, elementColumn, name + " (" + number + ")");
    }

    /** A problem at this place. */
    InvalidInput problem(String key, Object... arguments) {
        return problem(Message.of(key, arguments));
    }

    private InvalidInput problem(Message problem) {
        // as texts, because numbers would get thousands separators
        String lineText = Integer.toString(line);
        String columnText = Integer.toString(column);
        return name.isEmpty()
                ? new InvalidInput("file.at", file, lineText, columnText, problem)
                : new InvalidInput("file.atName", file, lineText, columnText, name, problem);
    }

    /** Makes a value; what is wrong with it is reported as a problem at this place. */
    <T> T check(Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidInput invalid) {
            throw problem(invalid.problem());
        }
    }
}
