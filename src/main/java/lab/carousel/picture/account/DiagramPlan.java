package lab.carousel.picture.account;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Gate;
import lab.carousel.text.Message;

/** Collects the parts of a diagram. */
final class DiagramPlan {

    /** What is carried from step to step. */
    static final double TOP = 42;
    /** What is written into it. */
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

    /** What is carried from step to step. */
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
                "account.spot", Message.text("account.gate." + gate.gate().name()), letter, EXACT.text(gate.value()));
        ColourScale scale = gate.gate() == Gate.CANDIDATE ? ColourScale.SIGNED : ColourScale.SHARE;
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

    /** A number with its name above it. */
    void named(double x, double y, String name, double value, boolean strong) {
        parts.add(new DiagramPart.Value(x, y, name, value, strong, words(name, value)));
    }

    private static String words(String meaning, double value) {
        return Message.text("picture.value", meaning, EXACT.text(value));
    }

    void label(double x, double y, String words) {
        parts.add(new DiagramPart.Label(x, y, words));
    }

    /** The outline of the cell. */
    void frame(double right) {
        parts.add(new DiagramPart.Frame(LEFT, 8, right - LEFT, 188));
    }
}
