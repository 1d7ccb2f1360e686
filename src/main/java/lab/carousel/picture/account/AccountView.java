package lab.carousel.picture.account;

import java.util.Set;

/**
 * How an account is shown.
 *
 * @param bySize whether the terms of a sum are sorted by their size
 * @param open   the keys of the rows that are unfolded
 */
public record AccountView(Digits digits, boolean bySize, Set<String> open) {

    public AccountView {
        open = Set.copyOf(open);
    }

    Fold fold(String key) {
        return open.contains(key) ? Fold.OPEN : Fold.CLOSED;
    }
}
