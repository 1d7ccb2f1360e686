package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.model.Output;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.NetInput;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Expression.Equation;
import lab.carousel.model.layout.Expression.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** The account of a unit at a step as rows: its gates, its states, the output and the loss. */
public final class AccountRows {

    private AccountRows() {}

    /** All rows that are not folded away. */
    public static List<AccountRow> of(ForwardAccount account, AccountNames names, AccountView view) {
        List<AccountRow> rows = new ArrayList<>(gates(account.unit(), names, view));
        rows.addAll(StateEquations.of(account.unit(), view.digits()));
        OutputRows output = new OutputRows(account.output(), names, view);
        output.add();
        rows.addAll(output.rows());
        RowLine rounding = new RowLine(view.digits()).name(Message.text("account.rounding"), "", Style.MUTED);
        rows.add(new AccountRow("rounding", 0, Fold.NONE, rounding.pieces(), OptionalInt.empty()));
        return rows;
    }

    private static List<AccountRow> gates(UnitAccount unit, AccountNames names, AccountView view) {
        GateRows rows = new GateRows(unit.cell(), names, view);
        rows.addCaption("gates.caption", false);
        for (GateAccount gate : unit.gates()) {
            if (unit.cell().factor(gate.gate()).isPresent()) {
                rows.addCaption("candidate.caption", true);
            }
            rows.add(gate);
        }
        return rows.rows();
    }

    /** An equation of a new state as three rows: what the numbers are, the numbers put in, and the result. */
    static final class StateEquations {

        private final UnitAccount unit;
        private final Digits digits;
        private final RowLine names;
        private final RowLine numbers;
        /** Signs over which no name stands, since the last name. */
        private String gap = Sign.EQUAL;

        private StateEquations(UnitAccount unit, Digits digits, String letter) {
            this.unit = unit;
            this.digits = digits;
            this.names = new RowLine(digits).space(GateRows.LETTER);
            this.numbers = new RowLine(digits)
                    .name(letter, GateRows.LETTER, Style.STRONG)
                    .word(Sign.EQUAL);
        }

        static List<AccountRow> of(UnitAccount unit, Digits digits) {
            List<AccountRow> rows = new ArrayList<>();
            for (Equation equation : unit.cell().equations()) {
                String letter = equation.quantity().letter();
                if (equation.quantity().kind() == Quantity.Kind.STATE
                        && equation.is().op() != Op.TANH) {
                    StateEquations state = new StateEquations(unit, digits, letter);
                    state.add(equation.is(), false);
                    rows.add(row(letter + ".caption", state.names));
                    rows.add(row(letter, state.numbers));
                    rows.add(row(letter + ".value", state.result(equation.is())));
                }
            }
            return rows;
        }

        private static AccountRow row(String key, RowLine line) {
            return new AccountRow(key, 0, Fold.NONE, line.pieces(), OptionalInt.empty());
        }

        private void add(Expression part, boolean isFactor) {
            switch (part.op()) {
                case SUM, PRODUCT -> {
                    add(part.of().get(0), false);
                    add(part.op() == Op.SUM ? Sign.PLUS : Sign.TIMES);
                    add(part.of().get(1), part.op() == Op.PRODUCT);
                }
                case REST, TANH -> {
                    add(part.op() == Op.REST ? "(1 − " : "tanh(");
                    add(part.of().get(0), false);
                    add(")");
                }
                default -> addNumber(part, isFactor);
            }
        }

        private void add(String sign) {
            numbers.word(sign);
            gap += sign;
        }

        private void addNumber(Expression number, boolean isFactor) {
            double value = unit.value(number);
            String letter = number.quantity().letter();
            String name = number.isBefore() ? Message.text("account." + letter + "Before") : letter;
            names.space(gap);
            gap = "";
            if (number.quantity().kind() == Quantity.Kind.GATE) {
                numbers.positive(value);
                names.caption(name, digits.widest());
            } else if (isFactor) {
                numbers.factor(value);
                names.caption(name, "(−" + digits.widest());
                gap = ")";
            } else {
                numbers.signed(value);
                names.caption(name, "−" + digits.widest());
            }
        }

