package lab.carousel.picture.account;

import static lab.carousel.picture.account.CellDiagram.DiagramPlan.GATES;
import static lab.carousel.picture.account.CellDiagram.DiagramPlan.TOP;
import static lab.carousel.picture.account.CellDiagram.DiagramPlan.WRITE;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.DiagramPart.Box;
import lab.carousel.picture.account.DiagramPart.Operator;
import lab.carousel.text.Message;

/**
 * A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows.
 *
 * @param parts   in the order of drawing
 */
public record CellDiagram(List<DiagramPart> parts, ForwardAccount account, AccountNames names) implements Drawing {

    /** The width of a diagram that is not scaled, in points. */
    public static final double WIDTH = 368;
    /** The height of a diagram that is not scaled, in points. */
    public static final double HEIGHT = 204;

    private static final double LARGEST_SCALE = 3;

    public CellDiagram {
        parts = List.copyOf(parts);
    }

    public static CellDiagram of(ForwardAccount account, AccountNames names) {
        UnitAccount unit = account.unit();
        DiagramPlan plan = new DiagramPlan();
        String input = unit.layer() == 0 ? names.symbol(account.step().input()) : "";
        if (unit.gates().size() == 1) {
            TanhDiagram.draw(unit, input, plan);
        } else if (unit.cell().hasCellState()) {
            LstmDiagram.draw(unit, plan);
            Bus.drawInto(input, plan);
        } else {
            GruDiagram.draw(unit, plan);
            Bus.drawInto(input, plan);
        }
        return new CellDiagram(plan.parts(), account, names);
    }

    private static double scale(double width, double height) {
        return Math.min(LARGEST_SCALE, Math.min(width / WIDTH, height / HEIGHT));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double scale = scale(width, height);
        AffineTransform before = graphics.getTransform();
        graphics.translate((width - scale * WIDTH) / 2, (height - scale * HEIGHT) / 2);
        graphics.scale(scale, scale);
        DiagramPen pen = new DiagramPen(graphics, palette);
        parts.forEach(pen::draw);
        graphics.setTransform(before);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double scale = scale(width, height);
        double inX = (x - (width - scale * WIDTH) / 2) / scale;
        double inY = (y - (height - scale * HEIGHT) / 2) / scale;
        return parts.stream()
                .filter(part -> part.area().contains(inX, inY))
                .map(DiagramPart::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> new Hit(-1, -1, words));
    }

    @Override
    public String csv() {
        return AccountCsv.of(account, names);
    }

    /** A unit without gates: what comes in is added up and squashed. */
    static final class TanhDiagram {

        private static final double SUM = 150;
        private static final double OUT = 262;
        private static final double MIDDLE = 102;

        private TanhDiagram() {}

        static void draw(UnitAccount unit, String input, DiagramPlan plan) {
            GateAccount gate = unit.gate(Quantity.CANDIDATE);
            boolean recurrent = unit.cell().isRecurrent();
            plan.frame(318);
            plan.arrow(2, 52, SUM, 52, SUM, MIDDLE - Operator.RADIUS);
            plan.label(26, 44, input.isEmpty() ? Message.text("account.below") : Message.text("account.in", input));
            plan.value(100, 44, gate.fromInput(), Message.text("account.input"));
            if (recurrent) {
                plan.carried(2, MIDDLE, SUM - Operator.RADIUS, MIDDLE);
                plan.label(26, MIDDLE - 8, Message.text("account.hBefore"));
                plan.value(100, MIDDLE - 8, gate.fromBefore(), Message.text("account.before"));
            }
            plan.arrow(96, 152, SUM, 152, SUM, MIDDLE + Operator.RADIUS);
            plan.label(76, 156, Message.text("account.bias"));
            plan.value(124, 144, gate.bias(), Message.text("account.bias"));
            plan.plus(SUM, MIDDLE);
            plan.arrow(SUM + Operator.RADIUS, MIDDLE, OUT - Box.WIDTH / 2, MIDDLE);
            plan.value((SUM + OUT) / 2 - 8, MIDDLE - 8, gate.net(), Message.text("account.net"));
            plan.label(OUT, MIDDLE - 28, "tanh");
            plan.gate(OUT, MIDDLE, gate, unit.cell());
            plan.carried(OUT + Box.WIDTH / 2, MIDDLE, CellDiagram.WIDTH - 2, MIDDLE);
            plan.named(344, MIDDLE - 8, "h", unit.h(), true);
        }
    }

