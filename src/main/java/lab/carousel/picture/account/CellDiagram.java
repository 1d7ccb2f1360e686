package lab.carousel.picture.account;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows. */
public final class CellDiagram implements Drawing {

    /** The width of a diagram that is not scaled, in points. */
    public static final double WIDTH = 368;
    /** The height of a diagram that is not scaled, in points. */
    public static final double HEIGHT = 204;

    private static final double LARGEST_SCALE = 3;
    private static final double LEFT = 54;
    /** The height of the wires that carry a state from step to step. */
    private static final double TOP = 42;
    /** The height of what is written into the state. */
    private static final double WRITE = 80;

    private static final double GATES = 124;
    /** The height of the wire on which the input and the hidden state of all units come in. */
    private static final double BUS = 178;

    private static final double BOX_WIDTH = 50;
    private static final double BOX_HEIGHT = 38;
    private static final double RADIUS = 9;
    private static final Digits EXACT = new Digits(6);

    private final ForwardAccount account;
    private final AccountNames names;
    private final UnitAccount unit;
    private final Cell cell;
    /** In the order of drawing. */
    private final List<Part> parts = new ArrayList<>();

    /** A part, the area where the pointer is on it, and what is said of it there; nothing if empty. */
    private record Part(Rectangle2D area, String words, Consumer<DiagramPen> drawn) {}

    /** Where a gate stands in the row of gates; x is that of its middle. */
    private record Place(Quantity gate, double x) {}

    public CellDiagram(ForwardAccount account, AccountNames names) {
        this.account = account;
        this.names = names;
        this.unit = account.unit();
        this.cell = unit.cell();
        String input = unit.layer() == 0
                ? Message.text("account.in", names.symbol(account.step().input()))
                : Message.text("account.below");
        if (unit.gates().size() == 1) {
            addSquashed(input);
            return;
        }
        if (cell.hasCellState()) {
            addLstm();
        } else {
            addGru();
        }
        label(26, BUS - 8, input);
        label(26, BUS + 16, Message.text("account.hBefore"));
    }

    public ForwardAccount account() {
        return account;
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
        parts.forEach(part -> part.drawn.accept(pen));
        graphics.setTransform(before);
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double scale = scale(width, height);
        double inX = (x - (width - scale * WIDTH) / 2) / scale;
        double inY = (y - (height - scale * HEIGHT) / 2) / scale;
        return parts.stream()
                .filter(part -> part.area.contains(inX, inY))
                .findFirst()
                .map(part -> new Hit(-1, -1, part.words));
    }

    @Override
    public String csv() {
        return AccountCsv.of(account, names);
    }

    /** A unit without gates: what comes in is added up and squashed. */
    private void addSquashed(String input) {
        double sum = 150;
        double out = 262;
        double middle = 102;
        GateAccount gate = unit.gate(Quantity.CANDIDATE);
        frame(318);
        arrow(2, 52, sum, 52, sum, middle - RADIUS);
        label(26, 44, input);
        value(100, 44, gate.fromInput(), Message.text("account.input"));
        if (cell.isRecurrent()) {
            carried(2, middle, sum - RADIUS, middle);
            label(26, middle - 8, Message.text("account.hBefore"));
            value(100, middle - 8, gate.fromBefore(), Message.text("account.before"));
        }
        arrow(96, 152, sum, 152, sum, middle + RADIUS);
        label(76, 156, Message.text("account.bias"));
        value(124, 144, gate.bias(), Message.text("account.bias"));
        operator(sum, middle, false);
        arrow(sum + RADIUS, middle, out - BOX_WIDTH / 2, middle);
        value((sum + out) / 2 - 8, middle - 8, gate.net(), Message.text("account.net"));
        label(out, middle - 28, "tanh");
        gate(out, middle, gate);
        carried(out + BOX_WIDTH / 2, middle, WIDTH - 2, middle);
        named(middle - 8, Quantity.HIDDEN_STATE);
    }

