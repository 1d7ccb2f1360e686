package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.manual.Target;

/**
 * The pages that were read, one after the other, as in a browser. Immutable.
 *
 * @param visits where one was, at least one
 * @param at     the index of where one is
 */
record Trail(List<Visit> visits, int at) {

    private static final int LONGEST = 200;

    /** Copies the list. */
    Trail {
        visits = List.copyOf(visits);
    }

    /**
     * A page as it was read.
     *
     * @param target what was gone to
     * @param scroll how far down it was read when it was left, 0 to 1; negative if it was not left yet
     */
    record Visit(Target target, double scroll) {}

    /** The beginning. */
    static Trail from(Target target) {
        return new Trail(List.of(new Visit(target, -1)), 0);
    }

    /** Where one is. */
    Visit now() {
        return visits.get(at);
    }

    /** The same, remembering how far the page was read. */
    Trail leftAt(double scroll) {
        List<Visit> changed = new ArrayList<>(visits);
        changed.set(at, new Visit(now().target(), scroll));
        return new Trail(changed, at);
    }

    /** Goes on to another place; what was gone back from is forgotten. */
    Trail to(Target target) {
        if (target.equals(now().target())) {
            return leftAt(-1);
        }
        List<Visit> changed = new ArrayList<>(visits.subList(Math.max(0, at + 2 - LONGEST), at + 1));
        changed.add(new Visit(target, -1));
        return new Trail(changed, changed.size() - 1);
    }

    boolean canGoBack() {
        return at > 0;
    }

    boolean canGoForward() {
        return at < visits.size() - 1;
    }

    /** To the page before, if there is one. */
    Trail back() {
        return canGoBack() ? new Trail(visits, at - 1) : this;
    }

    /** To the page that was gone back from, if there is one. */
    Trail forward() {
        return canGoForward() ? new Trail(visits, at + 1) : this;
    }
}
