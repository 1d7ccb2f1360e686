package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;

/**
 * Where gates and operations of a cell's diagram stand from left to right, in points of a diagram that is not scaled: from its
 * equations, in the order in which they are needed.
 */
final class CellColumns {

    /** The middle of the first gate, and from one to the next. */
    private static final double FIRST = 84;

    private static final double COLUMN = 56;
    /** From the last gate to where its product with another number stands beside it. */
    private static final double BESIDE = 44;
    /** From a gate to what it is multiplied with as the factor of another gate. */
    private static final double RESET = 48;
    /** More between two columns where a function stands between them. */
    private static final double FUNCTION = 24;
    /** The last operation, and what is right of it within the frame. */
    private static final double END = 24;

    /**
     * An operation on the way of a state through an equation.
     *
     * @param joined what it joins to the state; a function joins nothing
     */
    record Turn(Expression whole, Optional<Expression> joined) {}

    private final Cell cell;
    private final Quantity carried;
    private final List<Turn> carrying;
    private final List<Turn> showing;
    private final Map<Quantity, Double> columns = new LinkedHashMap<>();
    private final Map<Quantity, Double> resets = new LinkedHashMap<>();
    private final Map<Expression, Double> operations = new IdentityHashMap<>();
    private double next;
    private double out;
    private double end;

    /** Columns in the middle of some width, or from the left if they need more. */
    static CellColumns of(Cell cell, double width) {
        CellColumns narrow = new CellColumns(cell, FIRST);
        return narrow.end < width ? new CellColumns(cell, FIRST + (width - narrow.end) / 2) : narrow;
    }

    private CellColumns(Cell cell, double first) {
        this.cell = cell;
        this.next = first;
        this.carried = cell.hasCellState() ? Quantity.CELL_STATE : Quantity.HIDDEN_STATE;
        this.carrying = turns(carriedEquation(), this::isCarried);
        this.showing = cell.hasCellState() ? turns(shownEquation(), CellColumns::isNew) : List.of();
        placeCarried();
        end = next - 6;
        if (cell.hasCellState()) {
            placeShown();
        }
    }

    /** The state that runs along the top. */
    Quantity carried() {
        return carried;
    }

    Expression carriedEquation() {
        return cell.equation(carried);
    }

    Expression shownEquation() {
        return cell.equation(Quantity.HIDDEN_STATE);
    }

    /** Whether the state runs through: it stands in its own equation, instead of being only fed back to the gates. */
    boolean isThrough() {
        return carriedEquation().all().anyMatch(this::isCarried);
    }

    /** The operations between the state before and the new one. */
    List<Turn> carrying() {
        return carrying;
    }

    /** The operations between a new cell state and what it shows. */
    List<Turn> showing() {
        return showing;
    }

    Map<Quantity, Double> gates() {
        return columns;
    }

    double of(Quantity gate) {
        return Objects.requireNonNull(columns.get(gate));
    }

    /** Where U h of a gate is multiplied with its factor. */
    Map<Quantity, Double> resets() {
        return resets;
    }

    double of(Expression operation) {
        return Objects.requireNonNull(operations.get(operation));
    }

    boolean has(Expression operation) {
        return operations.containsKey(operation);
    }

    /** Where a new cell state goes down. */
    double out() {
        return out;
    }

    double end() {
        return end;
    }

    private boolean isCarried(Expression part) {
        return part.isBefore() && part.quantity() == carried;
    }

    private static boolean isNew(Expression part) {
        return part.name().endsWith("'");
    }

    static boolean isGate(Expression part) {
        return part.op() == Op.VALUE && part.quantity().kind() != QuantityKind.STATE;
    }

    /** What functions are applied to. */
    static Expression base(Expression part) {
        return part.of().size() == 1 ? base(part.of().get(0)) : part;
    }

    /** The functions that are applied, from the inside. */
    static List<Expression> functions(Expression part) {
        return part.of().size() == 1
                ? Stream.concat(functions(part.of().get(0)).stream(), Stream.of(part))
                        .toList()
                : List.of();
    }

    private static List<Turn> turns(Expression whole, Predicate<Expression> isStart) {
        if (isStart.test(whole) || whole.all().noneMatch(isStart)) {
            return List.of();
        }
        Expression on = whole.of().stream()
                .filter(part -> part.all().anyMatch(isStart))
                .findFirst()
                .orElseThrow();
        List<Turn> turns = new ArrayList<>(turns(on, isStart));
        turns.add(new Turn(whole, whole.of().stream().filter(part -> part != on).findFirst()));
        return turns;
    }

    private void placeCarried() {
        if (!isThrough()) {
            place(carriedEquation());
        }
        double last = 0;
        for (Turn turn : carrying) {
            next += turn.joined().isEmpty() ? FUNCTION : 0;
            double x = turn.joined().map(this::place).orElse(0.0);
            last = x > last ? x : slot();
            operations.put(turn.whole(), last);
        }
    }

    private void placeShown() {
        if (showing.isEmpty() && !isNew(shownEquation())) {
            place(shownEquation());
        }
        double before = next;
        List<Expression> joined =
                showing.stream().flatMap(turn -> turn.joined().stream()).toList();
        joined.forEach(this::place);
        boolean isBeside =
                next > before && isGate(joined.get(0)) && column(joined.get(0).quantity()) == next - COLUMN;
        out = isBeside ? next - COLUMN + BESIDE : next + FUNCTION - BESIDE / 2;
        double x = out;
        boolean isDown = true;
        for (Turn turn : showing) {
            if (turn.joined().isPresent()) {
                x += isDown && isBeside ? 0 : BESIDE;
                isDown = false;
                operations.put(turn.whole(), x);
            } else if (!isDown) {
                x += COLUMN;
                operations.put(turn.whole(), x);
            }
        }
        end = x + END;
    }

    /** The place of an expression; gates in it that have none get one, and so does each operation. */
    private double place(Expression part) {
        if (part.of().isEmpty()) {
            return isGate(part) ? column(part.quantity()) : 0;
        }
        Expression one = part.of().get(0);
        if (part.of().size() == 1) {
            return place(one);
        }
        Expression other = part.of().get(1);
        boolean isOneFirst = isFirst(one);
        if (isOneFirst != isFirst(other) && !functions(isOneFirst ? other : one).isEmpty()) {
            next += FUNCTION;
        }
        double left = place(one);
        boolean isOtherFirst = isFirst(other);
        double right = place(other);
        double place = left == right || (!isOneFirst && !isOtherFirst)
                ? slot()
                : isOneFirst && isOtherFirst ? (left + right) / 2 : isOneFirst ? left : right;
        operations.put(part, place);
        return place;
    }

    /** Whether it has a gate that has no column. */
    private boolean isFirst(Expression part) {
        return part.all().anyMatch(each -> isGate(each) && !columns.containsKey(each.quantity()));
    }

    private double slot() {
        double x = next;
        next += COLUMN;
        return x;
    }

    private double column(Quantity gate) {
        if (!columns.containsKey(gate)) {
            cell.factor(gate).ifPresent(factor -> {
                column(factor);
                resets.put(gate, next - COLUMN + RESET);
                next += RESET;
            });
            columns.put(gate, slot());
        }
        return of(gate);
    }
}
