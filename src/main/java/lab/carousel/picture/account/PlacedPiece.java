package lab.carousel.picture.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** A piece at its place: x is where its text, or the slot of its bar, begins. */
public record PlacedPiece(Piece piece, double x, double width) {

    public static final double HEIGHT = 22;
    public static final double FONT = 13;
    public static final double SMALL_FONT = 12;
    /** The room of the sign that rows are folded away under a row, in points. */
    public static final double FOLD = 14;

    public static final double BAR_HEIGHT = 10;

    private static final double INDENT = 12;
    private static final double BAR = 48;
    private static final double GAP = 6;

    /** The places of all pieces, from the left edge of the row; {@code widthOf} measures a text in a style. */
    public static List<PlacedPiece> of(AccountRow row, ToDoubleBiFunction<String, PieceStyle> widthOf) {
        List<PlacedPiece> placed = new ArrayList<>();
        double x = row.level() * INDENT + FOLD;
        for (Piece piece : row.pieces()) {
            if (piece instanceof Piece.Printed words) {
                double text = widthOf.applyAsDouble(words.text(), words.style());
                double room = widthOf.applyAsDouble(words.widest(), slotStyle(words.style()));
                double slot = words.overflow() ? room : Math.max(room, text);
                placed.add(new PlacedPiece(piece, words.right() ? x + slot - text : x, text));
                x += slot;
            } else {
                placed.add(new PlacedPiece(piece, x + GAP, BAR));
                x += BAR + 2 * GAP;
            }
        }
        return placed;
    }

    /** Slots of secondary text are those of the numbers that it stands over. */
    private static PieceStyle slotStyle(PieceStyle style) {
        return style == PieceStyle.MUTED ? PieceStyle.PLAIN : style;
    }

    public static double foldX(AccountRow row) {
        return row.level() * INDENT;
    }
}
