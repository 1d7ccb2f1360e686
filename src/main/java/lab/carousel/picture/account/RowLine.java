package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a row together from left to right. Each number stands in a slot that has room for its sign, so that nothing moves
 * when it changes.
 */
final class RowLine {

    /** Signs between numbers, all of one width, with spaces that no text layout drops. */
    static final String PLUS = "\u00a0+\u00a0";

    static final String MINUS = "\u00a0−\u00a0";
    static final String EQUAL = "\u00a0=\u00a0";
    static final String ALMOST = "\u00a0≈\u00a0";
    static final String TIMES = "\u00a0·\u00a0";

    private final Digits digits;
    private final List<Piece> pieces = new ArrayList<>();
    /** As wide as any number below 10 without its sign. */
    private final String number;

    private final String signed;

    RowLine(Digits digits) {
        this.digits = digits;
        this.number = "0." + "0".repeat(digits.decimals());
        this.signed = "−" + number;
    }

    List<Piece> pieces() {
        return pieces;
    }

    RowLine word(String text) {
        return add(text, text, PieceStyle.PLAIN, false);
    }

    /** A name, or nothing, in a slot that has room for another one. */
    RowLine name(String text, String widest, PieceStyle style) {
        pieces.add(new Piece.Printed(text, widest, style, false, true));
        return this;
    }

    /** Words at the right end of a slot. */
    RowLine right(String text, String widest) {
        return add(text, widest, PieceStyle.PLAIN, true);
    }

    /** What a number without a sign in the row below is. */
    RowLine over(String text) {
        return over(text, false);
    }

    RowLine over(String text, boolean isSigned) {
        return caption(text, isSigned ? signed : number);
    }

    RowLine overSigned(String text) {
        return over(text, true);
    }

    /** The same of a number in parentheses, without the closing one. */
    RowLine overFactor(String text) {
        return caption(text, "(" + signed);
    }

    private RowLine caption(String text, String widest) {
        pieces.add(new Piece.Printed(text, widest, PieceStyle.MUTED, true, true));
        return this;
    }

    RowLine space(String... widest) {
        for (String each : widest) {
            right("", each);
        }
        return this;
    }

    RowLine noNumber() {
        return space(number);
    }

    /** The room of two numbers that are multiplied. */
    RowLine noProduct() {
        return space(signed, TIMES, "(" + signed + ")");
    }

    RowLine bar(double share) {
        pieces.add(new Piece.Bar(share));
        return this;
    }

    RowLine positive(double value) {
        return number(value, false);
    }

    RowLine signed(double value) {
        return number(value, true);
    }

    RowLine number(double value, boolean isSigned) {
        return right(digits.text(value), isSigned ? signed : number);
    }

    /** A net input, in more room, and what it is. */
    RowLine wide(double value) {
        return right(digits.text(value), "−00" + number);
    }

    RowLine overWide(String text) {
        return caption(text, "−00" + number);
    }

    /** The one-hot input in the place of a factor. */
    RowLine one() {
        return right("1", "(" + signed).space(")");
    }

    /** A result: in bold, in room for a sign or without. */
    RowLine result(double value, boolean isSigned) {
        return add(digits.text(value), isSigned ? signed : number, PieceStyle.STRONG, true);
    }

    /** A number that is multiplied: in parentheses if it has a sign. */
    RowLine factor(double value) {
        boolean negative = digits.isNegative(value);
        return right((negative ? "(" : "") + digits.text(value), "(" + signed)
                .add(negative ? ")" : "", ")", PieceStyle.PLAIN, false);
    }

    RowLine product(double first, double second) {
        return positive(first).word(TIMES).factor(second);
    }

    /** A number that is added or subtracted. */
    RowLine plus(double value) {
        return word(digits.isNegative(value) ? MINUS : PLUS).right(digits.size(value), number);
    }

    /** An equals sign; another one where the numbers shown give another last digit. */
    RowLine equal(boolean exactly) {
        return word(exactly ? EQUAL : ALMOST);
    }

    private RowLine add(String text, String widest, PieceStyle style, boolean right) {
        pieces.add(new Piece.Printed(text, widest, style, right, false));
        return this;
    }
}