    /** The GRU: h runs along the top; z keeps a share of it and lets the candidate g in for the rest. */
    private void addGru() {
        double z = 96;
        double r = 164;
        double reset = 212;
        double g = 268;
        frame(318);
        carried(2, TOP, WIDTH - 2, TOP);
        arrow(z, GATES, z, TOP + RADIUS);
        arrow(z, WRITE, g - RADIUS, WRITE);
        arrow(g, GATES, g, WRITE + RADIUS);
        arrow(g, WRITE, g, TOP + RADIUS);
        arrow(r, GATES, reset - RADIUS, GATES);
        arrow(reset, GATES, g - BOX_WIDTH / 2, GATES);
        wire(2, BUS, g, BUS);
        comesIn(z);
        comesIn(r);
        arrow(reset, BUS, reset, GATES + RADIUS);
        comesIn(g);
        operator(z, TOP, true);
        operator(g, TOP, false);
        operator(g, WRITE, true);
        function(r, WRITE, "1 − z");
        operator(reset, GATES, true);
        GateAccount update = unit.gate(Quantity.UPDATE_GATE);
        GateAccount resets = unit.gate(Quantity.RESET_GATE);
        GateAccount candidate = unit.gate(Quantity.CANDIDATE);
        gate(z, GATES, update);
        gate(r, GATES, resets);
        gate(g, GATES, candidate);
        double kept = update.value();
        before(Quantity.HIDDEN_STATE);
        value((z + g) / 2, TOP - 8, kept * unit.hBefore(), "z · h");
        value(reset + 8, WRITE - 8, 1 - kept, "1 − z");
        value(g + 32, 66, (1 - kept) * candidate.value(), "(1 − z) · g");
        named(TOP - 8, Quantity.HIDDEN_STATE);
        value(z, BUS - 13, update.net(), Message.text("account.net"));
        value(r, BUS - 13, resets.net(), Message.text("account.net"));
        value(reset, BUS - 13, candidate.fromBefore(), Message.text("account.terms.recurrent"));
        value(g, BUS - 13, candidate.input().sum(), Message.text("account.inputAndBias"));
    }

    /**
     * The LSTM cell: c runs along the top, is forgotten in part and added to; o and tanh make h of it. Gates that the cell
     * does not have are left out; those that look at c have a wire from it.
     */
    private void addLstm() {
        double f = 84;
        double i = 140;
        double g = 196;
        // What is written is added between input gate and candidate
        double add = (i + g) / 2;
        double o = 248;
        double out = 296;
        boolean forgets = cell.gates().contains(Quantity.FORGET_GATE);
        List<Place> gates = List.of(
                        new Place(Quantity.FORGET_GATE, f),
                        new Place(Quantity.INPUT_GATE, i),
                        new Place(Quantity.CANDIDATE, g),
                        new Place(Quantity.OUTPUT_GATE, o))
                .stream()
                .filter(place -> cell.gates().contains(place.gate))
                .toList();
        frame(320);
        carried(2, TOP, WIDTH - 2, TOP);
        if (forgets) {
            arrow(f, GATES, f, TOP + RADIUS);
        }
        arrow(i, GATES, i, WRITE, add - RADIUS, WRITE);
        arrow(g, GATES, g, WRITE, add + RADIUS, WRITE);
        arrow(add, WRITE, add, TOP + RADIUS);
        wire(out, TOP, out, GATES);
        arrow(o, GATES, out - RADIUS, GATES);
        arrow(out, GATES, WIDTH - 2, GATES);
        wire(2, BUS, o, BUS);
        gates.forEach(place -> comesIn(place.x));
        gates.forEach(this::addLook);
        if (forgets) {
            operator(f, TOP, true);
        }
        operator(add, WRITE, true);
        operator(add, TOP, false);
        function(out, 70, "tanh");
        operator(out, GATES, true);
        gates.forEach(place -> gate(place.x, GATES, unit.gate(place.gate)));
        before(Quantity.CELL_STATE);
        List<Expression> summands = cell.equation(Quantity.CELL_STATE).summands();
        if (forgets) {
            value((f + add) / 2, TOP - 8, summands.get(0));
        }
        value(add + 36, 65, summands.get(1));
        named(TOP - 8, Quantity.CELL_STATE);
        value(out, 101, cell.equation(Quantity.HIDDEN_STATE).of().get(1));
        named(GATES - 8, Quantity.HIDDEN_STATE);
        gates.forEach(place -> value(place.x, BUS - 13, unit.gate(place.gate).net(), Message.text("account.net")));
    }

