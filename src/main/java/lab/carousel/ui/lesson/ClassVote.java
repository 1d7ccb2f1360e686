package lab.carousel.ui.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import lab.carousel.classroom.LiveClass;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.PhoneScreen;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.ConflatingWorker;
import org.jspecify.annotations.Nullable;

/**
 * What the phones of an open class have answered to the step on the wall, and what of it the teacher shows. The phones are led
 * to where the wall is. Used on the JavaFX thread.
 */
final class ClassVote implements AutoCloseable {

    /** Who is there is counted at least so often: phones come and go without an answer. */
    private static final long LONGEST_NANOS = 1_000_000_000L;
    /** More reasons on the wall at a time are not read. */
    private static final int MOST_REASONS = 3;

    /** What came in, and the moment that it belongs to. */
    private record Counted(PhoneScreen moment, Counts counts) {}

    private final LiveClass live;
    private final Background background;
    private final Runnable onCounted;
    private final ConflatingWorker<LiveClass, Counted> counting;
    private final AtomicBoolean isChanged = new AtomicBoolean(true);
    private Counts counts = Counts.none(0);
    private PhoneScreen moment;
    /** What the wall showed last; null before the phones were led. */
    private @Nullable LessonProgress lesson;

    private int step;
    private long counted;
    private boolean isShown;

    /** @param onCounted is told when something else came in */
    ClassVote(LiveClass live, Background background, Runnable onCounted) {
        this.live = live;
        this.background = background;
        this.onCounted = onCounted;
        moment = live.moment();
        live.onChange(() -> isChanged.set(true));
        counting = new ConflatingWorker<>(
                background, "class", open -> new Counted(open.moment(), open.counts()), this::show);
    }

    LiveClass live() {
        return live;
    }

    /** Whether the phones follow the wall; otherwise the wall has nothing to do with them. */
    boolean isLed() {
        return moment.isLed();
    }

    /** Counts again if something has come in. Called once per frame. */
    void pulse() {
        long now = background.nanoTime().getAsLong();
        if (isChanged.getAndSet(false) || now - counted > LONGEST_NANOS) {
            counted = now;
            counting.ask(live);
        }
    }

    private void show(Counted now) {
        boolean isSame = now.moment().equals(moment) && now.counts().equals(counts);
        // An act since then has changed what is counted
        if (!isSame && now.moment().number() == live.moment().number()) {
            moment = now.moment();
            counts = now.counts();
            onCounted.run();
        }
    }

    /** Leads the phones to a step, and tells them its outcome where the wall does. */
    void lead(LessonProgress wall) {
        PhoneScreen now = live.moment();
        // A question that is asked in between stands over the step; they are led when it is ended
        if (!now.isLed() || now.asked().isPresent()) {
            return;
        }
        if (now.step() != wall.number()) {
            live.lead(wall.number());
        }
        if (wall != lesson || wall.number() != step) {
            lesson = wall;
            step = wall.number();
            forget();
            isShown = false;
        }
        boolean isTold = wall.step().question().isEmpty() || wall.isRevealed();
        if (isTold && !live.moment().isRevealed()) {
            live.reveal();
        }
        boolean isObserved =
                wall.isExplained() && !wall.step().after().observations().isEmpty();
        if (isObserved && !live.moment().isSeen()) {
            live.see();
        }
        moment = live.moment();
    }

    private void forget() {
        counting.forget();
        counts = Counts.none(counts.joined());
        isChanged.set(true);
    }

    /** Whether what is counted belongs to the step, and not to a question that was asked in between. */
    boolean isOf(LessonProgress wall) {
        return moment.asked().isEmpty() && moment.step() == wall.number();
    }

    Counts counts() {
        return counts;
    }

    int round() {
        return moment.round();
    }

    /** Whether the wall shows how many have chosen what. */
    boolean isShown() {
        return isShown;
    }

    void setShown(boolean shown) {
        isShown = shown;
    }

    /** Asks once more, after the class has talked; what was said first is hidden until it is shown beside the second. */
    void askAgain() {
        isShown = false;
        live.askAgain();
        moment = live.moment();
        forget();
    }

    /** All reasons that came in, each once: only the teacher reads them. */
    List<String> allReasons() {
        return counts.reasons().stream().distinct().toList();
    }

    /** The reasons on the wall. */
    List<String> reasons() {
        return moment.reasons();
    }

    /** Shows a reason below the others, or hides it; the one that was there longest makes room for it. */
    void choose(String reason, boolean isChosen) {
        List<String> reasons = new ArrayList<>(reasons());
        reasons.remove(reason);
        if (isChosen) {
            reasons.add(reason);
        }
        tell(reasons.subList(Math.max(0, reasons.size() - MOST_REASONS), reasons.size()));
    }

    /** Shows a chosen reason above the one before it. */
    void moveUp(String reason) {
        List<String> reasons = new ArrayList<>(reasons());
        int at = reasons.indexOf(reason);
        if (at > 0) {
            Collections.swap(reasons, at, at - 1);
            tell(reasons);
        }
    }

    void hideReasons() {
        tell(List.of());
    }

    private void tell(List<String> reasons) {
        live.showReasons(reasons);
        moment = live.moment();
    }

    @Override
    public void close() {
        counting.close();
    }
}
