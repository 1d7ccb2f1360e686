package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Gate;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** The equations of the new cell state and the new hidden state. */
final class StateEquations {

    private final UnitAccount unit;
    private final Digits digits;
    private final List<AccountRow> rows = new ArrayList<>();

    StateEquations(UnitAccount unit, Digits digits) {
        this.unit = unit;
        this.digits = digits;
    }

    List<AccountRow> rows() {
        return rows;
    }

    /** c = f c + i g and h = o tanh(c). */
    void addLstm() {
        addCellState();
        addOutput();
    }

    private void addCellState() {
        double f = unit.value(Gate.FORGET);
        double i = unit.value(Gate.INPUT);
        double g = unit.value(Gate.CANDIDATE);
        add("c.caption", products("f", "account.cBefore", "i", "g", ""));
        add("c", start("c").product(f, unit.cBefore()).word(Sign.PLUS).product(i, g));
        add("c.value", sum(f, unit.cBefore(), i, g, unit.c()));
    }

    private void addOutput() {
        double o = unit.value(Gate.OUTPUT);
        add(
                "h.caption",
                new RowLine(digits)
                        .space(GateRows.LETTER)
                        .space(Sign.EQUAL)
                        .caption("o", digits.widest())
                        .space(Sign.TIMES)
                        .space("tanh(")
                        .caption("c", "−" + digits.widest()));
        add(
                "h",
                start("h")
                        .positive(o)
                        .word(Sign.TIMES)
                        .word("tanh(")
                        .signed(unit.c())
                        .word(")"));
        add(
                "h.value",
                new RowLine(digits)
                        .space(GateRows.LETTER)
                        .equal(digits.apply(unit.tanhC(), unit.c(), Activation::tanh))
                        .product(o, unit.tanhC())
                        .equal(digits.multiply(unit.h(), o, unit.tanhC()))
                        .result(unit.h()));
    }

    /** h = z h + (1 - z) g. */
    void addGru() {
        double z = unit.value(Gate.UPDATE);
        double g = unit.value(Gate.CANDIDATE);
        add("h.caption", products("z", "account.hBefore", "z", "g", "(1 − )"));
        add(
                "h",
                start("h")
                        .product(z, unit.hBefore())
                        .word(Sign.PLUS)
                        .word("(1 − ")
                        .positive(z)
                        .word(")")
                        .word(Sign.TIMES)
                        .factor(g));
        add("h.value", sum(z, unit.hBefore(), 1 - z, g, unit.h()));
    }

    private RowLine start(String letter) {
        return new RowLine(digits).name(letter, GateRows.LETTER, Style.STRONG).word(Sign.EQUAL);
    }

    /** Names over a sum of two products; a text around the third number moves what follows. */
    private RowLine products(String first, String secondKey, String third, String fourth, String around) {
        return new RowLine(digits)
                .space(GateRows.LETTER)
                .space(Sign.EQUAL)
                .caption(first, digits.widest())
                .space(Sign.TIMES)
                .caption(Message.text(secondKey), "(−" + digits.widest())
                .space(")" + Sign.PLUS + around.replace(")", ""))
                .caption(third, digits.widest())
                .space((around.isEmpty() ? "" : ")") + Sign.TIMES)
                .caption(fourth, "(−" + digits.widest());
    }

    /** The sum of two products, worked out. */
    private RowLine sum(double first, double second, double third, double fourth, double result) {
        double left = first * second;
        double right = third * fourth;
        return new RowLine(digits)
                .space(GateRows.LETTER)
                .equal(digits.multiply(left, first, second) && digits.multiply(right, third, fourth))
                .signed(left)
                .plus(right)
                .equal(digits.add(result, left, right))
                .result(result);
    }

    private void add(String key, RowLine line) {
        rows.add(new AccountRow(key, 0, Fold.NONE, line.pieces(), OptionalInt.empty()));
    }
}