    /** The GRU: h runs along the top; z keeps a share of it and lets the candidate g in for the rest. */
    static final class GruDiagram {

        private static final double Z = 96;
        private static final double R = 164;
        private static final double RESET = 212;
        private static final double G = 268;
        private static final GatePlace UPDATES = new GatePlace(Quantity.UPDATE_GATE, Z);
        private static final GatePlace RESETS = new GatePlace(Quantity.RESET_GATE, R);
        private static final GatePlace CANDIDATE = new GatePlace(Quantity.CANDIDATE, G);
        private static final List<GatePlace> ROW = List.of(UPDATES, RESETS, CANDIDATE);

        private GruDiagram() {}

        static void draw(UnitAccount unit, DiagramPlan plan) {
            plan.frame(318);
            drawWires(plan);
            plan.times(Z, TOP);
            plan.plus(G, TOP);
            plan.times(G, WRITE);
            plan.function(R, WRITE, "1 − z");
            plan.times(RESET, GATES);
            ROW.forEach(gate -> gate.draw(unit, plan));
            drawValues(unit, plan);
        }

        private static void drawWires(DiagramPlan plan) {
            plan.carried(2, TOP, CellDiagram.WIDTH - 2, TOP);
            plan.arrow(Z, GATES, Z, TOP + Operator.RADIUS);
            plan.arrow(Z, WRITE, G - Operator.RADIUS, WRITE);
            plan.arrow(G, GATES, G, WRITE + Operator.RADIUS);
            plan.arrow(G, WRITE, G, TOP + Operator.RADIUS);
            plan.arrow(R, GATES, RESET - Operator.RADIUS, GATES);
            plan.arrow(RESET, GATES, G - Box.WIDTH / 2, GATES);
            plan.wire(2, Bus.Y, G, Bus.Y);
            UPDATES.drawWire(plan);
            RESETS.drawWire(plan);
            plan.arrow(RESET, Bus.Y, RESET, GATES + Operator.RADIUS);
            CANDIDATE.drawWire(plan);
        }

        private static void drawValues(UnitAccount unit, DiagramPlan plan) {
            double z = unit.value(Quantity.UPDATE_GATE);
            GateAccount candidate = unit.gate(Quantity.CANDIDATE);
            plan.named(27, TOP - 8, Message.text("account.hBefore"), unit.hBefore(), false);
            plan.value((Z + G) / 2, TOP - 8, z * unit.hBefore(), "z · h");
            plan.value(RESET + 8, WRITE - 8, 1 - z, "1 − z");
            plan.value(G + 32, 66, (1 - z) * candidate.value(), "(1 − z) · g");
            plan.named(344, TOP - 8, "h", unit.h(), true);
            UPDATES.drawNet(unit, plan);
            RESETS.drawNet(unit, plan);
            plan.value(RESET, Bus.Y - 13, candidate.fromBefore(), Message.text("account.terms.recurrent"));
            plan.value(G, Bus.Y - 13, candidate.input().sum(), Message.text("account.inputAndBias"));
        }
    }

    /**
     * The LSTM cell: c runs along the top, is forgotten in part and added to; o and tanh make h of it. Gates that the cell
     * does not have are left out; those that look at c have a wire from it.
     */
    static final class LstmDiagram {

