package lab.carousel.model.layout;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What an equation of a cell has on its right side: a number of a unit, or an operation on one or two of them.
 *
 * @param op   what it is
 * @param name of a number: the letter of its quantity, with ' for a state after the step; empty for an operation
 * @param of   what the operation is applied to
 */
public record Expression(Op op, String name, List<Expression> of) {

    /** The gradient of an operand of an operation y of a and b. */
    interface Slope {

        double of(double dy, double y, double a, double b);
    }

    public Expression {
        of = List.copyOf(of);
    }

    static Equation let(String name, Expression is) {
        return new Equation(name, is);
    }

    static Expression net(String gate) {
        return new Expression(Op.NET, gate, List.of());
    }

    /** A net input that looks at a cell state, too. */
    static Expression net(String gate, String state) {
        return sum(net(gate), times(new Expression(Op.PEEPHOLE, gate, List.of()), state));
    }

    static Expression input(String gate) {
        return new Expression(Op.INPUT, gate, List.of());
    }

    static Expression recurrent(String gate) {
        return new Expression(Op.RECURRENT, gate, List.of());
    }

    static Expression value(String name) {
        return new Expression(Op.VALUE, name, List.of());
    }

    static Expression sum(Object a, Object b) {
        return of(Op.SUM, a, b);
    }

    static Expression times(Object a, Object b) {
        return of(Op.PRODUCT, a, b);
    }

    static Expression rest(Object a) {
        return of(Op.REST, a);
    }

    static Expression sigmoid(Object a) {
        return of(Op.SIGMOID, a);
    }

    static Expression tanh(Object a) {
        return of(Op.TANH, a);
    }

    private static Expression of(Op op, Object... parts) {
        return new Expression(
                op,
                "",
                Stream.of(parts)
                        .map(part -> part instanceof Expression whole ? whole : value((String) part))
                        .toList());
    }

    /** The quantity of a number: of a net input or a peephole its gate. */
    public Quantity quantity() {
        return Quantity.of(name);
    }

    /** The expression and all within it, each before what it is made of. */
    public Stream<Expression> all() {
        return Stream.concat(Stream.of(this), of.stream().flatMap(Expression::all));
    }

    /** The summands, from left to right; itself if it is no sum. */
    public List<Expression> summands() {
        return op == Op.SUM
                ? of.stream().flatMap(part -> part.summands().stream()).toList()
                : List.of(this);
    }

    /** The value, where {@code number} gives each number that comes in. */
    public double value(ToDoubleFunction<Expression> number) {
        if (of.isEmpty()) {
            return number.applyAsDouble(this);
        }
        double[] y = new double[1];
        double[] a = {of.get(0).value(number)};
        double[] b = {of.get(of.size() - 1).value(number)};
        op.forward(a, b, y);
        return y[0];
    }

    /** Whether it is a state before the step. */
    public boolean isBefore() {
        return op == Op.VALUE && !name.endsWith("'") && quantity().kind() == QuantityKind.STATE;
    }

    /** The expression as in the papers, for example f · c + i · g, without the signs of time. */
    public String text(String times) {
        return text(times, each -> each.quantity().letter());
    }

    /** The same with a name for each quantity. */
    public String text(String times, Function<Expression, String> name) {
        return switch (op) {
            case NET, INPUT, RECURRENT, PEEPHOLE, VALUE -> name.apply(this);
            case SUM -> of.get(0).text(times, name) + " + " + of.get(1).text(times, name);
            case PRODUCT -> of.get(0).text(times, name) + times + of.get(1).text(times, name);
            case REST -> "(1 − " + of.get(0).text(times, name) + ")";
            case SIGMOID -> "sigmoid(" + of.get(0).text(times, name) + ")";
            case TANH -> "tanh(" + of.get(0).text(times, name) + ")";
        };
    }
}
