package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.RightMark;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.label.Lettering;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.task.Target;
import lab.carousel.text.Message;
import lab.carousel.text.Table;

/**
 * All of a network at a step, as far as a stage of it: the one-hot input, for each layer a column of its units for each
 * quantity in the order in which they come about, and the outputs. A spot's row is a unit; -1 at a symbol.
 */
public final class NetworkDrawing implements Drawing {

    /** What a net input is shown up to: there the sigmoid is 0.993. */
    private static final double MOST_NET = 5;

    private static final List<Quantity> STATES = List.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE);
    private static final Digits EXACT = new Digits(6);
    private static final Digits SHORT = new Digits(2);
    private static final double HEAD = 20;
    private static final double FOOT = 18;
    private static final double NAMES = 34;
    private static final double RESULTS = 76;
    private static final double MOST_WIDTH = 30;
    private static final double MOST_HEIGHT = 26;
    private static final double LEAST_NAMED = 11;
    /** Between two columns, and between what is computed one after the other, in widths of a column. */
    private static final double GAP = 0.12;

    private static final double WIDE_GAP = 0.7;

    private final ForwardAccount account;
    private final AccountNames names;
    private final StepStage told;
    private final ParameterLayout layout;
    private final List<Column> columns = new ArrayList<>();
    private double widths;

    /**
     * A column of cells.
     *
     * @param left  in widths of a column from the left
     * @param first the first unit; -1 where the cells are symbols
     * @param words what is said of a cell
     */
    private record Column(
            String letter,
            StepStage stage,
            double left,
            int first,
            double[] values,
            ColourScale scale,
            IntFunction<String> words) {}

    /** A network at a stage; {@code layout} is that of the account's network. */
    public NetworkDrawing(ForwardAccount account, AccountNames names, StepStage told) {
        this.account = account;
        this.names = names;
        this.told = told;
        this.layout = names.layout();
        double[] in = account.fed();
        add("x", StepStage.INPUT, -1, in, scale(in), k -> symbol("slow.inSymbol", names.input(k), in[k]));
        for (int layer = 0; layer < layout.layers(); layer++) {
            addLayer(layer * layout.units());
        }
        widths += WIDE_GAP - GAP;
        double[] y = account.output().y();
        add("y", StepStage.OUTPUT, -1, y, scale(y), k -> symbol("slow.outSymbol", names.symbol(k), y[k]));
        widths -= GAP;
    }

    private static String symbol(String key, String name, double value) {
        return Message.text(key, name, EXACT.text(value));
    }

    private ColourScale scale(double[] shown) {
        return account.isFedNumbers() ? upTo(shown) : ColourScale.SHARE;
    }

    /** Of either sign, at least to 1. */
    private static ColourScale upTo(double[] shown) {
        return ColourScale.signed(ColourScale.round(
                Math.max(1, Arrays.stream(shown).map(Math::abs).max().orElse(1))));
    }

    private void addLayer(int first) {
        Cell cell = layout.cell();
        widths += WIDE_GAP - GAP;
        if (cell.isRecurrent()) {
            for (Quantity state : STATES) {
                if (cell.quantities().contains(state)) {
                    String name = Message.text("account." + state.letter() + "Before");
                    double[] values = account.units().before(state);
                    add(state.letter(), name, state, StepStage.INPUT, first, values);
                }
            }
            widths += WIDE_GAP - GAP;
        }
        for (Quantity gate : StepStage.gates(cell)) {
            addGate(cell, gate, first);
        }
        for (Quantity state : STATES) {
            if (cell.quantities().contains(state)) {
                widths += WIDE_GAP - GAP;
                add(state, StepStage.of(state, cell), first, account.units().after(state));
            }
        }
    }

    /** Its net input until it is squashed, from then on its value. */
    private void addGate(Cell cell, Quantity gate, int first) {
        boolean isItself = !cell.quantities().contains(gate);
        double[] values = account.units().after(isItself ? Quantity.HIDDEN_STATE : gate);
        StepStage squashed = isItself ? StepStage.OUTPUT : StepStage.of(gate, cell);
        if (isItself || told.compareTo(squashed) < 0) {
            // The functions back from what came of them: exact but for what is beyond the scale anyway
            DoubleUnaryOperator back = gate.kind() == QuantityKind.GATE
                    ? value -> Math.log(value) - Math.log1p(-value)
                    : value -> 0.5 * (Math.log1p(value) - Math.log1p(-value));
            double[] net = Arrays.stream(values).map(back).toArray();
            String letter = AccountNames.letter(gate, cell);
            String name = Message.text("slow.net", letter);
            add(
                    isItself ? "net" : letter,
                    StepStage.ofNet(gate, cell),
                    first,
                    net,
                    ColourScale.signed(MOST_NET),
                    unit -> said(unit, name, net));
        } else {
            add(gate, squashed, first, values);
        }
    }

    private void add(Quantity quantity, StepStage stage, int first, double[] values) {
        add(quantity.letter(), quantity.letter(), quantity, stage, first, values);
    }

    private void add(String letter, String name, Quantity quantity, StepStage stage, int first, double[] values) {
        ColourScale scale = quantity.kind() == QuantityKind.GATE
                ? ColourScale.SHARE
                : quantity == Quantity.CELL_STATE ? upTo(values) : ColourScale.SIGNED;
        add(letter, stage, first, values, scale, unit -> said(unit, name, values));
    }

    private String said(int unit, String name, double[] values) {
        return Message.text("slow.unit", names.unit(unit), name, EXACT.text(values[unit]));
    }

    private void add(
            String letter, StepStage stage, int first, double[] values, ColourScale scale, IntFunction<String> words) {
        columns.add(new Column(letter, stage, widths, first, values, scale, words));
        widths += 1 + GAP;
    }

    /** Where the cells stand in a room. */
    private record Room(double left, double width, double middle, double cell) {}

    private Room room(double width, double height) {
        int most = Math.max(layout.units(), Math.max(layout.symbols(), layout.outputs()));
        double column = Math.min(MOST_WIDTH, (width - NAMES - RESULTS) / widths);
        double cell = Math.min(MOST_HEIGHT, (height - HEAD - FOOT) / most);
        double left = NAMES + (width - NAMES - RESULTS - column * widths) / 2;
        return new Room(left, column, HEAD + (height - HEAD - FOOT) / 2, cell);
    }

    private int cells(Column column) {
        return column.first < 0 ? column.values.length : layout.units();
    }

    private Box area(Column column, Room room) {
        double high = cells(column) * room.cell;
        return new Box(room.left + column.left * room.width, room.middle - high / 2, room.width, high);
    }

    private boolean isLater(Column column) {
        return column.stage.compareTo(told) > 0;
    }

    @Override
    public void draw(Marks marks, double width, double height) {
        Room room = room(width, height);
        Lettering lettering = new Lettering(marks);
        marks.stroke(1);
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            Box area = area(column, room);
            boolean isLit = column.stage == told;
            if (place > 0) {
                join(marks, area(columns.get(place - 1), room), area, isLater(column) ? Ink.GRID : Ink.MUTED);
            }
            for (int cell = 0; cell < cells(column) && !isLater(column); cell++) {
                marks.ink(Ink.ofValue(column.values[Math.max(0, column.first) + cell], column.scale));
                marks.fill(cell(area, room, cell));
            }
            marks.ink(isLit ? Ink.ACCENT : isLater(column) ? Ink.GRID : Ink.MUTED);
            marks.stroke(isLit ? 2 : 1);
            marks.draw(area);
            marks.font(isLit ? PictureFont.bold(12) : PictureFont.regular(12));
            marks.ink(isLit ? Ink.ACCENT : isLater(column) ? Ink.GRID : Ink.MUTED);
            lettering.squeeze(column.letter, area.middleX(), area.y() - 6, room.width * (1 + GAP));
            if (column.first >= 0 || !isLater(column)) {
                marks.spotRows(area, cells(column), hits(place));
            }
        }
        drawFeet(room, lettering, marks);
        drawSymbols(marks, room, lettering);
        drawUnit(marks, room);
    }

    private IntFunction<Hit> hits(int place) {
        Column column = columns.get(place);
        return cell -> {
            int index = Math.max(0, column.first) + cell;
            String words = isLater(column)
                    ? Message.text("slow.unit", names.unit(index), column.letter, "…")
                    : column.words.apply(index);
            return new Hit(column.first < 0 ? -1 : index, place, words);
        };
    }

    private static Box cell(Box area, Room room, int cell) {
        return new Box(area.x(), area.y() + cell * room.cell, area.width(), room.cell);
    }

    /** A line where something is computed from what stands to the left. */
    private static void join(Marks marks, Box from, Box to, Ink colour) {
        if (to.x() - from.right() > GAP * 2 * to.width()) {
            marks.ink(colour);
            marks.stroke(1.5);
            marks.line(from.right() + 3, from.middleY(), to.x() - 3, from.middleY());
        }
    }

    /** What the columns are: input, the states before the step, the layers where there are several, output. */
    private void drawFeet(Room room, Lettering lettering, Marks marks) {
        marks.ink(Ink.MUTED);
        marks.font(PictureFont.regular(12));
        double foot = room.middle + layout.units() * room.cell / 2;
        drawFoot(
                room,
                lettering,
                Message.text("slow.in"),
                0,
                0,
                area(columns.get(0), room).bottom());
        int last = columns.size() - 1;
        drawFoot(
                room,
                lettering,
                Message.text("slow.out"),
                last,
                last,
                area(columns.get(last), room).bottom());
        for (int layer = 0; layer < layout.layers(); layer++) {
            int first = layer * layout.units();
            int from = IntStream.range(0, last)
                    .filter(place -> columns.get(place).first == first)
                    .findFirst()
                    .orElseThrow();
            int carried = layout.cell().isRecurrent() ? (layout.cell().hasCellState() ? 2 : 1) : 0;
            if (carried > 0) {
                drawFoot(room, lettering, Message.text("slow.before"), from, from + carried - 1, foot);
            }
            if (layout.layers() > 1) {
                int to = (int) columns.stream()
                                .filter(column -> column.first == first)
                                .count()
                        + from
                        - 1;
                drawFoot(room, lettering, Message.text("slow.layer", layer + 1), from + carried, to, foot);
            }
        }
    }

    private void drawFoot(Room room, Lettering lettering, String words, int from, int to, double foot) {
        double left = area(columns.get(from), room).x();
        double right = area(columns.get(to), room).right();
        lettering.squeeze(words, (left + right) / 2, foot + 14, right - left + 2 * WIDE_GAP * room.width);
    }

    private void drawSymbols(Marks marks, Room room, Lettering lettering) {
        Column in = columns.get(0);
        Column out = columns.get(columns.size() - 1);
        Box ins = area(in, room);
        Box outs = area(out, room);
        boolean allNamed = room.cell >= LEAST_NAMED;
        for (int k = 0; k < in.values.length; k++) {
            if (allNamed || in.values[k] == 1) {
                marks.font(in.values[k] == 1 ? PictureFont.bold(12) : PictureFont.regular(12));
                marks.ink(in.values[k] == 1 ? Ink.TEXT : Ink.MUTED);
                lettering.upTo(names.input(k), ins.x() - 5, ins.y() + (k + 0.5) * room.cell + 4, NAMES - 6);
            }
        }
        if (isLater(out)) {
            return;
        }
        Target predicted = account.output().predicted();
        for (int k = 0; k < out.values.length; k++) {
            boolean isIt = predicted.includes(k);
            double middle = outs.y() + (k + 0.5) * room.cell;
            if (allNamed || isIt) {
                marks.font(isIt ? PictureFont.bold(12) : PictureFont.regular(12));
                marks.ink(isIt ? Ink.TEXT : Ink.MUTED);
                String words = names.symbol(k) + "  " + SHORT.text(out.values[k]);
                lettering.from(words, outs.right() + 5, middle + 4, RESULTS - 22);
            }
            if (isIt && account.scored()) {
                RightMark.draw(
                        marks,
                        outs.right() + RESULTS - 10,
                        middle,
                        account.output().target().includes(k));
            }
        }
    }

    /** The unit that is looked at, through all columns of its layer. */
    private void drawUnit(Marks marks, Room room) {
        marks.ink(Ink.TEXT);
        marks.stroke(1.5);
        marks.draw(unit(room));
    }

    private Box unit(Room room) {
        int unit = account.unit().unit();
        return columns.stream()
                .filter(column -> column.first == unit / layout.units() * layout.units())
                .map(column -> cell(area(column, room), room, unit % layout.units()))
                .reduce(Box::union)
                .orElseThrow();
    }

    @Override
    public Table<?> table() {
        return AccountTable.of(account, names);
    }
}
