package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lab.carousel.model.Output;
import lab.carousel.model.account.NetInput;
import lab.carousel.model.account.OutputAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.function.Activation;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** What the network makes of the step: the output of the expected symbol, the loss, and under it all outputs. */
final class OutputRows {

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
        RowLine line = new RowLine(digits).word(Message.text("account.loss")).word(Sign.EQUAL);
        if (output.output() == Output.SIGMOID) {
            double sum = IntStream.range(0, y.length).mapToDouble(this::lossOf).sum();
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
