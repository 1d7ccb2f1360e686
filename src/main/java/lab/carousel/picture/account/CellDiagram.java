package lab.carousel.picture.account;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
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
import lab.carousel.text.Message;

/** A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows. */
public final class CellDiagram implements Drawing, ZoomDrawing.Focused {

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
    private final Optional<StepStage> told;
    private final Optional<Way> way;
    /** In the order of drawing. */
    private final List<Part> parts = new ArrayList<>();

    /** What is drawn of a part. */
    private interface Drawn {

        void with(DiagramPen pen);
    }

    /**
     * A part of the diagram.
     *
     * @param stage from which on it has its numbers
     * @param area  where the pointer is on it
     * @param words what is said of it there; nothing if empty
     * @param wire  the corners of a wire on which numbers move, as x, y, x, y, …; otherwise empty
     */
    private record Part(StepStage stage, Rectangle2D area, String words, double[] wire, Drawn drawn) {}

    /** How far the numbers have got on their way from one diagram to another one, 0 to 1. */
    private record Way(UnitAccount before, double share) {}

    /** Where a gate stands in the row of gates; x is that of its middle. */
    private record Place(Quantity gate, double x) {}

    public CellDiagram(ForwardAccount account, AccountNames names) {
        this(account, names, Optional.empty(), Optional.empty());
    }

