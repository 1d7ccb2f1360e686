package lab.carousel.picture.probe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.ColumnMark;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.MatrixDrawing;
import lab.carousel.drawing.MatrixSide;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.CellGrid;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.layout.Quantity;
import lab.carousel.study.Contrast;
import lab.carousel.study.ContrastSide;
import lab.carousel.study.ContrastStep;
import lab.carousel.study.StateDifference;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.text.Table;

/**
 * A beside B at each step: the outputs of both, one block above the other, with the predicted symbols below, changed ones
 * framed; or, where a quantity of the state is compared, the predicted symbols, how far the two are apart, and the difference
 * of each unit. The table has all of it.
 */
public final class ContrastDrawing implements Drawing {

    private final Contrast contrast;
    private final Alphabet alphabet;
    private final Look look;
    private final List<ContrastStep> steps;
    private final List<String> symbols;
    private final Optional<MatrixDrawing> matrix;
    private final ColourScale scale;

    /**
     * What is drawn of a contrast.
     *
     * @param sides    2, or 1 for the answers of A alone
     * @param from     the first step that can have changed, pointed out in B; -1 for none
     * @param selected the step that is outlined; -1 for none
     * @param compared of the state; empty for the outputs
     */
    record Look(int sides, List<SymbolRow> others, int from, int selected, Optional<ComparedStates> compared) {}

    private ContrastDrawing(Contrast contrast, Alphabet alphabet, Look look) {
        this.contrast = contrast;
        this.alphabet = alphabet;
        this.look = look;
        this.steps = look.compared
                .map(compared -> contrast.steps().stream()
                        .filter(step -> compared.of(step).ofUnits().length > 0)
                        .toList())
                .orElse(contrast.steps());
        int outputs = steps.isEmpty() ? 0 : steps.get(0).a().outputs().length;
        this.symbols = alphabet.symbols().subList(0, outputs);
        this.matrix = look.compared.map(this::matrix);
        this.scale = steps.stream().allMatch(step -> step.a().fed().kind().lowest() == 0)
                ? ColourScale.SHARE
                : ColourScale.signed(ColourScale.round(steps.stream()
                        .flatMap(step -> Stream.of(step.a(), step.b()))
                        .flatMapToDouble(side -> Arrays.stream(side.outputs()))
                        .map(Math::abs)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(1)));
    }

    public static ContrastDrawing ofOne(Contrast contrast, Alphabet alphabet) {
        return new ContrastDrawing(contrast, alphabet, new Look(1, List.of(), -1, -1, Optional.empty()));
    }

    public static ContrastDrawing ofAnswers(
            Contrast contrast, Alphabet alphabet, List<SymbolRow> others, int from, int selected) {
        return new ContrastDrawing(contrast, alphabet, new Look(2, others, from, selected, Optional.empty()));
    }

    public static ContrastDrawing ofStates(
            Contrast contrast, Alphabet alphabet, ComparedStates compared, int selected) {
        return new ContrastDrawing(contrast, alphabet, new Look(2, List.of(), -1, selected, Optional.of(compared)));
    }

    private MatrixDrawing matrix(ComparedStates compared) {
        double[][] values = new double[compared.units().size()][steps.size()];
        double largest = 0;
        for (int column = 0; column < steps.size(); column++) {
            double[] ofUnits = compared.of(steps.get(column)).ofUnits();
            for (int unit = 0; unit < values.length; unit++) {
                double size = Math.abs(ofUnits[unit]);
                values[unit][column] = compared.isAbsolute() ? size : ofUnits[unit];
                largest = Math.max(largest, size);
            }
        }
        double end = ColourScale.round(largest);
        List<Integer> gaps = gaps();
        List<String> names = steps.stream()
                .map(step -> gaps.isEmpty() ? both(step, ContrastSide::fed) : Integer.toString(step.number()))
                .toList();
        return MatrixDrawing.of(
                        values,
                        new MatrixSide(Message.text("state.axis.unit"), compared.units()),
                        new MatrixSide(gaps.isEmpty() ? "" : Message.text("picture.step"), names),
                        compared.isAbsolute() ? ColourScale.upTo(end) : ColourScale.signed(end),
                        NumberText::upToFourDecimals)
                .withGaps(gaps)
                .withMarks(marks())
                .withSelection(compared.unit(), look.selected);
    }

    /** Where both see the same, if they do not everywhere. */
    private List<ColumnMark> marks() {
        return steps.stream().allMatch(ContrastStep::seesTheSame)
                ? List.of()
                : contrast.agreements().stream()
                        .map(stretch ->
                                new ColumnMark(stretch.from(), stretch.to(), Message.text("picture.contrast.same")))
                        .toList();
    }

    public List<ContrastStep> steps() {
        return steps;
    }

    /** The differences of all units; empty where outputs are drawn. */
    public Optional<MatrixDrawing> differences() {
        return matrix;
    }

    Look look() {
        return look;
    }

    List<String> symbols() {
        return symbols;
    }

    /** That of the outputs: numbers are as large as they are. */
    ColourScale scale() {
        return scale;
    }

    String title(int side) {
        return side == 0 ? contrast.a() : contrast.b();
    }

    ContrastSide side(int side, int column) {
        ContrastStep step = steps.get(column);
        return side == 0 ? step.a() : step.b();
    }

    /** The columns at which a sequence begins, but for the first. */
    List<Integer> gaps() {
        return IntStream.range(1, steps.size())
                .filter(column ->
                        steps.get(column).place() != steps.get(column - 1).place())
                .boxed()
                .toList();
    }

