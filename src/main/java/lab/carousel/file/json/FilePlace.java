package lab.carousel.file.json;

import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file, counted from 1. Its path is built only for a message: a file may have a million values.
 *
 * @param parent place of the enclosing group or list; null at the outermost level
 * @param member name in the group; empty in a list
 * @param number in the list, counted from 1; 0 in a group
 */
public record FilePlace(String file, int line, int column, @Nullable FilePlace parent, String member, int number)
        implements ValuePlace {

    public FilePlace(String file, int line, int column) {
        this(file, line, column, null, "", 0);
    }

    FilePlace member(String name, int memberLine, int memberColumn) {
        return new FilePlace(file, memberLine, memberColumn, this, name, 0);
    }

    FilePlace element(int element, int elementLine, int elementColumn) {
        return new FilePlace(file, elementLine, elementColumn, this, "", element);
    }

    /** Path of names, for example {@code hyperparameters.seed}; empty at the outermost level. */
    private String name() {
        if (parent == null) {
            return "";
        }
        String before = parent.name();
        if (number > 0) {
            return before + " (" + number + ")";
        }
        return before.isEmpty() ? member : before + "." + member;
    }

    @Override
    public InvalidInput problem(Message problem) {
        // as texts: numbers would get thousands separators
        String lineText = Integer.toString(line);
        String columnText = Integer.toString(column);
        String name = name();
        return name.isEmpty()
                ? new InvalidInput("file.at", file, lineText, columnText, problem)
                : new InvalidInput("file.atName", file, lineText, columnText, name, problem);
    }

    /** Quoted, since a text in a file may be long. */
    @Override
    public Message text(String text) {
        return Message.of("file.kind.text");
    }
}
