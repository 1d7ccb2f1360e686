package lab.carousel.model.layout;

import static lab.carousel.model.layout.Expression.input;
import static lab.carousel.model.layout.Expression.let;
import static lab.carousel.model.layout.Expression.recurrent;
import static lab.carousel.model.layout.Expression.rest;
import static lab.carousel.model.layout.Expression.sigmoid;
import static lab.carousel.model.layout.Expression.sum;
import static lab.carousel.model.layout.Expression.tanh;
import static lab.carousel.model.layout.Expression.times;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cells that tests go through, and one that only tests declare. */
public final class Cells {

    /** The minimal gated unit (Zhou et al. 2016), with its gate after the product: of a shape that no cell of ours has. */
    public static final Cell MINIMAL = new Cell(
            "MINIMAL",
            List.of(
                    let("f", sigmoid(sum(input("f"), recurrent("f")))),
                    let("g", tanh(sum(input("g"), times("f", recurrent("g"))))),
                    let("h'", sum(times(rest("f"), "h"), times("f", "g")))),
            Map.of());

    private Cells() {}

    public static Cell named(String name) {
        return all().filter(cell -> cell.toString().equals(name)).findFirst().orElseThrow();
    }

    static Stream<Cell> offered() {
        return Cell.all().stream();
    }

    static Stream<Cell> all() {
        return Stream.concat(Cell.all().stream(), Stream.of(MINIMAL));
    }

    static Stream<Cell> withMemory() {
        return Cell.all().stream().filter(Cell::isRecurrent);
    }

    static Stream<Cell> withCellState() {
        return Cell.all().stream().filter(Cell::hasCellState);
    }

    static Stream<Cell> withoutPeepholes() {
        return withCellState().filter(cell -> cell.looks().isEmpty());
    }

    static Stream<Cell> ofDeeplearning4j() {
        return Cell.all().stream()
                .filter(cell -> cell.name(Cell.Library.DEEPLEARNING4J).isPresent());
    }
}
