package lab.carousel.picture.account;

import static lab.carousel.picture.account.RowLine.EQUAL;
import static lab.carousel.picture.account.RowLine.PLUS;
import static lab.carousel.picture.account.RowLine.TIMES;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.ColourScale;
import lab.carousel.model.Output;
import lab.carousel.model.account.ForwardAccount;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.NetInput;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.account.TermSource;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Equation;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.layout.QuantityKind;
import lab.carousel.task.Target;
import lab.carousel.text.Message;

/** The account of a unit at a step as rows: its gates, its states, the output and the loss. */
public final class AccountRows {

    /** The widest name of a squashing function, and the widest letter. */
    private static final String SIGMOID = "sigmoid(";

    private static final String TANH = "tanh(";
    private static final String LETTER = "m";
    private static final String COLUMN = "\u2003";

    private final UnitAccount unit;
    private final Cell cell;
    private final OutputAccount output;
    private final boolean isSoftmax;
    private final boolean isLinear;
    private final AccountNames names;
    private final AccountView view;
    private final Digits digits;
    private final List<AccountRow> rows = new ArrayList<>();

    private AccountRows(ForwardAccount account, AccountNames names, AccountView view) {
        this.unit = account.unit();
        this.cell = unit.cell();
        this.output = account.output();
        this.isSoftmax = output.output() == Output.SOFTMAX;
        this.isLinear = output.output() == Output.LINEAR;
        this.names = names;
        this.view = view;
        this.digits = view.digits();
    }

    /** All rows that are not folded away. */
    public static List<AccountRow> of(ForwardAccount account, AccountNames names, AccountView view) {
        AccountRows all = new AccountRows(account, names, view);
        all.addGates();
        all.cell.equations().stream()
                .filter(equation -> equation.quantity().kind() == QuantityKind.STATE
                        && all.cell.quantities().containsAll(all.cell.gates()))
                .forEach(equation -> all.new State(equation).add());
        all.addOutput();
        all.addLoss();
        all.add("rounding", all.line().name(text("rounding"), "", PieceStyle.MUTED));
        return all.rows;
    }

    private static String text(String key, Object... arguments) {
        return Message.text("account." + key, arguments);
    }

    private RowLine line() {
        return new RowLine(digits);
    }

    private void add(String key, RowLine line) {
        add(key, 0, Fold.NONE, line);
    }

    private void add(String key, int level, Fold fold, RowLine line) {
        rows.add(new AccountRow(key, level, fold, line.pieces(), OptionalInt.empty()));
    }

    /** The equations of gates and candidates: two rows for each, and under them its terms. */
    private void addGates() {
        addCaption("gates.caption", SIGMOID, Optional.empty());
        for (Quantity gate : StepStage.gates(cell)) {
            GateAccount account = unit.gate(gate);
            Optional<Quantity> factor = cell.factor(gate);
            String function = account.isTanh() ? TANH : SIGMOID;
            if (factor.isPresent()) {
                addCaption("candidate.caption", function, factor);
            }
            add(account, function, factor.isPresent() ? function : SIGMOID, factor.isPresent());
        }
    }

    private void addCaption(String key, String function, Optional<Quantity> factor) {
        RowLine line = line().space(LETTER, EQUAL, function).overSigned(text("input"));
        if (factor.isPresent()) {
            line.space(PLUS)
                    .over(factor.get().letter())
                    .space(TIMES)
                    .overFactor(text("before"))
                    .space(")");
        } else if (cell.isRecurrent()) {
            line.space(PLUS).over(text("before"));
        }
        if (!cell.looks().isEmpty()) {
            line.space(PLUS).over(text("cellState"));
        }
        add(key, line.space(PLUS).over(text("bias")));
    }

