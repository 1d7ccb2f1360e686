package lab.carousel.drawing;

import java.util.List;

/**
 * The rows of a matrix, or its columns.
 *
 * @param axis     what they are; may be empty
 * @param selected the one that is outlined; -1 for none
 */
public record MatrixSide(String axis, List<String> names, int selected) {

    public MatrixSide {
        names = List.copyOf(names);
    }

    public MatrixSide(String axis, List<String> names) {
        this(axis, names, -1);
    }

    MatrixSide select(int place) {
        return new MatrixSide(axis, names, place);
    }

    public int size() {
        return names.size();
    }

    boolean hasSelected() {
        return selected >= 0 && selected < size();
    }
}