        private RowLine result(Expression whole) {
            RowLine line = new RowLine(digits).space(GateRows.LETTER);
            double value = unit.value(whole);
            double[] parts = whole.summands().stream().mapToDouble(unit::value).toArray();
            if (parts.length > 1) {
                line.equal(whole.summands().stream().allMatch(this::isExact)).signed(parts[0]);
                for (int part = 1; part < parts.length; part++) {
                    line.plus(parts[part]);
                }
                return line.equal(digits.add(value, parts)).result(value);
            }
            Expression function = whole.of().get(1);
            return line.equal(digits.apply(
                            unit.value(function), unit.value(function.of().get(0)), Activation::tanh))
                    .product(unit.value(whole.of().get(0)), unit.value(function))
                    .equal(isExact(whole))
                    .result(value);
        }

        /** Whether a product as shown is that of its factors as shown. */
        private boolean isExact(Expression part) {
            return part.op() != Op.PRODUCT
                    || digits.multiply(
                            unit.value(part),
                            unit.value(part.of().get(0)),
                            unit.value(part.of().get(1)));
        }
    }

    /** What the network makes of the step: the output of the expected symbol, the loss, and under it all outputs. */
    static final class OutputRows {

        private static final String LOSS = "loss";

        private final OutputAccount output;
        private final AccountNames names;
        private final AccountView view;
        private final Digits digits;
        private final double[] z;
        private final double[] y;
        private final List<AccountRow> rows = new ArrayList<>();

        OutputRows(OutputAccount output, AccountNames names, AccountView view) {
            this.output = output;
            this.names = names;
            this.view = view;
            this.digits = view.digits();
            this.z = output.z();
            this.y = output.y();
        }

        List<AccountRow> rows() {
            return rows;
        }

        void add() {
            int shown = output.hasTarget() ? output.target() : output.predicted();
            String title = Message.text(
                    output.hasTarget() ? "account.output.expected" : "account.output.predicted", names.symbol(shown));
            row("output.title", 0, Fold.NONE, new RowLine(digits).name(title, "", Style.STRONG));
            addOutput(shown);
            addLoss();
        }

        private void addOutput(int k) {
            NetInput net = output.inputs().get(k);
            double fromUnits = net.sum(term -> term.from().isUnit());
            double bias = net.sum(term -> !term.from().isUnit());
            row(
                    "output.names",
                    0,
                    Fold.NONE,
                    new RowLine(digits)
                            .space(GateRows.LETTER)
                            .space(Sign.EQUAL)
                            .space(GateRows.FUNCTION)
                            .caption(Message.text("account.before"), "−" + digits.widest())
                            .space(Sign.PLUS)
                            .caption(Message.text("account.bias"), digits.widest()));
            String function = output.output() == Output.SIGMOID ? GateRows.FUNCTION : "exp(";
            row(
                    "output",
                    0,
                    view.fold("output"),
                    new RowLine(digits)
                            .name("y", GateRows.LETTER, Style.STRONG)
                            .word(Sign.EQUAL)
                            .right(function, GateRows.FUNCTION)
                            .signed(fromUnits)
                            .plus(bias)
                            .word(output.output() == Output.SIGMOID ? ")" : ") / Σ exp"));
            RowLine second = new RowLine(digits)
                    .space(GateRows.LETTER)
                    .equal(digits.add(z[k], fromUnits, bias))
                    .right(function, GateRows.FUNCTION)
                    .signed(z[k])
                    .word(")");
            row("output.value", 0, Fold.NONE, activated(second, k));
            if (view.fold("output") == Fold.OPEN) {
                addTerms("output", 0, net);
            }
        }

        private RowLine activated(RowLine line, int k) {
            if (output.output() == Output.SIGMOID) {
                return line.equal(digits.apply(y[k], z[k], Activation::sigmoid)).share(y[k]);
            }
            double sum = sumOfExponentials();
            boolean exactly = digits.apply(y[k], z[k], shown -> Math.exp(shown) / Double.parseDouble(digits.size(sum)));
            return line.word(" / ").positive(sum).equal(exactly).share(y[k]);
        }

        private double sumOfExponentials() {
            return IntStream.range(0, z.length).mapToDouble(k -> Math.exp(z[k])).sum();
        }

