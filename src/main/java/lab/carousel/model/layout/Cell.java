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

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lab.carousel.text.Message;

/**
 * What a unit of the network is, declared by its equations in the order in which they are computed: all else about it
 * follows from them. Net inputs stand for W x + U h + b; a gate can also look at a cell state, through a weight of its own
 * for each unit (a peephole).
 */
public final class Cell {

    /**
     * Long short-term memory (Hochreiter and Schmidhuber 1997), with the forget gate of Gers, Schmidhuber and Cummins
     * (2000) and without peepholes.
     */
    public static final Cell LSTM = new Cell(
            "LSTM",
            List.of(
                    let("i", sigmoid(net("i"))),
                    let("f", sigmoid(net("f"))),
                    let("g", tanh(net("g"))),
                    let("o", sigmoid(net("o"))),
                    let("c'", sum(times("f", "c"), times("i", "g"))),
                    let("h'", times("o", tanh("c'")))),
            Map.of(
                    CellLibrary.KERAS, new Known("LSTM", "ifgo"),
                    CellLibrary.PYTORCH, new Known("LSTM", "ifgo"),
                    CellLibrary.ONNX, new Known("LSTM", "iofg"),
                    CellLibrary.DEEPLEARNING4J, new Known("LSTM", "gfoi")));
    /** The LSTM as it was first (Hochreiter and Schmidhuber 1997): without a forget gate, it only adds. */
    public static final Cell LSTM1997 = new Cell(
            "LSTM1997",
            List.of(
                    let("i", sigmoid(net("i"))),
                    let("g", tanh(net("g"))),
                    let("o", sigmoid(net("o"))),
                    let("c'", sum("c", times("i", "g"))),
                    let("h'", times("o", tanh("c'")))),
            Map.of());
    /**
     * The LSTM with peepholes (Gers, Schraudolph and Schmidhuber 2002): input and forget gate look at the cell state
     * before, the output gate at the new one.
     */
    public static final Cell PEEPHOLE = new Cell(
            "PEEPHOLE",
            List.of(
                    let("i", sigmoid(net("i", "c"))),
                    let("f", sigmoid(net("f", "c"))),
                    let("g", tanh(net("g"))),
                    let("c'", sum(times("f", "c"), times("i", "g"))),
                    let("o", sigmoid(net("o", "c'"))),
                    let("h'", times("o", tanh("c'")))),
            Map.of(CellLibrary.ONNX, new Known("LSTM", "iofg")));
    /**
     * Gated recurrent unit (Cho et al. 2014), in the form that Keras ({@code reset_after=True}) and PyTorch have: with the
     * reset gate after the product, and a bias of its own for U h.
     */
    public static final Cell GRU = new Cell(
            "GRU",
            List.of(
                    let("z", sigmoid(sum(input("z"), recurrent("z")))),
                    let("r", sigmoid(sum(input("r"), recurrent("r")))),
                    let("g", tanh(sum(input("g"), times("r", recurrent("g"))))),
                    let("h'", sum(times("z", "h"), times(rest("z"), "g")))),
            Map.of(
                    CellLibrary.KERAS, new Known("GRU", "zrg"),
                    CellLibrary.PYTORCH, new Known("GRU", "rzg"),
                    CellLibrary.ONNX, new Known("GRU", "zrg")));
    /** A plain recurrent unit (Elman 1990). */
    public static final Cell RECURRENT = new Cell(
            "RECURRENT",
            List.of(let("h'", tanh(net("g")))),
            Map.of(
                    CellLibrary.KERAS, new Known("SimpleRNN", "g"),
                    CellLibrary.PYTORCH, new Known("RNN", "g"),
                    CellLibrary.ONNX, new Known("RNN", "g"),
                    CellLibrary.DEEPLEARNING4J, new Known("SimpleRnn", "g")));
    /** A unit without memory. */
    public static final Cell DENSE = new Cell(
            "DENSE",
            List.of(let("h'", tanh(input("g")))),
            Map.of(
                    CellLibrary.KERAS, new Known("Dense", "g"),
                    CellLibrary.PYTORCH, new Known("Linear", "g"),
                    CellLibrary.ONNX, new Known("MatMul", "g"),
                    CellLibrary.DEEPLEARNING4J, new Known("DenseLayer", "g")));

    private static final List<Cell> ALL = List.of(LSTM, LSTM1997, PEEPHOLE, GRU, RECURRENT, DENSE);

    /** The name of a cell in a library, and the letters of its gates in the library's order of columns. */
    private record Known(String name, String gates) {}

    private final String name;
    private final List<Equation> equations;
    private final Map<CellLibrary, Known> libraries;
    private final List<Quantity> gates;
    private final List<Quantity> looks;
    private final List<Quantity> quantities;
    private final boolean isRecurrent;
    private final boolean hasRecurrentBias;

