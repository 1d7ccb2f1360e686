package lab.carousel.study.map;

import java.util.List;
import lab.carousel.model.layout.Cell;

/** The vectors of a state that are looked at. */
public enum Vectors {
    HIDDEN_STATE,
    CELL_STATE,
    /** h, and behind it c. */
    BOTH;

    /** Those that a cell has: of one without c that is h alone. */
    public static List<Vectors> of(Cell cell) {
        return cell.hasCellState() ? List.of(values()) : List.of(HIDDEN_STATE);
    }
}