    private CellDiagram(ForwardAccount account, AccountNames names, Optional<StepStage> told, Optional<Way> way) {
        this.account = account;
        this.names = names;
        this.unit = account.unit();
        this.cell = unit.cell();
        this.told = told;
        this.way = way;
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

    /** The diagram as far as a stage: what belongs to it stands out, and what comes later has no numbers yet. */
    public CellDiagram at(StepStage stage) {
        return new CellDiagram(account, names, Optional.of(stage), Optional.empty());
    }

    /** On the way here from another diagram of such a cell, 0 to 1: numbers move along the wires, gates open and close. */
    public CellDiagram from(CellDiagram before, double share) {
        boolean isAlike = before.cell == cell;
        return new CellDiagram(
                account,
                names,
                told,
                isAlike && share < 1 ? Optional.of(new Way(before.unit, share)) : Optional.empty());
    }

    /** Whether another diagram shows the same step, unit and stage; the numbers may be those of another epoch. */
    public boolean isLike(CellDiagram other) {
        return account.step().equals(other.account.step())
                && unit.unit() == other.unit.unit()
                && told.equals(other.told);
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
        DiagramPen pen = new DiagramPen(graphics, palette, false);
        parts.forEach(part -> part.drawn.with(isLit(part) ? pen.lit() : isLater(part) ? pen.faint() : pen));
        way.ifPresent(moved -> parts.stream()
                .filter(part -> part.wire.length > 0 && (told.isEmpty() || isLit(part)))
                .forEach(part -> pen.dot(moved.share, part.wire)));
        graphics.setTransform(before);
    }

    private boolean isLit(Part part) {
        // What goes to the outputs leaves the cell as h
        return told.filter(stage -> part.stage == (stage == StepStage.OUTPUT ? StepStage.HIDDEN : stage))
                .isPresent();
    }

    private boolean isLater(Part part) {
        return told.filter(stage -> part.stage.compareTo(stage) > 0).isPresent();
    }

    /** Where the parts of the stage that is told stand. */
    @Override
    public Rectangle2D focus(double width, double height) {
        double scale = scale(width, height);
        Rectangle2D all = parts.stream()
                .filter(part -> isLit(part) && !part.area.isEmpty())
                .map(Part::area)
                .reduce(Rectangle2D::createUnion)
                .orElse(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT))
                .createIntersection(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        return new Rectangle2D.Double(
                (width - scale * WIDTH) / 2 + scale * all.getX(),
                (height - scale * HEIGHT) / 2 + scale * all.getY(),
                scale * all.getWidth(),
                scale * all.getHeight());
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double scale = scale(width, height);
        double inX = (x - (width - scale * WIDTH) / 2) / scale;
        double inY = (y - (height - scale * HEIGHT) / 2) / scale;
        return parts.stream()
                .filter(part -> part.area.contains(inX, inY) && !isLater(part))
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
        arrow(StepStage.NET, 2, 52, sum, 52, sum, middle - RADIUS);
        label(26, 44, input);
        value(StepStage.NET, 100, 44, gate.fromInput(), Message.text("account.input"));
        if (cell.isRecurrent()) {
            carried(StepStage.NET, 2, middle, sum - RADIUS, middle);
            label(26, middle - 8, Message.text("account.hBefore"));
            value(StepStage.NET, 100, middle - 8, gate.fromBefore(), Message.text("account.before"));
        }
        arrow(StepStage.NET, 96, 152, sum, 152, sum, middle + RADIUS);
        label(76, 156, Message.text("account.bias"));
        value(StepStage.NET, 124, 144, gate.bias(), Message.text("account.bias"));
        operator(StepStage.NET, sum, middle, false);
        arrow(StepStage.NET, sum + RADIUS, middle, out - BOX_WIDTH / 2, middle);
        value(StepStage.NET, (sum + out) / 2 - 8, middle - 8, gate.net(), Message.text("account.net"));
        label(out, middle - 28, "tanh");
        gate(out, middle, gate);
        carried(StepStage.HIDDEN, out + BOX_WIDTH / 2, middle, WIDTH - 2, middle);
        named(middle - 8, Quantity.HIDDEN_STATE);
    }

    /** The GRU: h runs along the top; z keeps a share of it and lets the candidate g in for the rest. */
    private void addGru() {
        double z = 96;
        double r = 164;
        double reset = 212;
        double g = 268;
        frame(318);
        carried(StepStage.HIDDEN, 2, TOP, WIDTH - 2, TOP);
        arrow(StepStage.HIDDEN, z, GATES, z, TOP + RADIUS);
        arrow(StepStage.HIDDEN, z, WRITE, g - RADIUS, WRITE);
        arrow(StepStage.HIDDEN, g, GATES, g, WRITE + RADIUS);
        arrow(StepStage.HIDDEN, g, WRITE, g, TOP + RADIUS);
        arrow(StepStage.GATES, r, GATES, reset - RADIUS, GATES);
        arrow(StepStage.GATES, reset, GATES, g - BOX_WIDTH / 2, GATES);
        wire(StepStage.INPUT, 2, BUS, g, BUS);
        comesIn(StepStage.NET, z);
        comesIn(StepStage.NET, r);
        arrow(StepStage.NET, reset, BUS, reset, GATES + RADIUS);
        comesIn(StepStage.NET, g);
        operator(StepStage.HIDDEN, z, TOP, true);
        operator(StepStage.HIDDEN, g, TOP, false);
        operator(StepStage.HIDDEN, g, WRITE, true);
        function(StepStage.HIDDEN, r, WRITE, "1 − z");
        operator(StepStage.GATES, reset, GATES, true);
        GateAccount update = unit.gate(Quantity.UPDATE_GATE);
        GateAccount resets = unit.gate(Quantity.RESET_GATE);
        GateAccount candidate = unit.gate(Quantity.CANDIDATE);
        gate(z, GATES, update);
        gate(r, GATES, resets);
        gate(g, GATES, candidate);
        double kept = update.value();
        before(Quantity.HIDDEN_STATE);
        value(
                StepStage.HIDDEN,
                (z + g) / 2,
                TOP - 8,
                cell.equation(Quantity.HIDDEN_STATE).summands().get(0));
        value(StepStage.HIDDEN, reset + 8, WRITE - 8, 1 - kept, "1 − z");
        value(StepStage.HIDDEN, g + 32, 66, (1 - kept) * candidate.value(), "(1 − z) · g");
        named(TOP - 8, Quantity.HIDDEN_STATE);
        value(StepStage.NET, z, BUS - 13, update.net(), Message.text("account.net"));
        value(StepStage.NET, r, BUS - 13, resets.net(), Message.text("account.net"));
        value(StepStage.NET, reset, BUS - 13, candidate.fromBefore(), Message.text("account.terms.recurrent"));
        value(StepStage.NET, g, BUS - 13, candidate.input().sum(), Message.text("account.inputAndBias"));
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
        carried(StepStage.CELL, 2, TOP, WIDTH - 2, TOP);
        if (forgets) {
            arrow(StepStage.CELL, f, GATES, f, TOP + RADIUS);
        }
        arrow(StepStage.CELL, i, GATES, i, WRITE, add - RADIUS, WRITE);
        arrow(StepStage.CELL, g, GATES, g, WRITE, add + RADIUS, WRITE);
        arrow(StepStage.CELL, add, WRITE, add, TOP + RADIUS);
        wire(StepStage.HIDDEN, out, TOP, out, GATES);
        arrow(StepStage.HIDDEN, o, GATES, out - RADIUS, GATES);
        arrow(StepStage.HIDDEN, out, GATES, WIDTH - 2, GATES);
        wire(StepStage.INPUT, 2, BUS, o, BUS);
        gates.forEach(place -> comesIn(StepStage.ofNet(place.gate, cell), place.x));
        gates.forEach(this::addLook);
        if (forgets) {
            operator(StepStage.CELL, f, TOP, true);
        }
        operator(StepStage.CELL, add, WRITE, true);
        operator(StepStage.CELL, add, TOP, false);
        function(StepStage.HIDDEN, out, 70, "tanh");
        operator(StepStage.HIDDEN, out, GATES, true);
        gates.forEach(place -> gate(place.x, GATES, unit.gate(place.gate)));
        before(Quantity.CELL_STATE);
        List<Expression> summands = cell.equation(Quantity.CELL_STATE).summands();
        if (forgets) {
            value(StepStage.CELL, (f + add) / 2, TOP - 8, summands.get(0));
        }
        value(StepStage.CELL, add + 36, 65, summands.get(1));
        named(TOP - 8, Quantity.CELL_STATE);
        value(
                StepStage.HIDDEN,
                out,
                101,
                cell.equation(Quantity.HIDDEN_STATE).of().get(1));
        named(GATES - 8, Quantity.HIDDEN_STATE);
        gates.forEach(place -> value(
                StepStage.ofNet(place.gate, cell),
                place.x,
                BUS - 13,
                unit.gate(place.gate).net(),
                Message.text("account.net")));
    }

    /** The wire from the cell state that a gate looks at, if it does: that before leaves it further left. */
    private void addLook(Place place) {
        cell.lookedAt(place.gate).ifPresent(state -> {
            double look = 62;
            double above = place.x - 16;
            double end = GATES - BOX_HEIGHT / 2;
            StepStage stage = StepStage.ofNet(place.gate, cell);
            if (state.isBefore()) {
                arrow(stage, look, TOP, look, look, above, look, above, end);
            } else {
                arrow(stage, place.x, TOP, place.x, end);
            }
        });
    }

    private void comesIn(StepStage stage, double x) {
        arrow(stage, x, BUS, x, GATES + BOX_HEIGHT / 2);
    }

    private void draw(StepStage stage, double[] wire, Drawn part) {
        parts.add(new Part(stage, new Rectangle2D.Double(), "", wire, part));
    }

    /** A wire along corners given as x, y, x, y, …, with an arrow at its end. */
    private void arrow(StepStage stage, double... corners) {
        draw(stage, corners, pen -> pen.wire(false, true, corners));
    }

    private void wire(StepStage stage, double... corners) {
        draw(stage, corners, pen -> pen.wire(false, false, corners));
    }

    private void carried(StepStage stage, double... corners) {
        draw(stage, corners, pen -> pen.wire(true, true, corners));
    }

    private void frame(double right) {
        draw(StepStage.INPUT, new double[0], pen -> pen.frame(LEFT, 8, right - LEFT, 188));
    }

    private void function(StepStage stage, double x, double y, String name) {
        draw(stage, new double[0], pen -> pen.function(x, y, name));
    }

    private void operator(StepStage stage, double x, double y, boolean isProduct) {
        draw(stage, new double[0], pen -> pen.operator(x, y, RADIUS, isProduct));
    }

    private void label(double x, double y, String words) {
        draw(StepStage.INPUT, new double[0], pen -> pen.label(words, x, y));
    }

    private void gate(double x, double y, GateAccount gate) {
        String letter = AccountNames.letter(gate.gate(), cell);
        String words = Message.text(
                "account.spot", Message.text("account.gate." + gate.gate().name()), letter, EXACT.text(gate.value()));
        boolean isCandidate = gate.gate() == Quantity.CANDIDATE;
        ColourScale scale = isCandidate ? ColourScale.SIGNED : ColourScale.SHARE;
        Rectangle2D area = new Rectangle2D.Double(x - BOX_WIDTH / 2, y - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT);
        boolean leavesRight = gate.gate() == Quantity.OUTPUT_GATE || gate.gate() == Quantity.RESET_GATE;
        double open = way.map(moved -> moved.before.value(gate.gate()) * (1 - moved.share) + gate.value() * moved.share)
                .orElse(gate.value());
        // A unit without gates has its h there
        StepStage stage = cell.quantities().contains(gate.gate()) ? StepStage.of(gate.gate(), cell) : StepStage.HIDDEN;
        parts.add(new Part(stage, area, words, new double[0], pen -> {
            pen.box(area, letter, gate.value(), scale);
            if (!isCandidate) {
                pen.leaves(area, open, leavesRight);
            }
        }));
    }

    private void value(StepStage stage, double x, double y, Expression expression) {
        value(stage, x, y, unit.value(expression), expression.text(" · ", AccountNames::letter));
    }

    /** A number on a wire: {@code meaning} is said under the pointer. */
    private void value(StepStage stage, double x, double y, double value, String meaning) {
        parts.add(new Part(
                stage,
                new Rectangle2D.Double(x - 26, y - 12, 52, 16),
                Message.text("picture.value", meaning, EXACT.text(value)),
                new double[0],
                pen -> pen.value(x, y, value)));
    }

    /** The state that is carried on, at the right end of its wire. */
    private void named(double y, Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        named(StepStage.of(state, cell), 344, y, state.letter(), isCell ? unit.c() : unit.h(), true);
    }

    /** The state that comes in along the top. */
    private void before(Quantity state) {
        boolean isCell = state == Quantity.CELL_STATE;
        String name = Message.text("account." + state.letter() + "Before");
        named(StepStage.INPUT, 27, TOP - 8, name, isCell ? unit.cBefore() : unit.hBefore(), false);
    }

    private void named(StepStage stage, double x, double y, String name, double value, boolean isResult) {
        parts.add(new Part(
                stage,
                new Rectangle2D.Double(x - 26, y - 28, 52, 32),
                Message.text("picture.value", name, EXACT.text(value)),
                new double[0],
                pen -> pen.named(x, y, name, value, isResult)));
    }
}
