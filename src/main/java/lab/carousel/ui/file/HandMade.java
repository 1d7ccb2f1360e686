package lab.carousel.ui.file;

import java.util.ArrayList;
import java.util.List;
import lab.carousel.file.session.Session;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * What people made besides the experiment, and only a session holds.
 *
 * @param notes  what they wrote
 * @param pinned the runs they pinned
 */
record HandMade(String notes, List<Snapshot> pinned) {

    /** Nothing. */
    static final HandMade NOTHING = new HandMade("", List.of());

    /** What is in a session. */
    static HandMade of(Session session) {
        return new HandMade(
                session.work().notes(),
                session.pinned().stream().map(Session.Pinned::snapshot).toList());
    }

    /** Whether nothing would be lost with this if the other is what stands in a file. */
    boolean isIn(HandMade file) {
        return notes.equals(file.notes) && isPinnedIn(file);
    }

    private boolean isPinnedIn(HandMade file) {
        if (pinned.size() != file.pinned.size()) {
            return false;
        }
        for (int number = 0; number < pinned.size(); number++) {
            // the very same: to compare thousands of numbers takes too long
            if (pinned.get(number) != file.pinned.get(number)) {
                return false;
            }
        }
        return true;
    }

    /** A line for each kind that differs from what stands in a file. */
    List<String> changesSince(HandMade file) {
        List<String> lines = new ArrayList<>();
        if (!notes.equals(file.notes)) {
            lines.add(Message.text("ui.changes.notes"));
        }
        if (!isPinnedIn(file)) {
            lines.add(Message.text("ui.changes.pinned", pinned.size()));
        }
        return lines;
    }
}
