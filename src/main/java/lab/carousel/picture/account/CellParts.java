package lab.carousel.picture.account;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/**
 * The parts of the diagram of a unit at a step, with the numbers on wires and gates, in points of a diagram that is not scaled: what
 * is drawn in the window and in the page alike.
 */
public final class CellParts {

    private static final Digits EXACT = new Digits(6);
    private static final int DECIMALS = 3;
    private static final double TOO_LARGE = 99_999;

    private final UnitAccount unit;
    private final Cell cell;
    private final CellWiring wiring;
    private final ToDoubleFunction<GateAccount> open;
    /** In the order of drawing. */
    private final List<CellPart> parts = new ArrayList<>();

    public CellParts(ForwardAccount account, AccountNames names) {
        this(account, names, GateAccount::value);
    }

    /** @param open how far a gate is open, 0 to 1 */
    CellParts(ForwardAccount account, AccountNames names, ToDoubleFunction<GateAccount> open) {
        this.unit = account.unit();
        this.cell = unit.cell();
        this.wiring = new CellWiring(cell);
        this.open = open;
        // Numbers are too long for their place; they stand above
        String fed =
                account.isFedNumbers() ? Message.text("account.input") : Message.text("account.in", names.fed(account));
        String input = unit.layer() == 0 ? fed : Message.text("account.below");
        if (cell.gates().size() == 1 && !cell.quantities().containsAll(cell.gates())) {
            addSquashed(input);
            return;
        }
        addWired();
        label(26, wiring.bus() - 8, input);
        if (cell.isRecurrent()) {
            label(26, wiring.bus() + 16, Message.text("account.hBefore"));
        }
    }

    public double width() {
        return wiring.width();
    }

    public double height() {
        return wiring.height();
    }

    /** In the order of drawing. */
    public List<CellPart> all() {
        return List.copyOf(parts);
    }

    /** A unit without gates: what comes in is added up and squashed. */
    private void addSquashed(String input) {
        double sum = 150;
        double out = 262;
        double middle = 102;
        GateAccount gate = unit.gate(Quantity.CANDIDATE);
        frame();
        arrow(StepStage.NET, 2, 52, sum, 52, sum, middle - CellWiring.RADIUS);
        label(26, 44, input);
        value(StepStage.NET, 100, 44, gate.fromInput(), Message.text("account.input"));
        if (cell.isRecurrent()) {
            carried(StepStage.NET, 2, middle, sum - CellWiring.RADIUS, middle);
            label(26, middle - 8, Message.text("account.hBefore"));
            value(StepStage.NET, 100, middle - 8, gate.fromBefore(), Message.text("account.before"));
        }
        arrow(StepStage.NET, 96, 152, sum, 152, sum, middle + CellWiring.RADIUS);
        label(76, 156, Message.text("account.bias"));
        value(StepStage.NET, 124, 144, gate.bias(), Message.text("account.bias"));
        draw(StepStage.NET, new double[0], pen -> pen.operator(sum, middle, false));
        arrow(StepStage.NET, sum + CellWiring.RADIUS, middle, out - CellWiring.BOX_WIDTH / 2, middle);
        value(StepStage.NET, (sum + out) / 2 - 8, middle - 8, gate.net(), Message.text("account.net"));
        label(out, middle - 28, "tanh");
        gate(out, middle, gate, true);
        carried(StepStage.HIDDEN, out + CellWiring.BOX_WIDTH / 2, middle, wiring.width() - 2, middle);
        named(middle - 8, Quantity.HIDDEN_STATE);
    }

    /** A unit with gates, as its equations wire it. */
    private void addWired() {
        double gates = wiring.gates();
        frame();
        wiring.wires()
                .forEach(wire -> draw(
                        wire.stage(),
                        wire.corners(),
                        switch (wire.line()) {
                            case CARRIED -> pen -> pen.wire(true, true, wire.corners());
                            case ARROW -> pen -> pen.wire(false, true, wire.corners());
                            case PLAIN -> pen -> pen.wire(false, false, wire.corners());
                        }));
        wiring.nodes().forEach(node -> node(node.stage(), node.x(), node.y(), node.of()));
        wiring.columns().gates().forEach((gate, x) -> gate(x, gates, unit.gate(gate), wiring.leavesRight(gate)));
        wiring.numbers().forEach(number -> value(number.stage(), number.x(), number.y(), number.of()));
        if (wiring.columns().isThrough()) {
            before(wiring.columns().carried());
        }
        named(CellWiring.TOP - 8, wiring.columns().carried());
        if (cell.hasCellState()) {
            named(gates - 8, Quantity.HIDDEN_STATE);
        }
        wiring.columns().gates().forEach(this::addNet);
    }

    /** The net input of a gate where it comes in; where a factor multiplies a part of it, in two parts. */
    private void addNet(Quantity which, double x) {
        StepStage stage = StepStage.ofNet(which, cell);
        GateAccount gate = unit.gate(which);
        double y = wiring.bus() - 13;
        Double reset = wiring.columns().resets().get(which);
        if (reset == null) {
            value(stage, x, y, gate.net(), Message.text("account.net"));
        } else {
            value(stage, reset, y, gate.fromBefore(), Message.text("account.terms.recurrent"));
            value(stage, x, y, gate.input().sum(), Message.text("account.inputAndBias"));
        }
    }