    /** How far the states are apart at each step, with numbers where a sequence or what both see begins or ends. */
    ColumnBars bars(ComparedStates compared) {
        double[] sizes = steps.stream().mapToDouble(compared::size).toArray();
        Set<Integer> labeled = new HashSet<>(List.of(0, sizes.length - 1));
        gaps().forEach(start -> labeled.addAll(Set.of(start - 1, start)));
        marks().forEach(mark -> labeled.add(mark.to()));
        double largest = Arrays.stream(sizes).max().orElse(0);
        return new ColumnBars(sizes, ColourScale.upTo(ColourScale.round(largest)), NumberText::loss, labeled);
    }

    /** A symbol of a step, and both where those of A and B are not the same. */
    String both(ContrastStep step, Function<ContrastSide, Target> symbols) {
        String a = alphabet.symbol(symbols.apply(step.a()));
        String b = alphabet.symbol(symbols.apply(step.b()));
        boolean areSets = step.a().target().isSet();
        return a.equals(b) ? a : Message.text(areSets ? "picture.contrast.sets" : "picture.contrast.both", a, b);
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        if (steps.isEmpty()) {
            return;
        }
        ContrastLayout layout = new ContrastLayout(this, width, height);
        new ContrastPainter(this, marks, layout).draw();
        CellGrid columns = new CellGrid(layout.columns, 1, layout.left, 0, layout.bottom());
        marks.spots(columns, (none, column) -> new Hit(-1, column, words(column, -1)));
        for (int block = 0; block < look.sides && !layout.compact; block++) {
            marks.spots(layout.grid(block), (symbol, column) -> new Hit(symbol, column, words(column, symbol)));
        }
        Box room = layout.room;
        matrix.ifPresent(drawn -> marks.spots(
                drawn.cells(room.width(), room.height()).moved(room.x(), room.y()),
                (unit, column) -> new Hit(unit, column, unitWords(drawn, unit, column))));
    }

    private String unitWords(MatrixDrawing drawn, int unit, int column) {
        ContrastStep step = steps.get(column);
        return Message.text(
                "picture.contrast.unit",
                step.sequence() + 1,
                step.number(),
                drawn.rows().names().get(unit),
                NumberText.loss(drawn.values()[unit][column]));
    }

    private String words(int column, int symbol) {
        ContrastStep step = steps.get(column);
        String first = Message.text(
                "picture.answers.step",
                step.sequence() + 1,
                step.number(),
                both(step, ContrastSide::fed),
                step.a().target().equals(Target.NONE) ? "–" : both(step, ContrastSide::target));
        Stream<String> sides = IntStream.range(0, look.sides).mapToObj(side -> words(side, column, symbol));
        Stream<String> apart = look.compared.stream()
                .map(compared -> Message.text(
                        "picture.contrast.apart",
                        NumberText.loss(step.outputChange()),
                        compared.size(),
                        NumberText.loss(compared.size(step))));
        return Stream.of(Stream.of(first), sides, apart).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private String words(int side, int column, int symbol) {
        ContrastSide found = side(side, column);
        if (symbol < 0 && found.predicted().size() == 0) {
            return Message.text("picture.answers.numbers", title(side), alphabet.told(found.predicted()));
        }
        Target shown = symbol < 0 ? found.predicted() : Target.of(symbol);
        return Message.text(
                "picture.answers.block",
                title(side),
                found.predicted().words(symbols::get),
                shown.words(symbols::get),
                NumberText.share(shown.lowest(found.outputs())));
    }

    /** A row for each step: the symbols, the prediction and all outputs of A and B, and how their states differ. */
    @Override
    public Table<?> table() {
        List<ContrastStep> all = contrast.steps();
        Table<Integer> table = Table.ofPlaces(all.size())
                .column("sequence", step -> all.get(step).sequence() + 1)
                .column("step", step -> all.get(step).number())
                .column("input", step -> both(all.get(step), ContrastSide::fed))
                .column("expected", step -> both(all.get(step), ContrastSide::target))
                .columns(look.others, SymbolRow::title, (step, row) -> row.symbols()
                        .get(step));
        for (int side = 0; side < look.sides; side++) {
            Function<Integer, ContrastSide> found = side == 0
                    ? step -> all.get(step).a()
                    : step -> all.get(step).b();
            String title = title(side);
            table.column(
                            title + ": predicted",
                            step -> found.apply(step).predicted().words(symbols::get))
                    .numbers(
                            symbols.stream()
                                    .map(symbol -> title + ": output " + symbol)
                                    .toList(),
                            step -> found.apply(step).outputs());
        }
        look.compared.ifPresent(compared -> addStates(table, all, compared.units()));
        return table;
    }

    private static void addStates(Table<Integer> table, List<ContrastStep> all, List<String> units) {
        table.column("scored", step -> all.get(step).a().isScored());
        Map<Quantity, StateDifference> first = all.get(0).differences();
        for (Quantity quantity : first.keySet()) {
            Function<Integer, StateDifference> found = step -> all.get(step).difference(quantity);
            String letter = quantity.letter();
            table.column("distance of " + letter, step -> found.apply(step).distance())
                    .column("sum of " + letter, step -> found.apply(step).sum())
                    .numbers(units.stream().map(unit -> letter + " " + unit).toList(), step -> found.apply(step)
                            .ofUnits());
        }
    }
}
