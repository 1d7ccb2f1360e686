package lab.carousel.model.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import lab.carousel.model.function.BatchActivations;
import org.jspecify.annotations.Nullable;

/**
 * One time step of H units by the equations of their {@link Cell}: every number on the way, in the order in which they are
 * computed, so that a gradient can be taken back from the last to the first (reverse mode). States, net inputs and peepholes
 * are put in; all else follows. Not thread-safe.
 */
public final class Tape {

    /** A number of each unit, (H), and how much the loss grows with it. */
    private static final class Node {
        final Op op;
        final double[] value;
        final double[] gradient;
        /** The operands: of one, twice the same; of what is put in, itself. */
        final Node a;

        final Node b;
        /** The most operations between it and what is put in. */
        final int level;
        /** The quantity that an equation gives, or that was put in; null for results on the way. */
        @Nullable
        Quantity quantity;
        /** The start of what was put in, within its array. */
        final int place;
        /** Operations that it is an operand of. */
        int uses;
        /** Whether it is only squashed, straight from the net inputs, so that it has no value of its own. */
        boolean isReadInPlace;

        Node(Expression what, List<Node> of, int place, int units) {
            this.op = what.op();
            this.value = new double[units];
            this.gradient = new double[units];
            this.place = place;
            this.a = of.isEmpty() ? this : of.get(0);
            this.b = of.isEmpty() ? this : of.get(of.size() - 1);
            this.level = of.isEmpty() ? 0 : 1 + Math.max(a.level, b.level);
            of.forEach(operand -> operand.uses++);
        }

        /** Whether a gate looks at the cell state through a peephole. */
        boolean isLook() {
            return op == Op.PRODUCT && a.op == Op.PEEPHOLE;
        }

        boolean isSquashed() {
            return op == Op.SIGMOID || op == Op.TANH;
        }
    }

    /**
     * Operations of one level; several squashings among them are computed together, which is faster: of all net inputs
     * of a layer where they stand, of others side by side.
     */
    private static final class Level {

        final Node[] nodes;
        private final Node[] single;
        private final Node[] together;
        private final boolean isInPlace;
        private final double[] x;
        private final double[] y;
        private final int firstTanh;
        private final int afterTanh;
        private final BatchActivations squashing;

        Level(List<Node> nodes, int units, int gateWidth) {
            this.nodes = nodes.toArray(Node[]::new);
            List<Node> squashed = nodes.stream()
                    .filter(Node::isSquashed)
                    .sorted(Comparator.comparing(node -> node.op))
                    .toList();
            List<Node> ofNets = squashed.stream()
                    .filter(node -> node.a.op == Op.NET && node.a.uses == 1)
                    .sorted(Comparator.comparingInt(node -> node.a.place))
                    .toList();
            List<Op> inTurn = ofNets.stream().map(node -> node.op).toList();
            boolean areSeveral = squashed.size() > 1;
            this.isInPlace = areSeveral
                    && ofNets.size() * units == gateWidth
                    && inTurn.lastIndexOf(Op.TANH) - inTurn.indexOf(Op.TANH) < Collections.frequency(inTurn, Op.TANH);
            List<Node> ordered = isInPlace ? ofNets : squashed;
            ofNets.forEach(node -> node.a.isReadInPlace = isInPlace);
            this.together = (areSeveral ? ordered : List.<Node>of()).toArray(Node[]::new);
            this.single = nodes.stream()
                    .filter(node -> !areSeveral || !node.isSquashed())
                    .toArray(Node[]::new);
            this.y = new double[together.length * units];
            this.x = new double[isInPlace ? 0 : y.length];
            List<Op> ops = ordered.stream().map(node -> node.op).toList();
            this.firstTanh = units * Math.max(0, ops.indexOf(Op.TANH));
            this.afterTanh = units * (1 + ops.lastIndexOf(Op.TANH));
            this.squashing = new BatchActivations(y.length);
        }

        void forward(double[] net) {
            for (Node node : single) {
                node.op.forward(node.a.value, node.b.value, node.value);
            }
            if (together.length > 0) {
                int units = together[0].value.length;
                for (int k = 0; k < together.length && !isInPlace; k++) {
                    System.arraycopy(together[k].a.value, 0, x, k * units, units);
                }
                squashing.of(isInPlace ? net : x, y, firstTanh, afterTanh);
                for (int k = 0; k < together.length; k++) {
                    System.arraycopy(y, k * units, together[k].value, 0, units);
                }
            }
        }
    }

    /** What may be given to {@link #forward}: writes nothing. */
    public static final BiConsumer<Quantity, double[]> NOTHING = (quantity, values) -> {};

    private static final Node[] NONE = {};

    private final Cell cell;
    private final int units;
    /** In the order in which they are laid out, so that gradients are added up in the same order everywhere. */
    private final Map<Expression, Node> nodes = new LinkedHashMap<>();

    private final Node[] inputs;
    /** Those of the inputs that have values of their own. */
    private final Node[] copied;

    private final Level[] levels;
    private double[] netInputs = {};
    /** Where the gradients of the states go that peepholes do not send on; null if they do. */
    private final double @Nullable [] dropped;

    private final Node[] results = new Node[Quantity.values().length];