    /** The rows of a gate; {@code slot} is the widest function above and below its own. */
    private void add(GateAccount gate, String function, String slot, boolean isMultiplied) {
        String key = gate.gate().name();
        RowLine first = line().name(AccountNames.letter(gate.gate(), cell), LETTER, PieceStyle.STRONG)
                .word(EQUAL)
                .right(function, slot)
                .signed(gate.fromInput());
        if (isMultiplied) {
            first.word(PLUS).product(gate.factor(), gate.fromBefore());
        } else if (cell.isRecurrent()) {
            first.plus(gate.fromBefore());
        }
        if (cell.looks().contains(gate.gate())) {
            first.plus(gate.fromPeephole());
        } else if (!cell.looks().isEmpty()) {
            first.space(PLUS).noNumber();
        }
        add(key, 0, view.fold(key), first.plus(gate.bias()).word(")"));
        double product = gate.factor() * gate.fromBefore();
        boolean addsUp = digits.add(gate.net(), gate.fromInput(), product, gate.fromPeephole(), gate.bias())
                && (!isMultiplied || digits.multiply(product, gate.factor(), gate.fromBefore()));
        add(
                key + ".value",
                line().space(LETTER)
                        .equal(addsUp)
                        .right(function, slot)
                        .signed(gate.net())
                        .word(")")
                        .equal(digits.apply(gate.value(), gate.net(), gate::squash))
                        .result(gate.value(), gate.isTanh()));
        if (view.fold(key) == Fold.OPEN) {
            addTerms(gate, isMultiplied);
        }
    }

    private void addTerms(GateAccount gate, boolean isMultiplied) {
        Terms terms = new Terms(gate.gate().name(), 1, gate.terms());
        terms.add(
                TermSource.SYMBOL,
                TermSource.CHANNEL,
                TermSource.BELOW,
                TermSource.BIAS,
                TermSource.RECURRENT_BIAS,
                TermSource.PEEPHOLE,
                TermSource.BEFORE);
        double[] parts = terms.products(term -> true);
        if (isMultiplied) {
            double all = gate.fromBefore();
            double product = gate.factor() * all;
            terms.addSum("recurrent", "terms.recurrent", all, terms.products(term -> term.from()
                    .isRecurrent()));
            terms.addSum("reset", "terms.reset", product, product);
            parts = DoubleStream.concat(
                            DoubleStream.of(terms.products(term -> !term.from().isRecurrent())),
                            DoubleStream.of(product))
                    .toArray();
        }
        terms.addSum("net", "net", gate.net(), parts);
    }

    /** An equation of a new state as three rows: what the numbers are, the numbers put in, and the result. */
    private final class State {

        private final String letter;
        private final Expression whole;
        private final RowLine captions = line().space(LETTER);
        private final RowLine numbers = line();
        /** Signs over which no name stands, since the last name. */
        private String gap = EQUAL;

        State(Equation equation) {
            letter = equation.quantity().letter();
            whole = equation.is();
        }

        void add() {
            numbers.name(letter, LETTER, PieceStyle.STRONG).word(EQUAL);
            put(whole, false);
            AccountRows.this.add(letter + ".caption", captions);
            AccountRows.this.add(letter, numbers);
            AccountRows.this.add(letter + ".value", result());
        }

        private void put(Expression part, boolean isFactor) {
            switch (part.op()) {
                case SUM, PRODUCT -> {
                    put(part.of().get(0), false);
                    put(part.op() == Op.SUM ? PLUS : TIMES);
                    put(part.of().get(1), part.op() == Op.PRODUCT);
                }
                case REST, TANH -> {
                    put(part.op() == Op.REST ? "(1 − " : TANH);
                    put(part.of().get(0), false);
                    put(")");
                }
                default -> putNumber(part, isFactor);
            }
        }

        private void put(String sign) {
            numbers.word(sign);
            gap += sign;
        }

        private void putNumber(Expression number, boolean isFactor) {
            double value = unit.value(number);
            String name = AccountNames.letter(number);
            captions.space(gap);
            gap = "";
            if (number.quantity().kind() == QuantityKind.GATE) {
                numbers.positive(value);
                captions.over(name);
            } else if (isFactor) {
                numbers.factor(value);
                captions.overFactor(name);
                gap = ")";
            } else {
                numbers.signed(value);
                captions.overSigned(name);
            }
        }

        private RowLine result() {
            RowLine line = line().space(LETTER);
            double value = unit.value(whole);
            double[] parts = whole.summands().stream().mapToDouble(unit::value).toArray();
            if (parts.length > 1) {
                line.equal(whole.summands().stream().allMatch(this::isExact)).signed(parts[0]);
                IntStream.range(1, parts.length).forEach(part -> line.plus(parts[part]));
                return line.equal(digits.add(value, parts)).result(value, true);
            }
            if (whole.op() != Op.PRODUCT) {
                return line.equal(isExact(whole)).result(value, true);
            }
            return line.equal(whole.of().stream().allMatch(this::isExact))
                    .product(
                            unit.value(whole.of().get(0)), unit.value(whole.of().get(1)))
                    .equal(isExact(whole))
                    .result(value, true);
        }