    /** The wire from the cell state that a gate looks at, if it does: that before leaves it further left. */
    private void addLook(Place place) {
        cell.lookedAt(place.gate).ifPresent(state -> {
            double look = 62;
            double above = place.x - 16;
            double end = GATES - BOX_HEIGHT / 2;
            if (state.isBefore()) {
                arrow(look, TOP, look, look, above, look, above, end);
            } else {
                arrow(place.x, TOP, place.x, end);
            }
        });
    }

    private void comesIn(double x) {
        arrow(x, BUS, x, GATES + BOX_HEIGHT / 2);
    }

    private void draw(Consumer<DiagramPen> part) {
        parts.add(new Part(new Rectangle2D.Double(), "", part));
    }

    /** A wire along corners given as x, y, x, y, …, with an arrow at its end. */
    private void arrow(double... corners) {
        draw(pen -> pen.wire(false, true, corners));
    }

    private void wire(double... corners) {
        draw(pen -> pen.wire(false, false, corners));
    }

    private void carried(double... corners) {
        draw(pen -> pen.wire(true, true, corners));
    }

    private void frame(double right) {
        draw(pen -> pen.frame(LEFT, 8, right - LEFT, 188));
    }

    private void function(double x, double y, String name) {
        draw(pen -> pen.function(x, y, name));
    }

    private void operator(double x, double y, boolean isProduct) {
        draw(pen -> pen.operator(x, y, RADIUS, isProduct));
    }

    private void label(double x, double y, String words) {
        draw(pen -> pen.label(words, x, y));
    }

    private void gate(double x, double y, GateAccount gate) {
        String letter = AccountNames.letter(gate.gate(), cell);
        String words = Message.text(
                "account.spot", Message.text("account.gate." + gate.gate().name()), letter, EXACT.text(gate.value()));
        ColourScale scale = gate.gate() == Quantity.CANDIDATE ? ColourScale.SIGNED : ColourScale.SHARE;
        Rectangle2D area = new Rectangle2D.Double(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT);
        parts.add(new Part(area, words, pen -> pen.box(area, letter, gate.value(), scale)));
    }

    private void value(double x, double y, Expression expression) {
        value(x, y, unit.value(expression), expression.text(" · "));
    }

    /** A number on a wire: {@code meaning} is said under the pointer. */
    private void value(double x, double y, double value, String meaning) {
        parts.add(new Part(
                new Rectangle2D.Double(x - 26, y - 12, 52, 16),
                Message.text("picture.value", meaning, EXACT.text(value)),
                pen -> pen.value(x, y, value)));
    }

    /** The state that is carried on, at the right end of its wire. */
    private void named(double y, Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        named(344, y, state.letter(), isCell ? unit.c() : unit.h(), true);
    }

    /** The state that comes in along the top. */
    private void before(Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        String name = Message.text("account." + state.letter() + "Before");
        named(27, TOP - 8, name, isCell ? unit.cBefore() : unit.hBefore(), false);
    }

    private void named(double x, double y, String name, double value, boolean isResult) {
        parts.add(new Part(
                new Rectangle2D.Double(x - 26, y - 28, 52, 32),
                Message.text("picture.value", name, EXACT.text(value)),
                pen -> pen.named(x, y, name, value, isResult)));
    }
}
