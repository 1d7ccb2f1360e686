package lab.carousel.model.layout;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import lab.carousel.model.function.Activation;

/**
 * What an equation of a cell has on its right side: a number of a unit, or an operation on one or two of them.
 *
 * @param op   what it is
 * @param name of a number: the letter of its quantity, with ' for a state after the step; empty for an operation
 * @param of   what the operation is applied to
 */
public record Expression(Op op, String name, List<Expression> of) {

    /** A number that comes in, or an operation, whose value and derivative stand together. */
    public enum Op {
        /** W x + b + U h of a gate. */
        NET,
        /** W x + b of a gate. */
        INPUT,
        /** U h of a gate, with a bias of its own. */
        RECURRENT,
        /** The weight with which a gate looks at a cell state. */
        PEEPHOLE,
        /** A quantity: a state before the step, or what an equation gives. */
        VALUE,
        /** a + b. */
        SUM {
            @Override
            void forward(double[] a, double[] b, double[] y) {
                for (int j = 0; j < y.length; j++) {
                    y[j] = a[j] + b[j];
                }
            }

            @Override
            void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
                for (int j = 0; j < y.length; j++) {
                    da[j] += dy[j];
                    db[j] += dy[j];
                }
            }
        },
        /** a b. */
        PRODUCT {
            @Override
            void forward(double[] a, double[] b, double[] y) {
                for (int j = 0; j < y.length; j++) {
                    y[j] = a[j] * b[j];
                }
            }

            @Override
            void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
                for (int j = 0; j < y.length; j++) {
                    da[j] += dy[j] * b[j];
                    db[j] += dy[j] * a[j];
                }
            }
        },
        /** 1 - a. */
        REST {
            @Override
            void forward(double[] a, double[] b, double[] y) {
                for (int j = 0; j < y.length; j++) {
                    y[j] = 1 - a[j];
                }
            }

            @Override
            void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
                for (int j = 0; j < y.length; j++) {
                    da[j] -= dy[j];
                }
            }
        },
        /** 1 / (1 + e^-a). */
        SIGMOID {
            @Override
            void forward(double[] a, double[] b, double[] y) {
                Activation.sigmoid(a, 0, y, y.length);
            }

            @Override
            void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
                for (int j = 0; j < y.length; j++) {
                    da[j] += dy[j] * y[j] * (1 - y[j]);
                }
            }
        },
        /** tanh(a). */
        TANH {
            @Override
            void forward(double[] a, double[] b, double[] y) {
                Activation.tanh(a, 0, y, y.length);
            }

            @Override
            void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
                for (int j = 0; j < y.length; j++) {
                    da[j] += dy[j] * (1 - y[j] * y[j]);
                }
            }
        };

        /**
         * From the operands to the value, a number for each unit.
         *
         * @param b the same as a where there is one operand
         */
        void forward(double[] a, double[] b, double[] y) {
            throw new IllegalStateException(this + " is no operation");
        }

        /** From the gradient of the value to those of the operands, to which it is added. */
        void backward(double[] a, double[] b, double[] y, double[] dy, double[] da, double[] db) {
            throw new IllegalStateException(this + " is no operation");
        }
    }

    /** Copies the operands. */
    public Expression {
        of = List.copyOf(of);
    }

    /** What the equation gives a quantity. */
    public record Equation(String name, Expression is) {

        /** The quantity. */
        public Quantity quantity() {
            return Quantity.of(name);
        }
    }

    static Equation let(String name, Expression is) {
        return new Equation(name, is);
    }

    static Expression net(String gate) {
        return new Expression(Op.NET, gate, List.of());
    }

    /** A net input that looks at a cell state, too. */
    static Expression net(String gate, String state) {
        Expression weight = new Expression(Op.PEEPHOLE, gate, List.of());
        return sum(net(gate), new Expression(Op.PRODUCT, "", List.of(weight, value(state))));
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

    static Expression sum(Expression a, Expression b) {
        return new Expression(Op.SUM, "", List.of(a, b));
    }

    static Expression sum(String a, Expression b) {
        return sum(value(a), b);
    }

    static Expression times(String a, String b) {
        return times(a, value(b));
    }

    static Expression times(String a, Expression b) {
        return new Expression(Op.PRODUCT, "", List.of(value(a), b));
    }

    static Expression times(Expression a, String b) {
        return new Expression(Op.PRODUCT, "", List.of(a, value(b)));
    }

    static Expression rest(String a) {
        return new Expression(Op.REST, "", List.of(value(a)));
    }

    static Expression sigmoid(Expression a) {
        return new Expression(Op.SIGMOID, "", List.of(a));
    }

    static Expression tanh(Expression a) {
        return new Expression(Op.TANH, "", List.of(a));
    }

    static Expression tanh(String a) {
        return tanh(value(a));
    }

    /** The quantity of a number: of a net input or a peephole its gate. */
    public Quantity quantity() {
        return Quantity.of(name);
    }

    /** The expression and all within it, each before what it is made of. */
    public Stream<Expression> all() {
        return Stream.concat(Stream.of(this), of.stream().flatMap(Expression::all));
    }

    /** The first within it of a kind. */
    public Optional<Expression> find(Op kind) {
        return all().filter(part -> part.op == kind).findFirst();
    }

    /** The summands, from left to right; itself if it is no sum. */
    public List<Expression> summands() {
        return op == Op.SUM
                ? of.stream().flatMap(part -> part.summands().stream()).toList()
                : List.of(this);
    }

    /**
     * What comes out.
     *
     * @param number gives each number that comes in
     */
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
        return op == Op.VALUE && !name.endsWith("'") && quantity().kind() == Quantity.Kind.STATE;
    }

    /**
     * The expression as in the papers, for example f · c + i · g, without the signs of time.
     *
     * @param times the sign between factors
     */
    public String text(String times) {
        return switch (op) {
            case NET, INPUT, RECURRENT, PEEPHOLE, VALUE -> quantity().letter();
            case SUM -> of.get(0).text(times) + " + " + of.get(1).text(times);
            case PRODUCT -> of.get(0).text(times) + times + of.get(1).text(times);
            case REST -> "(1 − " + of.get(0).text(times) + ")";
            case SIGMOID -> "sigmoid(" + of.get(0).text(times) + ")";
            case TANH -> "tanh(" + of.get(0).text(times) + ")";
        };
    }
}