        private static final double F = 84;
        private static final double I = 140;
        private static final double G = 196;
        /** What is written is added between input gate and candidate. */
        private static final double ADD = (I + G) / 2;

        private static final double O = 248;
        private static final double OUT = 296;
        /** Where wires to the gates that look at c leave it, and how far down they run. */
        private static final double LOOK = 62;

        private static final List<GatePlace> ROW = List.of(
                new GatePlace(Quantity.FORGET_GATE, F),
                new GatePlace(Quantity.INPUT_GATE, I),
                new GatePlace(Quantity.CANDIDATE, G),
                new GatePlace(Quantity.OUTPUT_GATE, O));

        private LstmDiagram() {}

        static void draw(UnitAccount unit, DiagramPlan plan) {
            List<GatePlace> gates = ROW.stream()
                    .filter(place -> unit.cell().gates().contains(place.gate))
                    .toList();
            plan.frame(320);
            drawWires(gates, unit.cell(), plan);
            drawSigns(unit.cell(), plan);
            gates.forEach(gate -> gate.draw(unit, plan));
            drawValues(unit, plan);
            gates.forEach(gate -> gate.drawNet(unit, plan));
        }

        private static void drawWires(List<GatePlace> gates, Cell cell, DiagramPlan plan) {
            plan.carried(2, TOP, CellDiagram.WIDTH - 2, TOP);
            if (cell.gates().contains(Quantity.FORGET_GATE)) {
                plan.arrow(F, GATES, F, TOP + Operator.RADIUS);
            }
            plan.arrow(I, GATES, I, WRITE, ADD - Operator.RADIUS, WRITE);
            plan.arrow(G, GATES, G, WRITE, ADD + Operator.RADIUS, WRITE);
            plan.arrow(ADD, WRITE, ADD, TOP + Operator.RADIUS);
            plan.wire(OUT, TOP, OUT, GATES);
            plan.arrow(O, GATES, OUT - Operator.RADIUS, GATES);
            plan.arrow(OUT, GATES, CellDiagram.WIDTH - 2, GATES);
            plan.wire(2, Bus.Y, O, Bus.Y);
            gates.forEach(gate -> gate.drawWire(plan));
            for (GatePlace gate : gates) {
                cell.lookedAt(gate.gate).ifPresent(state -> {
                    double above = gate.x - 16;
                    double[] fromBefore = {LOOK, TOP, LOOK, LOOK, above, LOOK, above, GATES - Box.HEIGHT / 2};
                    double[] fromNew = {gate.x, TOP, gate.x, GATES - Box.HEIGHT / 2};
                    plan.arrow(state.isBefore() ? fromBefore : fromNew);
                });
            }
        }

        private static void drawSigns(Cell cell, DiagramPlan plan) {
            if (cell.gates().contains(Quantity.FORGET_GATE)) {
                plan.times(F, TOP);
            }
            plan.times(ADD, WRITE);
            plan.plus(ADD, TOP);
            plan.function(OUT, 70, "tanh");
            plan.times(OUT, GATES);
        }

        private static void drawValues(UnitAccount unit, DiagramPlan plan) {
            List<Expression> summands =
                    unit.cell().equation(Quantity.CELL_STATE).summands();
            Expression kept = summands.get(0);
            Expression written = summands.get(1);
            Expression shown = unit.cell().equation(Quantity.HIDDEN_STATE).of().get(1);
            plan.named(27, TOP - 8, Message.text("account.cBefore"), unit.cBefore(), false);
            if (!kept.isBefore()) {
                plan.value((F + ADD) / 2, TOP - 8, unit.value(kept), kept.text(" · "));
            }
            plan.value(ADD + 36, 65, unit.value(written), written.text(" · "));
            plan.named(344, TOP - 8, "c", unit.c(), true);
            plan.value(OUT, 101, unit.value(shown), shown.text(" · "));
            plan.named(344, GATES - 8, "h", unit.h(), true);
        }
    }

