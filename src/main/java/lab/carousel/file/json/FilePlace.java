package lab.carousel.file.json;

import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;

/**
 * A place in a file.
 *
 * @param file   the name of the file
 * @param line   counted from 1
 * @param column counted from 1
 * @param name   the names that lead there, for example {@code hyperparameters.seed}; empty at the outermost level
 */
public record FilePlace(String file, int line, int column, String name) implements Place {

    /** The place of a member of the group at this place. */
    FilePlace member(String member, int memberLine, int memberColumn) {
        return new FilePlace(file, memberLine, memberColumn, name.isEmpty() ? member : name + "." + member);
    }

    /** The place of an element of the list at this place, counted from 1. */
    FilePlace element(int number, int elementLine, int elementColumn) {
        return new FilePlace(file, elementLine, elementColumn, name + " (" + number + ")");
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
