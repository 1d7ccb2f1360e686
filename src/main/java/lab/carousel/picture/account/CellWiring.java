package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.CellColumns.Turn;

/**
 * The wires of a cell's diagram and what stands on them, in points of a diagram that is not scaled, laid out from the cell's
 * equations. The state that is carried runs along the top. Each operation on its way stands on that wire, and what it joins comes
 * up from the gates, which stand in a row; operations among those stand between. What a cell state shows goes down behind the
 * last gate. The wire at the bottom brings all net inputs.
 */
final class CellWiring {

    /** The least width; more only if a cell has so many gates. */
    static final double WIDTH = 368;

    static final double BOX_WIDTH = 50;
    static final double BOX_HEIGHT = 38;
    static final double RADIUS = 9;
    static final double FUNCTION_WIDTH = 40;
    /** Where the frame begins, and how much there is beside it on the right. */
    static final double LEFT = 54;

    static final double RIGHT = 48;
    /** The height of the wires that carry a state from step to step. */
    static final double TOP = 42;
    /** Where a wire leaves the top to somebody who looks at a state, and the height at which it runs. */
    private static final double LOOK = 62;
    /** From the gates up to the first operation, and from one operation up to the next. */
    private static final double RISE = 44;

    private static final double ROW = 24;
    /** From the top of a gate up to a wire that passes over others. */
    private static final double PASS = 8;

    enum Line {
        CARRIED,
        ARROW,
        PLAIN
    }

    /** A wire along corners given as x, y, x, y, … */
    record Wire(StepStage stage, Line line, double... corners) {}

    /** An operation on wires, or a function of one number. */
    record Node(StepStage stage, double x, double y, Expression of) {}

    record Number(StepStage stage, double x, double y, Expression of) {}

    /** Where the value of an expression can be taken. */
    private record Port(double x, double y) {}

    private final Cell cell;
    private final CellColumns columns;
    private final StepStage carriedStage;
    private final double gates;
    private final Set<Quantity> ledUp = EnumSet.noneOf(Quantity.class);
    private final List<Wire> wires = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Number> numbers = new ArrayList<>();

    CellWiring(Cell cell) {
        this.cell = cell;
        this.columns = CellColumns.of(cell, WIDTH - RIGHT);
        this.carriedStage = StepStage.of(columns.carried(), cell);
        this.gates = TOP + 82 + ROW * moreRows();
        drawCarried();
        if (cell.hasCellState()) {
            drawShown();
        }
        drawGates();
    }

    double width() {
        return columns.end() + RIGHT > WIDTH ? columns.end() + RIGHT : WIDTH;
    }

    double height() {
        return bus() + 26;
    }

    /** The height of the middle of the gates. */
    double gates() {
        return gates;
    }

    /** The height of the wire on which the input and the hidden state of all units come in. */
    double bus() {
        return gates + 54;
    }

    CellColumns columns() {
        return columns;
    }

