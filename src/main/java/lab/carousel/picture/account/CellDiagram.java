package lab.carousel.picture.account;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.Hit;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.text.Message;

/** A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows. */
public final class CellDiagram implements Drawing, FocusedDrawing {

    /** The width and the height of a diagram that is not scaled, unless its cell has unusually many parts. */
    public static final double WIDTH = CellWiring.WIDTH;

    public static final double HEIGHT = 204;

    private static final double LARGEST_SCALE = 3;
    private static final Digits EXACT = new Digits(6);

    private final ForwardAccount account;
    private final AccountNames names;
    private final UnitAccount unit;
    private final Cell cell;
    private final CellWiring wiring;
    private final Optional<StepStage> told;
    private final Optional<Way> way;
    /** In the order of drawing. */
    private final List<Part> parts = new ArrayList<>();

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
        this.wiring = new CellWiring(cell);
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

    private double scale(double width, double height) {
        return Math.min(LARGEST_SCALE, Math.min(width / wiring.width(), height / wiring.height()));
    }

    @Override
    public void draw(Graphics2D graphics, double width, double height, Palette palette) {
        double scale = scale(width, height);
        AffineTransform before = graphics.getTransform();
        graphics.translate((width - scale * wiring.width()) / 2, (height - scale * wiring.height()) / 2);
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
                .orElse(new Rectangle2D.Double(0, 0, wiring.width(), wiring.height()))
                .createIntersection(new Rectangle2D.Double(0, 0, wiring.width(), wiring.height()));
        return new Rectangle2D.Double(
                (width - scale * wiring.width()) / 2 + scale * all.getX(),
                (height - scale * wiring.height()) / 2 + scale * all.getY(),
                scale * all.getWidth(),
                scale * all.getHeight());
    }

    @Override
    public Optional<Hit> at(double x, double y, double width, double height) {
        double scale = scale(width, height);
        double inX = (x - (width - scale * wiring.width()) / 2) / scale;
        double inY = (y - (height - scale * wiring.height()) / 2) / scale;
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
        operator(StepStage.NET, sum, middle, false);
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

    private void draw(StepStage stage, double[] wire, Drawn part) {
        parts.add(new Part(stage, new Rectangle2D.Double(), "", wire, part));
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
            double size = 2 * CellWiring.RADIUS;
            Rectangle2D area = new Rectangle2D.Double(x - size / 2, y - size / 2, size, size);
            boolean isProduct = of.op() == Op.PRODUCT;
            parts.add(new Part(stage, area, words, new double[0], pen -> pen.operator(x, y, size / 2, isProduct)));
        } else {
            double width = CellWiring.FUNCTION_WIDTH;
            Rectangle2D area = new Rectangle2D.Double(x - width / 2, y - width / 4, width, width / 2);
            String name = of.op() == Op.REST
                    ? of.text("", AccountNames::letter).replaceAll("[()]", "")
                    : of.op().name().toLowerCase(Locale.ROOT);
            parts.add(new Part(stage, area, words, new double[0], pen -> pen.function(x, y, name)));
        }
    }

    private static String told(Expression expression, double value) {
        return Message.text("picture.value", expression.text(" · ", AccountNames::letter), EXACT.text(value));
    }

    private void operator(StepStage stage, double x, double y, boolean isProduct) {
        draw(stage, new double[0], pen -> pen.operator(x, y, CellWiring.RADIUS, isProduct));
    }

    private void label(double x, double y, String words) {
        draw(StepStage.INPUT, new double[0], pen -> pen.label(words, x, y));
    }

    private void gate(double x, double y, GateAccount gate, boolean leavesRight) {
        String letter = AccountNames.letter(gate.gate(), cell);
        String words =
                Message.text("account.spot", Contribution.gate(cell, gate.gate()), letter, EXACT.text(gate.value()));
        boolean isCandidate = gate.gate() == Quantity.CANDIDATE;
        ColourScale scale = isCandidate ? ColourScale.SIGNED : ColourScale.SHARE;
        Rectangle2D area = new Rectangle2D.Double(
                x - CellWiring.BOX_WIDTH / 2,
                y - CellWiring.BOX_HEIGHT / 2,
                CellWiring.BOX_WIDTH,
                CellWiring.BOX_HEIGHT);
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
        number(stage, x, y, unit.value(expression), told(expression, unit.value(expression)));
    }

    /** A number on a wire: {@code meaning} is said under the pointer. */
    private void value(StepStage stage, double x, double y, double value, String meaning) {
        number(stage, x, y, value, Message.text("picture.value", meaning, EXACT.text(value)));
    }

    private void number(StepStage stage, double x, double y, double value, String words) {
        Rectangle2D area = new Rectangle2D.Double(x - 26, y - 12, 52, 16);
        parts.add(new Part(stage, area, words, new double[0], pen -> pen.value(x, y, value)));
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
        parts.add(new Part(
                stage,
                new Rectangle2D.Double(x - 26, y - 28, 52, 32),
                Message.text("picture.value", name, EXACT.text(value)),
                new double[0],
                pen -> pen.named(x, y, name, value, isResult)));
    }
}
