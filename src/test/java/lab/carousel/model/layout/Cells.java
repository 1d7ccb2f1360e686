package lab.carousel.model.layout;

import static lab.carousel.model.layout.Expression.input;
import static lab.carousel.model.layout.Expression.let;
import static lab.carousel.model.layout.Expression.net;
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

    /** Other shapes: coupled gates, more operations between the gates, functions on wires, peepholes, several ways out. */
    private static final List<Cell> SHAPES = List.of(
            new Cell(
                    "COUPLED",
                    List.of(
                            let("f", sigmoid(net("f", "c"))),
                            let("g", tanh(net("g"))),
                            let("c'", sum(times("f", "c"), times(rest("f"), "g"))),
                            let("o", sigmoid(net("o", "c'"))),
                            let("h'", times("o", tanh("c'")))),
                    Map.of()),
            new Cell(
                    "WITHOUT_OUTPUT_GATE",
                    List.of(
                            let("i", sigmoid(net("i"))),
                            let("f", sigmoid(net("f"))),
                            let("g", tanh(net("g"))),
                            let("c'", sum(times(rest("f"), "c"), times("i", "g"))),
                            let("h'", tanh("c'"))),
                    Map.of()),
            new Cell(
                    "DEEP",
                    List.of(
                            let("i", sigmoid(net("i"))),
                            let("f", sigmoid(net("f"))),
                            let("r", sigmoid(sum(input("r"), Expression.recurrent("r")))),
                            let("g", tanh(net("g"))),
                            let("z", sigmoid(net("z"))),
                            let("o", sigmoid(net("o"))),
                            let("c'", sum(times("f", "c"), sum(times("i", times("z", "g")), times(rest("z"), "r")))),
                            let("h'", sum(times("o", tanh("c'")), times("r", "g")))),
                    Map.of()),
            new Cell(
                    "FED_BACK_ONLY",
                    List.of(let("i", sigmoid(net("i"))), let("g", tanh(net("g"))), let("h'", times("i", "g"))),
                    Map.of()),
            new Cell(
                    "SQUASHED",
                    List.of(
                            let("z", sigmoid(net("z"))),
                            let("g", tanh(net("g"))),
                            let("h'", tanh(sum(times("z", "h"), times(rest("z"), tanh("g")))))),
                    Map.of()));

    private Cells() {}

    /** All shapes. */
    public static Stream<Cell> drawn() {
        return Stream.concat(all(), SHAPES.stream());
    }

    /** Those that are more than one squashed net input. */
    static Stream<Cell> gated() {
        return drawn().filter(cell -> cell.gates().size() > 1);
    }

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

    /** Those without peepholes whose hidden state is what an output gate lets out of the cell state. */
    static Stream<Cell> ofOutputGate() {
        return withCellState()
                .filter(cell -> cell.looks().isEmpty() && cell.gates().contains(Quantity.OUTPUT_GATE));
    }

    static Stream<Cell> ofDeeplearning4j() {
        return Cell.all().stream()
                .filter(cell -> cell.name(CellLibrary.DEEPLEARNING4J).isPresent());
    }
}
