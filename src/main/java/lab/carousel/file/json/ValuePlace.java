package lab.carousel.file.json;

import java.util.function.Supplier;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

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
     * A place in a file. The names that lead there are put together only when a complaint needs them: a file may have a
     * million values.
     *
     * @param file   the name of the file
     * @param line   counted from 1
     * @param column counted from 1
     * @param parent the place of the group or list in which it stands; null at the outermost level
     * @param member its name in the group; empty in a list
     * @param number its number in the list, counted from 1; 0 in a group
     */
    record InFile(String file, int line, int column, @Nullable InFile parent, String member, int number)
            implements ValuePlace {

        /** A place at the outermost level. */
        public InFile(String file, int line, int column) {
            this(file, line, column, null, "", 0);
        }

        /** The place of a member of the group at this place. */
        InFile member(String name, int memberLine, int memberColumn) {
            return new InFile(file, memberLine, memberColumn, this, name, 0);
        }

        /** The place of an element of the list at this place, counted from 1. */
        InFile element(int element, int elementLine, int elementColumn) {
            return new InFile(file, elementLine, elementColumn, this, "", element);
        }

        /** The names that lead here, for example {@code hyperparameters.seed}; empty at the outermost level. */
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
            // as texts, because numbers would get thousands separators
            String lineText = Integer.toString(line);
            String columnText = Integer.toString(column);
            String name = name();
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