        /** Whether a product or a tanh as shown is that of what it is applied to as shown. */
        private boolean isExact(Expression part) {
            double[] of = part.of().stream().mapToDouble(unit::value).toArray();
            return switch (part.op()) {
                case PRODUCT -> digits.multiply(unit.value(part), of[0], of[1]);
                case TANH -> digits.apply(unit.value(part), of[0], Activation::tanh);
                default -> true;
            };
        }
    }

    /** What the network makes of the step: the output of the expected symbol, and under it its terms. */
    private void addOutput() {
        boolean isNumber = output.output().isOfNumbers();
        int k = isNumber ? 0 : (output.hasTarget() ? output.target() : output.predicted()).weakest(output.y());
        String title = isNumber
                ? text("output.number", names.output(k, output.target()))
                : text(output.hasTarget() ? "output.expected" : "output.predicted", names.symbol(k));
        add("output.title", line().name(title, "", PieceStyle.STRONG));
        NetInput net = output.inputs().get(k);
        double z = net.sum();
        double y = output.y()[k];
        double fromUnits = net.sum(term -> term.from().isUnit());
        double bias = net.sum(term -> !term.from().isUnit());
        add(
                "output.names",
                line().space(LETTER, EQUAL, SIGMOID)
                        .overSigned(text("before"))
                        .space(PLUS)
                        .over(text("bias")));
        String function = isLinear ? "(" : isSoftmax ? "exp(" : SIGMOID;
        add(
                "output",
                0,
                view.fold("output"),
                line().name("y", LETTER, PieceStyle.STRONG)
                        .word(EQUAL)
                        .right(function, SIGMOID)
                        .signed(fromUnits)
                        .plus(bias)
                        .word(isSoftmax ? ") / Σ exp" : ")"));
        RowLine second = line().space(LETTER)
                .equal(digits.add(z, fromUnits, bias))
                .right(function, SIGMOID)
                .signed(z)
                .word(")");
        boolean isExact = digits.apply(y, z, isLinear ? shown -> shown : Activation::sigmoid);
        if (isSoftmax) {
            double sum = DoubleStream.of(output.z()).map(Math::exp).sum();
            second.word(" / ").positive(sum);
            isExact = digits.apply(
                    y, z, shown -> Math.exp(shown) / digits.shown(sum).doubleValue());
        }
        add("output.value", second.equal(isExact).result(y, isLinear));
        addTermsIfOpen("output", 1, net);
    }

    private void addTermsIfOpen(String key, int level, NetInput net) {
        if (view.fold(key) == Fold.OPEN) {
            Terms terms = new Terms(key, level, net.terms());
            terms.add(TermSource.BIAS, TermSource.BELOW);
            terms.addSum("net", "net", net.sum(), terms.products(term -> true));
        }
    }

    /** The loss, and under it all outputs. */
    private void addLoss() {
        if (!output.hasTarget()) {
            add("loss", line().name(text("loss.none"), "", PieceStyle.MUTED));
            return;
        }
        double loss = output.loss();
        double[] y = output.y();
        RowLine line = line().word(text("loss")).word(EQUAL);
        if (!isSoftmax) {
            double sum = IntStream.range(0, y.length).mapToDouble(this::lossOf).sum();
            line.positive(sum).word(" / " + y.length).equal(digits.divide(loss, sum, y.length));
        } else {
            double right = output.target().lowest(y);
            line.word("−ln ").positive(right).equal(digits.apply(loss, right, shown -> -Math.log(shown)));
        }
        add("loss", 0, view.fold("loss"), line.result(loss, false));
        if (view.fold("loss") == Fold.OPEN) {
            addAllOutputs(y);
        }
    }

    private void addAllOutputs(double[] y) {
        String widest = widest(IntStream.range(0, y.length).mapToObj(k -> names.output(k, output.target())));
        add(
                "loss.caption",
                1,
                Fold.NONE,
                line().space(widest)
                        .word(COLUMN)
                        .overWide(text("net"))
                        .word(COLUMN)
                        .over(isSoftmax ? "exp" : "y", isLinear)
                        .word(COLUMN)
                        .overSigned(isSoftmax ? "y" : text("loss.part")));
        for (int k = 0; k < y.length; k++) {
            String key = "loss." + k;
            double z = output.inputs().get(k).sum();
            add(
                    key,
                    1,
                    view.fold(key),
                    line().name(
                                    names.output(k, output.target()),
                                    widest,
                                    output.target().includes(k) ? PieceStyle.STRONG : PieceStyle.PLAIN)
                            .word(COLUMN)
                            .wide(z)
                            .word(COLUMN)
                            .number(isSoftmax ? Math.exp(z) : y[k], isLinear)
                            .word(COLUMN)
                            .signed(isSoftmax ? y[k] : lossOf(k)));
            addTermsIfOpen(key, 2, output.inputs().get(k));
        }
    }

