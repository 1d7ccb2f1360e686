package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.text.Table;

/** A unit at a step as the diagram of its cell, with the numbers on wires and gates. Drawn as large as the room allows. */
public final class CellDiagram implements Drawing {

    /** The width and the height of a diagram that is not scaled, unless its cell has unusually many parts. */
    public static final double WIDTH = CellWiring.WIDTH;

    public static final double HEIGHT = 204;

    private static final double LARGEST_SCALE = 3;

    private final ForwardAccount account;
    private final AccountNames names;
    private final UnitAccount unit;
    private final Cell cell;
    private final Optional<StepStage> told;
    private final Optional<Way> way;
    private final CellParts parts;

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
        this.parts = new CellParts(account, names, gate -> way.map(
                        moved -> moved.before.value(gate.gate()) * (1 - moved.share) + gate.value() * moved.share)
                .orElse(gate.value()));
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
        return Math.min(LARGEST_SCALE, Math.min(width / parts.width(), height / parts.height()));
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        double scale = scale(width, height);
        marks.begin((width - scale * parts.width()) / 2, (height - scale * parts.height()) / 2, scale);
        DiagramPen pen = new DiagramPen(marks, null, false);
        parts.all().forEach(part -> part.drawn().accept(isLit(part) ? pen.lit() : isLater(part) ? pen.faint() : pen));
        way.ifPresent(moved -> parts.all().stream()
                .filter(part -> part.wire().length > 0 && (told.isEmpty() || isLit(part)))
                .forEach(part -> pen.dot(moved.share, part.wire())));
        // The room of a number reaches over signs, which come before it
        List<CellPart> backwards = new ArrayList<>(parts.all());
        Collections.reverse(backwards);
        backwards.stream()
                .filter(part -> !isLater(part))
                .forEach(part -> marks.spots(part.area().box(), place -> Optional.of(new Hit(-1, -1, part.words()))));
        marks.end();
    }

    private boolean isLit(CellPart part) {
        // What goes to the outputs leaves the cell as h
        return told.filter(stage -> part.stage() == (stage == StepStage.OUTPUT ? StepStage.HIDDEN : stage))
                .isPresent();
    }

    private boolean isLater(CellPart part) {
        return told.filter(stage -> part.stage().compareTo(stage) > 0).isPresent();
    }

    @Override
    public Table<?> table() {
        return AccountTable.of(account, names);
    }
}