    private void draw(StepStage stage, double[] wire, Consumer<CellPen> part) {
        parts.add(new CellPart(stage, DiagramArea.NONE, "", wire, part));
    }

    /** A wire along corners given as x, y, x, y, …, with an arrow at its end. */
    private void arrow(StepStage stage, double... corners) {
        draw(stage, corners, pen -> pen.wire(false, true, corners));
    }

    private void carried(StepStage stage, double... corners) {
        draw(stage, corners, pen -> pen.wire(true, true, corners));
    }

    private void frame() {
        double width = wiring.width() - CellWiring.RIGHT - CellWiring.LEFT;
        draw(StepStage.INPUT, new double[0], pen -> pen.frame(CellWiring.LEFT, 8, width, wiring.height() - 16));
    }

    private void node(StepStage stage, double x, double y, Expression of) {
        String words = told(of, unit.value(of));
        if (of.of().size() > 1) {
            DiagramArea area = DiagramArea.around(x, y, 2 * CellWiring.RADIUS, 2 * CellWiring.RADIUS);
            boolean isProduct = of.op() == Op.PRODUCT;
            parts.add(new CellPart(stage, area, words, new double[0], pen -> pen.operator(x, y, isProduct)));
        } else {
            DiagramArea area = DiagramArea.around(x, y, CellWiring.FUNCTION_WIDTH, CellWiring.FUNCTION_WIDTH / 2);
            String name = of.op() == Op.REST
                    ? of.text("", AccountNames::letter).replaceAll("[()]", "")
                    : of.op().name().toLowerCase(Locale.ROOT);
            parts.add(new CellPart(stage, area, words, new double[0], pen -> pen.function(x, y, name)));
        }
    }

    private static String told(Expression expression, double value) {
        return Message.text("picture.value", expression.text(" · ", AccountNames::letter), EXACT.text(value));
    }

    private void label(double x, double y, String words) {
        draw(StepStage.INPUT, new double[0], pen -> pen.label(words, x, y));
    }

    private void gate(double x, double y, GateAccount gate, boolean leavesRight) {
        String letter = AccountNames.letter(gate.gate(), cell);
        String words =
                Message.text("account.spot", Contribution.gate(cell, gate.gate()), letter, EXACT.text(gate.value()));
        boolean isCandidate = gate.gate() == Quantity.CANDIDATE;
        DiagramArea area = DiagramArea.around(x, y, CellWiring.BOX_WIDTH, CellWiring.BOX_HEIGHT);
        double share = open.applyAsDouble(gate);
        // A unit without gates has its h there
        StepStage stage = cell.quantities().contains(gate.gate()) ? StepStage.of(gate.gate(), cell) : StepStage.HIDDEN;
        parts.add(new CellPart(stage, area, words, new double[0], pen -> {
            pen.gate(x, y, letter, gate.value(), isCandidate);
            if (!isCandidate) {
                pen.leaves(x, y, share, leavesRight);
            }
        }));
    }

    private void value(StepStage stage, double x, double y, Expression expression) {
        number(stage, x, y, unit.value(expression), told(expression, unit.value(expression)));
    }

    /** A number on a wire: {@code meaning} is said under the pointer. */
    private void value(StepStage stage, double x, double y, double value, String meaning) {
        number(stage, x, y, value, Message.text("picture.value", meaning, EXACT.text(value)));
    }

    private void number(StepStage stage, double x, double y, double value, String words) {
        parts.add(new CellPart(
                stage,
                new DiagramArea(x - 26, y - 12, 52, 16),
                words,
                new double[0],
                pen -> pen.value(x, y, compact(value))));
    }

    /** The state that is carried on, at the right end of its wire. */
    private void named(double y, Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        named(StepStage.of(state, cell), wiring.width() - 24, y, state.letter(), isCell ? unit.c() : unit.h(), true);
    }

    /** The state that comes in along the top. */
    private void before(Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        String name = Message.text("account." + state.letter() + "Before");
        named(StepStage.INPUT, 27, CellWiring.TOP - 8, name, isCell ? unit.cBefore() : unit.hBefore(), false);
    }

    private void named(StepStage stage, double x, double y, String name, double value, boolean isResult) {
        parts.add(new CellPart(
                stage,
                new DiagramArea(x - 26, y - 28, 52, 32),
                Message.text("picture.value", name, EXACT.text(value)),
                new double[0],
                pen -> pen.named(x, y, name, compact(value), isResult)));
    }

    /** A number with three decimals, and fewer if it is larger, so that each fits into its place. */
    public static String compact(double value) {
        double size = Math.abs(value);
        String sign = value < 0 ? "−" : "";
        if (size >= TOO_LARGE && Double.isFinite(value)) {
            return sign
                    + new BigDecimal(size).round(new MathContext(1)).toString().replace("E+", "e");
        }
        int decimals = DECIMALS;
        for (double limit = 9.9995; size >= limit && decimals > 0; limit *= 10) {
            decimals--;
        }
        return decimals > 0 ? new Digits(decimals).text(value) : sign + Math.round(size);
    }
}