    /** Where a gate stands in the row of gates; x is that of its middle. */
    record GatePlace(Quantity gate, double x) {

        void draw(UnitAccount unit, DiagramPlan plan) {
            plan.gate(x, GATES, unit.gate(gate), unit.cell());
        }

        /** The wire on which everything comes in. */
        void drawWire(DiagramPlan plan) {
            plan.arrow(x, Bus.Y, x, GATES + Box.HEIGHT / 2);
        }

        void drawNet(UnitAccount unit, DiagramPlan plan) {
            Bus.net(x, unit.gate(gate).net(), plan);
        }
    }

    /** What comes into a cell along its lower edge: the input and the hidden state of all units. */
    static final class Bus {

        static final double Y = 178;

        private Bus() {}

        /** Names what comes in from the left; in a higher layer the input symbol is empty. */
        static void drawInto(String input, DiagramPlan plan) {
            String words = input.isEmpty() ? Message.text("account.below") : Message.text("account.in", input);
            plan.label(26, Y - 8, words);
            plan.label(26, Y + 16, Message.text("account.hBefore"));
        }

        static void net(double x, double net, DiagramPlan plan) {
            plan.value(x, Y - 13, net, Message.text("account.net"));
        }
    }

    static final class DiagramPlan {

        /** The height of the wires that carry a state from step to step. */
        static final double TOP = 42;
        /** The height of what is written into the state. */
        static final double WRITE = 80;

        static final double GATES = 124;
        private static final double LEFT = 54;

        private static final Digits EXACT = new Digits(6);

        private final List<DiagramPart> parts = new ArrayList<>();

        List<DiagramPart> parts() {
            return parts;
        }

        /** A wire along corners given as x, y, x, y, …, with an arrow at its end. */
        void arrow(double... corners) {
            parts.add(new DiagramPart.Wire(points(corners), false, true));
        }

        void wire(double... corners) {
            parts.add(new DiagramPart.Wire(points(corners), false, false));
        }

        void carried(double... corners) {
            parts.add(new DiagramPart.Wire(points(corners), true, true));
        }

        private static List<Point2D> points(double... corners) {
            List<Point2D> points = new ArrayList<>();
            for (int corner = 0; corner < corners.length; corner += 2) {
                points.add(new Point2D.Double(corners[corner], corners[corner + 1]));
            }
            return List.copyOf(points);
        }

        void gate(double x, double y, GateAccount gate, Cell cell) {
            String letter = AccountNames.letter(gate.gate(), cell);
            String words = Message.text(
                    "account.spot",
                    Message.text("account.gate." + gate.gate().name()),
                    letter,
                    EXACT.text(gate.value()));
            ColourScale scale = gate.gate() == Quantity.CANDIDATE ? ColourScale.SIGNED : ColourScale.SHARE;
            parts.add(new DiagramPart.Box(x, y, letter, gate.value(), scale, words));
        }

        void function(double x, double y, String name) {
            parts.add(new DiagramPart.Function(x, y, name));
        }

        void times(double x, double y) {
            parts.add(new DiagramPart.Operator(x, y, true));
        }

        void plus(double x, double y) {
            parts.add(new DiagramPart.Operator(x, y, false));
        }

        /** A number on a wire: {@code meaning} is said under the pointer. */
        void value(double x, double y, double value, String meaning) {
            parts.add(new DiagramPart.Value(x, y, "", value, false, words(meaning, value)));
        }

        void named(double x, double y, String name, double value, boolean strong) {
            parts.add(new DiagramPart.Value(x, y, name, value, strong, words(name, value)));
        }

        private static String words(String meaning, double value) {
            return Message.text("picture.value", meaning, EXACT.text(value));
        }

        void label(double x, double y, String words) {
            parts.add(new DiagramPart.Label(x, y, words));
        }

        void frame(double right) {
            parts.add(new DiagramPart.Frame(LEFT, 8, right - LEFT, 188));
        }
    }
}
