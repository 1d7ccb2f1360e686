package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lab.carousel.model.account.UnitAccount;
import lab.carousel.model.function.Activation;
import lab.carousel.model.layout.Expression;
import lab.carousel.model.layout.Expression.Equation;
import lab.carousel.model.layout.Expression.Op;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.AccountRow.Fold;
import lab.carousel.picture.account.Piece.Style;
import lab.carousel.picture.account.RowLine.Sign;
import lab.carousel.text.Message;

/** An equation of a new state as three rows: what the numbers are, the numbers put in, and the result. */
final class StateEquations {

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
        this.numbers =
                new RowLine(digits).name(letter, GateRows.LETTER, Style.STRONG).word(Sign.EQUAL);
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
