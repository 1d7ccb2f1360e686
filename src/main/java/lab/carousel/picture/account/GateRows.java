package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import lab.carousel.model.account.GateAccount;
import lab.carousel.model.account.Term;
import lab.carousel.model.layout.Cell;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** The equations of gates and candidates: two rows for each, and under them its terms. */
final class GateRows {

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
            line.caption(Message.text("account.before"), "(−" + view.digits().widest())
                    .space(")");
        } else if (cell.isRecurrent()) {
            line.space(Sign.PLUS)
                    .caption(Message.text("account.before"), view.digits().widest());
        }
        if (!cell.looks().isEmpty()) {
            line.space(Sign.PLUS)
                    .caption(Message.text("account.cellState"), view.digits().widest());
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
            double[] recurrent = TermRows.products(terms, term -> term.from().isRecurrent());
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