    Cell(String name, List<Equation> equations, Map<CellLibrary, Known> libraries) {
        this.name = name;
        this.equations = List.copyOf(equations);
        this.libraries = libraries.isEmpty() ? Map.of() : new EnumMap<>(libraries);
        this.gates = gates(Op.NET, Op.INPUT);
        this.looks = gates(Op.PEEPHOLE, Op.PEEPHOLE);
        this.isRecurrent = !gates(Op.NET, Op.RECURRENT).isEmpty();
        this.hasRecurrentBias = !gates(Op.RECURRENT, Op.RECURRENT).isEmpty();
        this.quantities = equations.stream()
                .map(Equation::quantity)
                .sorted(Comparator.comparing(Quantity::kind).thenComparing(quantity -> quantity))
                .toList();
        requireEquations();
    }

    /** @throws IllegalArgumentException if a gate is not what {@link Quantity} says, or has no equation beside others */
    private void requireEquations() {
        Map<QuantityKind, Op> squashings = Map.of(QuantityKind.GATE, Op.SIGMOID, QuantityKind.CANDIDATE, Op.TANH);
        for (Equation equation : equations) {
            Op op = equation.is().op();
            QuantityKind kind = equation.quantity().kind();
            if (squashings.getOrDefault(kind, op) != op) {
                throw new IllegalArgumentException(equation.name() + " of " + name + " is a " + kind + " but a " + op);
            }
        }
        if (gates.size() > 1 && !quantities.containsAll(gates)) {
            throw new IllegalArgumentException("A gate of " + name + " has no equation");
        }
    }

    /** The gates of which numbers of one of two kinds stand in the equations, in their order. */
    private List<Quantity> gates(Op one, Op other) {
        return equations.stream()
                .flatMap(equation -> equation.is().all())
                .filter(part -> part.op() == one || part.op() == other)
                .map(Expression::quantity)
                .distinct()
                .toList();
    }

    /** Those that can be chosen, in the order in which they are offered. */
    public static List<Cell> all() {
        return ALL;
    }

    /** Its name: its words, and the word for it in files, follow from it. */
    @Override
    public String toString() {
        return name;
    }

    public Message words() {
        return Message.of("hyperparameters.cell." + name);
    }

    public List<Equation> equations() {
        return equations;
    }

    /** The equation of a quantity; of a candidate that is the hidden state itself, that of the state. */
    public Expression equation(Quantity quantity) {
        Quantity given = quantities.contains(quantity) ? quantity : Quantity.HIDDEN_STATE;
        return equations.stream()
                .filter(equation -> equation.quantity() == given)
                .map(Equation::is)
                .findFirst()
                .orElseThrow();
    }

    /** The state that a gate looks at: the cell state before, or the new one. */
    public Optional<Expression> lookedAt(Quantity gate) {
        return equation(gate)
                .all()
                .filter(part -> part.op() == Op.PRODUCT && part.of().get(0).op() == Op.PEEPHOLE)
                .map(part -> part.of().get(1))
                .findFirst();
    }

    /** The factor of U h of a gate, if it has one. */
    public Optional<Quantity> factor(Quantity gate) {
        return equation(gate)
                .all()
                .filter(part -> part.op() == Op.PRODUCT && part.of().get(1).op() == Op.RECURRENT)
                .map(part -> part.of().get(0).quantity())
                .findFirst();
    }

    /** The quantities with net inputs of their own, in the order of their columns in the parameters: Keras's order. */
    public List<Quantity> gates() {
        return gates;
    }

    /** The gates that look at a cell state, in the order in which their peepholes stand in the parameters. */
    public List<Quantity> looks() {
        return looks;
    }

    /** The states, gates and candidate of a unit. */
    public List<Quantity> quantities() {
        return quantities;
    }

    /** h, and c where there is one. */
    public List<Quantity> states() {
        return hasCellState() ? List.of(Quantity.HIDDEN_STATE, Quantity.CELL_STATE) : List.of(Quantity.HIDDEN_STATE);
    }

    public boolean isRecurrent() {
        return isRecurrent;
    }

    public boolean hasCellState() {
        return quantities.contains(Quantity.CELL_STATE);
    }

    /** Whether U h has a bias of its own. */
    public boolean hasRecurrentBias() {
        return hasRecurrentBias;
    }

    /** The gate that keeps a share of what was carried; chrono initialisation is defined for cells that have one. */
    public Optional<Quantity> keepingGate() {
        return equations.stream()
                .flatMap(equation -> equation.is().summands().stream())
                .filter(part -> part.op() == Op.PRODUCT && part.of().stream().anyMatch(Expression::isBefore))
                .flatMap(part -> part.of().stream())
                .filter(part -> part.op() == Op.VALUE && gates.contains(part.quantity()))
                .map(Expression::quantity)
                .findFirst();
    }

    /** The name of the cell in a library; empty if that has no such cell. */
    public Optional<String> name(CellLibrary library) {
        return Optional.ofNullable(libraries.get(library)).map(Known::name);
    }

    /** Why a library has no network of such cells, however it was trained, if it has none. */
    public Optional<Message> obstacle(CellLibrary library) {
        return libraries.containsKey(library)
                ? Optional.empty()
                : Optional.of(Message.of("model.network.noSuchCell", library.title));
    }

    public List<Quantity> gates(CellLibrary library) {
        return Optional.ofNullable(libraries.get(library))
                .orElseThrow(() -> new IllegalArgumentException(library + " has no " + this))
                .gates()
                .chars()
                .mapToObj(letter -> Quantity.of(Character.toString(letter)))
                .toList();
    }
}
