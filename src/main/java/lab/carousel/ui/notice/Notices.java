package lab.carousel.ui.notice;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lab.carousel.text.Message;
import lab.carousel.text.VisibleText;

/**
 * What the user is told. The newest notice is shown; an offer of something to do stands under newer ones too, until it is
 * taken, closed or withdrawn. Used on the JavaFX thread.
 */
public final class Notices {

    /** Something that can be done. */
    private record Offer(Message words, Message action, Runnable onAction) {}

    /**
     * A notice.
     *
     * @param number tells it from others that say the same
     * @param words  what is told
     * @param kind   what it is about
     * @param action what can be done about it, in a word or two; empty if nothing can
     */
    public record Notice(int number, String words, NoticeKind kind, Optional<String> action) {}

    private final ReadOnlyObjectWrapper<Optional<Notice>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private static final int MOST_LETTERS = 1_200;
    private static final int MOST_LINES = 10;

    private Optional<Offer> offer = Optional.empty();
    private Optional<Runnable> givingUp = Optional.empty();
    private int number;

    /** The notice to be shown; empty if there is none. */
    public ReadOnlyObjectProperty<Optional<Notice>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Says that something went wrong, until it is closed or another notice comes. */
    public void problem(String words) {
        show(words, NoticeKind.PROBLEM, Optional.empty());
    }

    /** Says that a field has to be mended first, until that is done or another notice comes. */
    public void invalid(String words) {
        show(words, NoticeKind.INVALID, Optional.empty());
    }

    /** Says that something was done; goes away by itself. */
    public void done(String words) {
        show(words, NoticeKind.DONE, Optional.empty());
    }

    /** Offers something to do. */
    public void offer(Message words, Message action, Runnable onAction) {
        offer = Optional.of(new Offer(words, action, onAction));
        showOffer();
    }

    /** Says what is being done, until that has ended, which may be by giving it up, or another notice comes. */
    public void work(Message words, Message action, Runnable onGiveUp) {
        givingUp = Optional.of(onGiveUp);
        show(words.text(), NoticeKind.WORK, Optional.of(action.text()));
    }

    /** Says how far that is, if it is still shown. */
    public void workOn(Message words) {
        if (isShown(NoticeKind.WORK)) {
            show(words.text(), NoticeKind.WORK, shown.get().flatMap(Notice::action));
        }
    }

    /** What was being done has ended. */
    public void endWork() {
        givingUp = Optional.empty();
        if (isShown(NoticeKind.WORK)) {
            showOffer();
        }
    }

    private void showOffer() {
        offer.ifPresentOrElse(
                open -> show(open.words.text(), NoticeKind.OFFER, Optional.of(open.action.text())),
                () -> shown.set(Optional.empty()));
    }

    private void show(String words, NoticeKind kind, Optional<String> action) {
        number++;
        shown.set(Optional.of(new Notice(number, bounded(VisibleText.of(words)), kind, action)));
    }

    /** Whatever is told takes a part of the window only, is laid out at once, and can be closed. */
    private static String bounded(String words) {
        String lines = words.lines().limit(MOST_LINES).collect(Collectors.joining("\n"));
        String start = lines.length() <= MOST_LETTERS ? lines : lines.substring(0, MOST_LETTERS);
        return start.length() < words.stripTrailing().length() ? start + "…" : start;
    }

    public void withdraw() {
        offer = Optional.empty();
        if (isShown(NoticeKind.OFFER)) {
            shown.set(Optional.empty());
        }
    }

    /** Takes back a notice of a kind if it is shown: what went wrong has not, or what had to be mended is. */
    public void withdraw(NoticeKind kind) {
        if (isShown(kind)) {
            close();
        }
    }

    /** Does what is offered, or gives up what is being done. */
    public void take() {
        if (isShown(NoticeKind.WORK)) {
            Optional<Runnable> given = givingUp;
            endWork();
            given.ifPresent(Runnable::run);
            return;
        }
        Optional<Offer> taken = offer;
        withdraw();
        taken.ifPresent(open -> open.onAction.run());
    }

    /** Closes what is shown: the offer itself, or what lay over it. */
    public void close() {
        if (isShown(NoticeKind.OFFER)) {
            offer = Optional.empty();
        }
        showOffer();
    }

    private boolean isShown(NoticeKind kind) {
        return shown.get().filter(notice -> notice.kind() == kind).isPresent();
    }
}
