package lab.carousel.picture.account;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A row of an account.
 *
 * @param key    names it, the same for every step and snapshot
 * @param level  how far it is moved in
 * @param fold   whether rows are folded away under it
 * @param unit   the unit that it leads to, counted from 0 through all layers
 */
public record AccountRow(String key, int level, Fold fold, List<Piece> pieces, OptionalInt unit) {

    public AccountRow {
        pieces = List.copyOf(pieces);
    }

    public String text() {
        return pieces.stream()
                .map(piece -> piece instanceof Piece.Printed words ? words.text() : " ")
                .collect(Collectors.joining())
                .strip();
    }
}