    /** @param isTruncated whether a gradient goes back through a peephole to its weight alone, and not to the cell state */
    public Tape(Cell cell, int units, boolean isTruncated) {
        this.cell = cell;
        this.units = units;
        this.dropped = isTruncated ? new double[units] : null;
        for (Equation equation : cell.equations()) {
            Node node = node(equation.is());
            node.quantity = equation.quantity();
            results[equation.quantity().ordinal()] = node;
            nodes.put(Expression.value(equation.name()), node);
        }
        List<Node> all = nodes.values().stream().distinct().toList();
        this.inputs = all.stream().filter(node -> node.level == 0).toArray(Node[]::new);
        int width = cell.gates().size() * units;
        List<Level> ordered = new ArrayList<>();
        for (int level = 1;
                level <= all.stream().mapToInt(node -> node.level).max().orElse(0);
                level++) {
            int number = level;
            ordered.add(
                    new Level(all.stream().filter(node -> node.level == number).toList(), units, width));
        }
        this.levels = ordered.toArray(Level[]::new);
        this.copied = Arrays.stream(inputs).filter(node -> !node.isReadInPlace).toArray(Node[]::new);
    }

    private Node node(Expression what) {
        Node known = nodes.get(what);
        if (known != null) {
            return known;
        }
        Node node = new Node(what, what.of().stream().map(this::node).toList(), place(what), units);
        if (what.of().isEmpty()) {
            node.quantity = what.quantity();
        }
        nodes.put(what, node);
        return node;
    }

    private int place(Expression what) {
        return switch (what.op()) {
            case NET, INPUT, RECURRENT -> units * cell.gates().indexOf(what.quantity());
            case PEEPHOLE -> units * cell.looks().indexOf(what.quantity());
            default -> 0;
        };
    }

    /**
     * Puts in what a layer brings.
     *
     * @param net       W x + b, with U h where the two go together: (gH); read until {@link #forward}
     * @param recurrent U h with its bias where it is kept apart: (gH); else not looked at
     * @param h         hidden states before; this layer's begin at {@code from}
     * @param c         cell states likewise, if there are any
     * @param weights   those of the peepholes, (pH), begin at {@code peepholes}
     */
    public void put(
            double[] net, double[] recurrent, double[] h, double[] c, int from, double[] weights, int peepholes) {
        netInputs = net;
        for (Node node : copied) {
            switch (node.op) {
                case NET, INPUT -> System.arraycopy(net, node.place, node.value, 0, units);
                case RECURRENT -> System.arraycopy(recurrent, node.place, node.value, 0, units);
                case PEEPHOLE -> System.arraycopy(weights, peepholes + node.place, node.value, 0, units);
                default -> System.arraycopy(node.quantity == Quantity.HIDDEN_STATE ? h : c, from, node.value, 0, units);
            }
        }
    }

    /** Computes all numbers; {@code each} may write into a quantity, (H), before it is used. */
    public void forward(BiConsumer<Quantity, double[]> each) {
        for (Level level : levels) {
            level.forward(netInputs);
            for (Node node : each == NOTHING ? NONE : level.nodes) {
                if (node.quantity != null) {
                    each.accept(node.quantity, node.value);
                }
            }
        }
    }

    /**
     * Takes gradients of the states after the step back to all numbers.
     *
     * @param dh of the hidden state: (H)
     * @param dc of the cell state, what comes to it from later steps: (H); not looked at if there is none
     */
    public void backward(double[] dh, double[] dc) {
        nodes.values().forEach(node -> Arrays.fill(node.gradient, 0));
        System.arraycopy(dh, 0, gradient(Quantity.HIDDEN_STATE), 0, units);
        if (cell.hasCellState()) {
            System.arraycopy(dc, 0, gradient(Quantity.CELL_STATE), 0, units);
        }
        for (int level = levels.length - 1; level >= 0; level--) {
            Node[] made = levels[level].nodes;
            for (int at = made.length - 1; at >= 0; at--) {
                Node node = made[at];
                double[] db = dropped != null && node.isLook() ? dropped : node.b.gradient;
                node.op.backward(node.a.value, node.b.value, node.value, node.gradient, node.a.gradient, db);
            }
        }
    }

    /** A quantity after the step: (H); not a copy. */
    public double[] value(Quantity quantity) {
        return Objects.requireNonNull(results[quantity.ordinal()]).value;
    }

    /** The gradient of a quantity after the step, all of it: (H); not a copy. */
    public double[] gradient(Quantity quantity) {
        return Objects.requireNonNull(results[quantity.ordinal()]).gradient;
    }

    /** Writes the gradients of what was put in, in the same places; 0 for a state that the equations do not have. */
    public void gradients(double[] net, double[] recurrent, double[] h, double[] c, double[] peepholes) {
        Arrays.fill(h, 0);
        Arrays.fill(c, 0);
        for (Node node : inputs) {
            double[] target =
                    switch (node.op) {
                        case NET, INPUT -> net;
                        case RECURRENT -> recurrent;
                        case PEEPHOLE -> peepholes;
                        default -> node.quantity == Quantity.HIDDEN_STATE ? h : c;
                    };
            System.arraycopy(node.gradient, 0, target, node.place, units);
        }
    }
}