    /** Of one output the squared error, or binary cross-entropy: -ln y for the target, -ln(1 - y) for the others. */
    private double lossOf(int k) {
        double z = output.inputs().get(k).sum();
        if (output.output().isOfNumbers()) {
            return output.output()
                    .loss(new double[] {z}, Target.ofNumbers(output.target().wanted(k)));
        }
        // The loss of a single output is what the engine computes, without the logarithm of a rounded 0
        return output.output().loss(new double[] {output.target().includes(k) ? z : -z}, Target.of(0));
    }

    private static String widest(Stream<String> words) {
        return words.max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** The terms of a sum under a row, one a row: name, bar, weight, value, product. */
    private final class Terms {

        private final String key;
        private final int level;
        private final List<Term> terms;
        private final String widest;
        private final double scale;

        Terms(String key, int level, List<Term> terms) {
            this.key = key;
            this.level = level;
            this.terms = terms;
            this.widest = widest(terms.stream().map(this::name));
            // Biases are large beside the single weights, and nothing to compare them with
            this.scale = ColourScale.round(DoubleStream.of(products(term -> term.index() >= 0))
                    .map(Math::abs)
                    .max()
                    .orElse(0));
        }

        /** Names the columns, and adds the terms of some kinds; several are added up in a row before them. */
        void add(TermSource... kinds) {
            RowLine captions = line().space(widest)
                    .bar(Double.NaN)
                    .overSigned(text("weight"))
                    .space(TIMES)
                    .overFactor(text("value"))
                    .space(")" + EQUAL)
                    .overSigned(text("product"));
            AccountRows.this.add(key + ".caption", level, Fold.NONE, captions);
            for (TermSource kind : kinds) {
                double[] products = products(term -> term.from() == kind);
                if (kind.isUnit() && products.length > 0) {
                    double sum = DoubleStream.of(products).sum();
                    addSum(kind.name(), "terms." + kind.name(), sum, products);
                }
                Stream<Term> these = terms.stream().filter(term -> term.from() == kind);
                Comparator<Term> bySize = Comparator.comparingDouble(term -> -Math.abs(term.product()));
                (view.bySize() ? these.sorted(bySize) : these).forEach(this::add);
            }
        }

        void addSum(String name, String words, double sum, double... parts) {
            RowLine line = line().name(text(words), widest, PieceStyle.MUTED)
                    .bar(Double.NaN)
                    .noProduct()
                    .equal(digits.add(sum, parts))
                    .result(sum, true);
            AccountRows.this.add(key + "." + name, level, Fold.NONE, line);
        }

        private void add(Term term) {
            boolean isUnit = term.from().isUnit();
            boolean isBias = term.index() < 0;
            RowLine line = line().name(name(term), widest, isUnit ? PieceStyle.LINK : PieceStyle.PLAIN)
                    .bar(isBias ? Double.NaN : term.product() / scale);
            if (isBias) {
                line.noProduct();
            } else {
                line.signed(term.weight()).word(TIMES);
                if (term.from() == TermSource.SYMBOL) {
                    line.one();
                } else {
                    line.factor(term.value());
                }
            }
            line.equal(isBias || digits.multiply(term.product(), term.weight(), term.value()))
                    .signed(term.product());
            rows.add(new AccountRow(
                    key + "." + term.from().name() + (isBias ? "" : "." + term.index()),
                    level,
                    Fold.NONE,
                    line.pieces(),
                    isUnit ? OptionalInt.of(term.index()) : OptionalInt.empty()));
        }

        private String name(Term term) {
            return switch (term.from()) {
                case SYMBOL -> text("term.symbol", names.symbol(term.index()));
                case CHANNEL -> text("term.symbol", names.input(term.index()));
                case BIAS -> text("bias");
                case RECURRENT_BIAS -> text("term.recurrentBias");
                case BELOW, BEFORE -> "h " + names.unit(term.index());
                case PEEPHOLE -> text("cellState");
            };
        }

        double[] products(Predicate<Term> which) {
            return terms.stream().filter(which).mapToDouble(Term::product).toArray();
        }
    }
}