    List<Wire> wires() {
        return wires;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Number> numbers() {
        return numbers;
    }

    /** Whether the wire of a gate leaves it on its right instead of above it. */
    boolean leavesRight(Quantity gate) {
        return !ledUp.contains(gate);
    }

    /** The rows that operations and functions need besides the one that each cell has. */
    private double moreRows() {
        int operations = 1;
        int functions = 0;
        List<Expression> joined = Stream.concat(columns.carrying().stream(), columns.showing().stream())
                .flatMap(turn -> turn.joined().stream())
                .toList();
        boolean isLookedAt = hasLookBefore();
        for (Expression part : joined) {
            operations = Math.max(operations, rows(part));
            int over = CellColumns.functions(part).size();
            boolean isOfGate = CellColumns.isGate(CellColumns.base(part));
            functions = Math.max(functions, over == 0 ? 0 : over + (isLookedAt ? 1 : 0) - (isOfGate ? 1 : 0));
        }
        long down = columns.showing().stream()
                .takeWhile(turn -> turn.joined().isEmpty())
                .count();
        return Math.max(operations - 1 + functions, down - 1);
    }

    private boolean hasLookBefore() {
        return cell.looks().stream()
                .anyMatch(
                        gate -> cell.lookedAt(gate).filter(Expression::isBefore).isPresent());
    }

    private int rows(Expression part) {
        if (part.of().size() < 2) {
            return part.of().isEmpty() ? 0 : rows(part.of().get(0));
        }
        int rows = isOneSided(part) ? 1 : 0;
        for (Expression each : part.of()) {
            boolean isBelow = x(each) == columns.of(part);
            rows = Math.max(
                    rows, rows(each) + (isBelow ? CellColumns.functions(each).size() : 0));
        }
        return rows + 1;
    }

    /** Whether both operands come from one side: then the second comes in from below. */
    private boolean isOneSided(Expression part) {
        double x = columns.of(part);
        return part.of().stream().allMatch(each -> x(each) < x)
                || part.of().stream().allMatch(each -> x(each) > x);
    }

    private double x(Expression part) {
        Expression base = CellColumns.base(part);
        return columns.has(base) ? columns.of(base) : CellColumns.isGate(base) ? columns.of(base.quantity()) : LOOK;
    }

    private double y(Expression operation) {
        return gates - RISE - ROW * (rows(operation) - 1);
    }

    private Port port(Expression part) {
        Expression base = CellColumns.base(part);
        if (CellColumns.isGate(base)) {
            ledUp.add(base.quantity());
            return new Port(x(base), gates - BOX_HEIGHT / 2);
        }
        return new Port(x(base), base.of().isEmpty() ? TOP : y(base) - RADIUS);
    }

    private void wire(StepStage stage, Line line, double... corners) {
        wires.add(new Wire(stage, line, corners));
    }

    /** The state along the top, with what comes up to it. */
    private void drawCarried() {
        double right = width() - 2;
        if (columns.isThrough()) {
            wire(carriedStage, Line.CARRIED, 2, TOP, right, TOP);
        } else {
            Expression whole = columns.carriedEquation();
            draw(whole, carriedStage);
            Port from = port(whole);
            wire(carriedStage, Line.CARRIED, from.x, from.y, from.x, TOP, right, TOP);
            addAlong(whole, carriedStage, from.x + ROW + RADIUS, TOP, 1);
        }
        List<Turn> turns = columns.carrying();
        for (int number = 0; number < turns.size(); number++) {
            Turn turn = turns.get(number);
            double x = columns.of(turn.whole());
            turn.joined().ifPresent(part -> {
                draw(part, carriedStage);
                rise(part, x);
            });
            nodes.add(new Node(carriedStage, x, TOP, turn.whole()));
            if (number + 1 < turns.size()) {
                double after = columns.of(turns.get(number + 1).whole());
                numbers.add(new Number(carriedStage, (x + after) / 2, TOP - 8, turn.whole()));
            }
        }
    }

    /** The operations of an expression between the gates and the top. */
    private void draw(Expression part, StepStage stage) {
        part.of().forEach(each -> draw(each, stage));
        if (part.of().size() > 1) {
            lead(part.of().get(0), stage, part, false);
            lead(part.of().get(1), stage, part, isOneSided(part));
            nodes.add(new Node(stage, columns.of(part), y(part), part));
        }
    }

    /** An operand on its way to its operation. */
    private void lead(Expression operand, StepStage stage, Expression operation, boolean isFromBelow) {
        Port from = port(operand);
        double x = columns.of(operation);
        double y = y(operation);
        if (from.x == x) {
            wire(stage, Line.ARROW, x, from.y, x, y + RADIUS);
            addUp(operand, stage, x, y + ROW);
        } else if (isFromBelow) {
            wire(stage, Line.ARROW, from.x, from.y, from.x, y + ROW, x, y + ROW, x, y + RADIUS);
            addAcross(operand, stage, from.x, x, y + ROW);
        } else {
            wire(stage, Line.ARROW, from.x, from.y, from.x, y, from.x < x ? x - RADIUS : x + RADIUS, y);
            addAcross(operand, stage, from.x, x, y);
        }
    }

    /** What is joined to the carried state on its way up to it. */
    private void rise(Expression part, double x) {
        Port from = port(part);
        if (from.x == x) {
            wire(carriedStage, Line.ARROW, x, from.y, x, TOP + RADIUS);
            addUp(part, carriedStage, x, TOP + ROW + (hasLookBefore() ? ROW : 0));
            if (part.op() == Op.PRODUCT || part.op() == Op.SUM) {
                numbers.add(new Number(carriedStage, x + 34, TOP + 23, part));
            }
        } else {
            double y = from.y == TOP ? LOOK : CellColumns.isGate(CellColumns.base(part)) ? gates - RISE : from.y - PASS;
            wire(carriedStage, Line.ARROW, from.x, from.y, from.x, y, x, y, x, TOP + RADIUS);
            addAcross(part, carriedStage, from.x, x, y);
        }
    }

    private void addUp(Expression part, StepStage stage, double x, double y) {
        double at = y;
        List<Expression> functions = CellColumns.functions(part);
        for (int number = functions.size() - 1; number >= 0; number--) {
            nodes.add(new Node(stage, x, at, functions.get(number)));
            at += ROW;
        }
    }

    /** The functions on a wire from one x to another one, where no other wire crosses it if there is such a place. */
    private void addAcross(Expression part, StepStage stage, double from, double to, double y) {
        List<Expression> functions = CellColumns.functions(part);
        if (functions.isEmpty()) {
            return;
        }
        double way = to - from;
        boolean isCrossed = columns.gates().entrySet().stream()
                .anyMatch(gate -> (gate.getValue() - from) * (gate.getValue() - to) < 0
                        && columns.carriedEquation()
                                .all()
                                .anyMatch(each -> each.op() == Op.VALUE && each.quantity() == gate.getKey()));
        double toEnd = RADIUS + FUNCTION_WIDTH / 2 + PASS;
        double last =
                isCrossed || Math.abs(way) < 3 * FUNCTION_WIDTH ? to - Math.signum(way) * toEnd : from + 0.42 * way;
        double first = last - Math.signum(way) * (functions.size() - 1) * (FUNCTION_WIDTH + 4);
        addAlong(part, stage, first, y, Math.signum(way));
        double free = Math.abs(to - last) - RADIUS - FUNCTION_WIDTH / 2;
        if (free > BOX_WIDTH) {
            double middle = last + Math.signum(way) * (FUNCTION_WIDTH / 2 + free / 2);
            numbers.add(new Number(stage, middle, y - 8, part));
        }
    }

    private void addAlong(Expression part, StepStage stage, double first, double y, double direction) {
        double x = first;
        for (Expression function : CellColumns.functions(part)) {
            nodes.add(new Node(stage, x, y, function));
            x += direction * (FUNCTION_WIDTH + 4);
        }
    }

    /** What the cell state shows: down behind the gates, and out at their height. */
    private void drawShown() {
        double out = columns.out();
        StepStage stage = StepStage.HIDDEN;
        Expression whole = columns.shownEquation();
        if (columns.showing().isEmpty() && !whole.name().endsWith("'")) {
            draw(whole, stage);
            Port from = port(whole);
            wire(stage, Line.PLAIN, from.x, from.y, from.x, from.y - PASS, out, from.y - PASS, out, gates);
            addAcross(whole, stage, from.x, out, from.y - PASS);
        } else {
            wire(stage, Line.PLAIN, out, TOP, out, gates);
        }
        double down = TOP + ROW + 4;
        double last = out;
        for (Turn turn : columns.showing()) {
            if (!columns.has(turn.whole())) {
                nodes.add(new Node(stage, out, down, turn.whole()));
                numbers.add(new Number(stage, out, down + 31, turn.whole()));
                down += ROW;
                continue;
            }
            double x = columns.of(turn.whole());
            turn.joined().ifPresent(part -> join(part, x));
            if (x > last) {
                wire(
                        stage,
                        Line.ARROW,
                        last,
                        gates,
                        x - (turn.joined().isPresent() ? RADIUS : FUNCTION_WIDTH / 2),
                        gates);
            }
            nodes.add(new Node(stage, x, gates, turn.whole()));
            last = x;
        }
        wire(stage, Line.ARROW, last, gates, width() - 2, gates);
    }

    /** What is joined to what a cell state shows: from the last gate straight, otherwise over the others. */
    private void join(Expression part, double x) {
        if (x == columns.out()) {
            wire(StepStage.HIDDEN, Line.ARROW, columns.of(part.quantity()), gates, x - RADIUS, gates);
            return;
        }
        draw(part, StepStage.HIDDEN);
        Port from = port(part);
        double y = from.y == TOP ? LOOK : from.y - PASS;
        wire(StepStage.HIDDEN, Line.ARROW, from.x, from.y, from.x, y, x, y, x, gates - RADIUS);
        addAcross(part, StepStage.HIDDEN, from.x, x, y);
    }

    /** What comes in at the gates: net inputs, what is looked at, and what a factor multiplies. */
    private void drawGates() {
        double last = 2;
        for (Quantity gate : columns.gates().keySet()) {
            double x = columns.of(gate);
            last = Math.max(last, x);
            StepStage stage = StepStage.ofNet(gate, cell);
            wire(stage, Line.ARROW, x, bus(), x, gates + BOX_HEIGHT / 2);
            cell.lookedAt(gate).ifPresent(state -> look(state, stage, x));
        }
        columns.resets().forEach(this::reset);
        wire(StepStage.INPUT, Line.PLAIN, 2, bus(), last, bus());
    }

    private void look(Expression state, StepStage stage, double x) {
        double end = gates - BOX_HEIGHT / 2;
        if (state.isBefore()) {
            wire(stage, Line.ARROW, LOOK, TOP, LOOK, LOOK, x - 16, LOOK, x - 16, end);
        } else {
            wire(stage, Line.ARROW, x, TOP, x, end);
        }
    }

    private void reset(Quantity gate, double x) {
        Quantity factor = cell.factor(gate).orElseThrow();
        double from = columns.of(factor);
        boolean isNext = columns.gates().values().stream().noneMatch(each -> each > from && each < x);
        wire(StepStage.NET, Line.ARROW, x, bus(), x, gates + RADIUS);
        if (isNext) {
            wire(StepStage.GATES, Line.ARROW, from, gates, x - RADIUS, gates);
        } else {
            ledUp.add(factor);
            double y = gates - BOX_HEIGHT / 2 - PASS;
            wire(StepStage.GATES, Line.ARROW, from, gates - BOX_HEIGHT / 2, from, y, x, y, x, gates - RADIUS);
        }
        wire(StepStage.GATES, Line.ARROW, x, gates, columns.of(gate) - BOX_WIDTH / 2, gates);
        Optional<Expression> product = cell.equation(gate)
                .all()
                .filter(part -> part.op() == Op.PRODUCT && part.of().get(1).op() == Op.RECURRENT)
                .findFirst();
        nodes.add(new Node(StepStage.GATES, x, gates, product.orElseThrow()));
    }
}