        private void addTerms(String key, int level, NetInput net) {
            TermRows under = new TermRows(names, view, key, level, net.terms());
            under.addCaption();
            under.add(Term.From.BIAS);
            under.add(Term.From.BELOW);
            under.addSum("net", Message.text("account.net"), net.sum(), TermRows.products(net.terms(), term -> true));
            rows.addAll(under.rows());
        }

        private void addLoss() {
            if (!output.hasTarget()) {
                row(LOSS, 0, Fold.NONE, new RowLine(digits).name(Message.text("account.loss.none"), "", Style.MUTED));
                return;
            }
            double loss = output.loss();
            RowLine line =
                    new RowLine(digits).word(Message.text("account.loss")).word(Sign.EQUAL);
            if (output.output() == Output.SIGMOID) {
                double sum =
                        IntStream.range(0, y.length).mapToDouble(this::lossOf).sum();
                boolean exactly = digits.divide(loss, sum, y.length);
                line.positive(sum).word(" / " + y.length).equal(exactly).share(loss);
            } else {
                double right = y[output.target()];
                line.word("−ln ")
                        .positive(right)
                        .equal(digits.apply(loss, right, shown -> -Math.log(shown)))
                        .share(loss);
            }
            row(LOSS, 0, view.fold(LOSS), line);
            if (view.fold(LOSS) == Fold.OPEN) {
                addAllOutputs();
            }
        }

        private void addAllOutputs() {
            String widest = widestSymbol();
            boolean isSigmoid = output.output() == Output.SIGMOID;
            row(
                    LOSS + ".caption",
                    1,
                    Fold.NONE,
                    new RowLine(digits)
                            .space(widest)
                            .word("\u2003")
                            .caption(Message.text("account.net"), "−00" + digits.widest())
                            .word("\u2003")
                            .caption(isSigmoid ? "y" : "exp", digits.widest())
                            .word("\u2003")
                            .caption(isSigmoid ? Message.text("account.loss.part") : "y", "−" + digits.widest()));
            for (int k = 0; k < y.length; k++) {
                String key = LOSS + "." + k;
                row(
                        key,
                        1,
                        view.fold(key),
                        new RowLine(digits)
                                .name(names.symbol(k), widest, k == output.target() ? Style.STRONG : Style.PLAIN)
                                .word("\u2003")
                                .right(digits.text(z[k]), "−00" + digits.widest())
                                .word("\u2003")
                                .positive(isSigmoid ? y[k] : Math.exp(z[k]))
                                .word("\u2003")
                                .signed(isSigmoid ? lossOf(k) : y[k]));
                if (view.fold(key) == Fold.OPEN) {
                    addTerms(key, 1, output.inputs().get(k));
                }
            }
        }

        /** Binary cross-entropy of one output: -ln y for the target, -ln(1 - y) for the others. */
        private double lossOf(int k) {
            // The loss of a single output is what the engine computes, without the logarithm of a rounded 0
            return k == output.target()
                    ? output.output().loss(new double[] {z[k]}, 0)
                    : output.output().loss(new double[] {-z[k]}, 0);
        }

        private String widestSymbol() {
            return IntStream.range(0, y.length)
                    .mapToObj(names::symbol)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
        }

        private void row(String key, int level, Fold fold, RowLine line) {
            rows.add(new AccountRow(key, level, fold, line.pieces(), OptionalInt.empty()));
        }
    }

    /** The equations of gates and candidates: two rows for each, and under them its terms. */
    static final class GateRows {

        /** The widest name of a squashing function, and the widest letter. */
        static final String FUNCTION = "sigmoid(";

        private static final String TANH = "tanh(";

        static final String LETTER = "m";

        private final Cell cell;
        private final AccountNames names;
        private final AccountView view;
        private final List<AccountRow> rows = new ArrayList<>();

        GateRows(Cell cell, AccountNames names, AccountView view) {
            this.cell = cell;
            this.names = names;
            this.view = view;
        }

        List<AccountRow> rows() {
            return rows;
        }

