package lab.carousel.picture.account;

/** A part of a row: words or a bar, in a slot of a width that does not depend on the value. */
public sealed interface Piece {

    /**
     * Words or a number.
     *
     * @param widest   what the slot has room for
     * @param right    whether it stands at the right end of the slot
     * @param overflow whether a text that is wider runs over the next slots instead of moving them
     */
    record Printed(String text, String widest, PieceStyle style, boolean right, boolean overflow) implements Piece {}

    /**
     * A bar from the middle of its slot: to the right if positive, to the left if negative.
     *
     * @param share of the longest bar, in -1 to 1; NaN for an empty slot
     */
    record Bar(double share) implements Piece {}
}
