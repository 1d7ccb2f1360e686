package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.picture.account.Piece.Style;

/**
 * Puts a row together from left to right. Each number stands in a slot that has room for its sign, so that nothing moves
 * when it changes.
 */
final class RowLine {

    private final Digits digits;
    private final List<Piece> pieces = new ArrayList<>();

    RowLine(Digits digits) {
        this.digits = digits;
    }

    List<Piece> pieces() {
        return pieces;
    }

    RowLine word(String text) {
        return add(text, text, Style.PLAIN, false);
    }

    /** A name, or nothing, in a slot that has room for another one. */
    RowLine name(String text, String widest, Style style) {
        pieces.add(new Piece.Printed(text, widest, style, false, true));
        return this;
    }

    /** Words at the right end of a slot. */
    RowLine right(String text, String widest) {
        return add(text, widest, Style.PLAIN, true);
    }

    /** What a number in the row below is, in a slot of its width. */
    RowLine caption(String text, String widest) {
        pieces.add(new Piece.Printed(text, widest, Style.MUTED, true, true));
        return this;
    }

    RowLine space(String widest) {
        return add("", widest, Style.PLAIN, true);
    }

    RowLine bar(double share) {
        pieces.add(new Piece.Bar(share));
        return this;
    }

    RowLine positive(double value) {
        return right(digits.text(value), digits.widest());
    }

    RowLine signed(double value) {
        return right(digits.text(value), signed());
    }

    /** A result: the same in bold. */
    RowLine result(double value) {
        return add(digits.text(value), signed(), Style.STRONG, true);
    }

    /** A result that has no sign. */
    RowLine share(double value) {
        return add(digits.text(value), digits.widest(), Style.STRONG, true);
    }

    /** A number that is multiplied: in parentheses if it has a sign. */
    RowLine factor(double value) {
        boolean negative = digits.isNegative(value);
        return right((negative ? "(" : "") + digits.text(value), "(" + signed())
                .add(negative ? ")" : "", ")", Style.PLAIN, false);
    }

    RowLine product(double first, double second) {
        return positive(first).word(Sign.TIMES).factor(second);
    }

    /** A number that is added or subtracted. */
    RowLine plus(double value) {
        return word(digits.isNegative(value) ? Sign.MINUS : Sign.PLUS).right(digits.size(value), digits.widest());
    }

    /** An equals sign; another one where the numbers shown give another last digit. */
    RowLine equal(boolean exactly) {
        return word(exactly ? Sign.EQUAL : Sign.ALMOST);
    }

    private String signed() {
        return "−" + digits.widest();
    }

    private RowLine add(String text, String widest, Style style, boolean right) {
        pieces.add(new Piece.Printed(text, widest, style, right, false));
        return this;
    }

    /** Signs between numbers, all of one width, with spaces that no text layout drops. */
    static final class Sign {
        static final String PLUS = "\u00a0+\u00a0";
        static final String MINUS = "\u00a0−\u00a0";
        static final String EQUAL = "\u00a0=\u00a0";
        static final String ALMOST = "\u00a0≈\u00a0";
        static final String TIMES = "\u00a0·\u00a0";

        private Sign() {}
    }
}