        void addCaption(String key, boolean multiplied) {
            RowLine line = new RowLine(view.digits())
                    .space(LETTER)
                    .space(Sign.EQUAL)
                    .space(multiplied ? TANH : FUNCTION)
                    .caption(Message.text("account.input"), "−" + view.digits().widest());
            if (multiplied) {
                line.space(Sign.PLUS).caption("r", view.digits().widest()).space(Sign.TIMES);
                line.caption(
                                Message.text("account.before"),
                                "(−" + view.digits().widest())
                        .space(")");
            } else if (cell.isRecurrent()) {
                line.space(Sign.PLUS)
                        .caption(Message.text("account.before"), view.digits().widest());
            }
            if (!cell.looks().isEmpty()) {
                line.space(Sign.PLUS)
                        .caption(
                                Message.text("account.cellState"), view.digits().widest());
            }
            line.space(Sign.PLUS)
                    .caption(Message.text("account.bias"), view.digits().widest());
            rows.add(new AccountRow(key, 0, Fold.NONE, line.pieces(), OptionalInt.empty()));
        }

        void add(GateAccount gate) {
            Digits digits = view.digits();
            String key = gate.gate().name();
            String function = gate.isTanh() ? TANH : FUNCTION;
            String slot = isMultiplied(gate) ? TANH : FUNCTION;
            RowLine first = new RowLine(digits)
                    .name(AccountNames.letter(gate.gate(), cell), LETTER, Style.STRONG)
                    .word(Sign.EQUAL)
                    .right(function, slot)
                    .signed(gate.fromInput());
            if (isMultiplied(gate)) {
                first.word(Sign.PLUS).positive(gate.factor()).word(Sign.TIMES).factor(gate.fromBefore());
            } else if (cell.isRecurrent()) {
                first.plus(gate.fromBefore());
            }
            if (cell.looks().contains(gate.gate())) {
                first.plus(gate.fromPeephole());
            } else if (!cell.looks().isEmpty()) {
                first.space(Sign.PLUS).space(view.digits().widest());
            }
            first.plus(gate.bias()).word(")");
            rows.add(new AccountRow(key, 0, view.fold(key), first.pieces(), OptionalInt.empty()));
            RowLine second = new RowLine(digits)
                    .space(LETTER)
                    .equal(addsUp(gate))
                    .right(function, slot)
                    .signed(gate.net())
                    .word(")")
                    .equal(digits.apply(gate.value(), gate.net(), gate::squash));
            if (gate.isTanh()) {
                second.result(gate.value());
            } else {
                second.share(gate.value());
            }
            rows.add(new AccountRow(key + ".value", 0, Fold.NONE, second.pieces(), OptionalInt.empty()));
            if (view.fold(key) == Fold.OPEN) {
                addTerms(gate);
            }
        }

        private boolean isMultiplied(GateAccount gate) {
            return cell.factor(gate.gate()).isPresent();
        }

        private boolean addsUp(GateAccount gate) {
            Digits digits = view.digits();
            if (isMultiplied(gate)) {
                double product = gate.factor() * gate.fromBefore();
                return digits.multiply(product, gate.factor(), gate.fromBefore())
                        && digits.add(gate.net(), gate.fromInput(), product, gate.bias());
            }
            return digits.add(gate.net(), gate.fromInput(), gate.fromBefore(), gate.fromPeephole(), gate.bias());
        }

        private void addTerms(GateAccount gate) {
            List<Term> terms = gate.terms();
            TermRows under = new TermRows(names, view, gate.gate().name(), 0, terms);
            under.addCaption();
            under.add(Term.From.SYMBOL);
            under.add(Term.From.BELOW);
            under.add(Term.From.BIAS);
            under.add(Term.From.RECURRENT_BIAS);
            under.add(Term.From.PEEPHOLE);
            under.add(Term.From.BEFORE);
            if (isMultiplied(gate)) {
                double all = gate.fromBefore();
                double product = gate.factor() * all;
                double[] recurrent =
                        TermRows.products(terms, term -> term.from().isRecurrent());
                under.addSum("recurrent", Message.text("account.terms.recurrent"), all, recurrent);
                under.addSum("reset", Message.text("account.terms.reset"), product, product);
                double[] others = TermRows.products(terms, term -> !term.from().isRecurrent());
                double[] parts = Arrays.copyOf(others, others.length + 1);
                parts[others.length] = product;
                under.addSum("net", Message.text("account.net"), gate.net(), parts);
            } else {
                under.addSum("net", Message.text("account.net"), gate.net(), TermRows.products(terms, term -> true));
            }
            rows.addAll(under.rows());
        }
    }
}
