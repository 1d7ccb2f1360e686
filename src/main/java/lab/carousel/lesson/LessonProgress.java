package lab.carousel.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lab.carousel.text.Message;

/**
 * How far a class has come in a lesson. What a step needs has happened once and for all when it has happened while the
 * step was shown. Nothing of it is lost when one goes back.
 */
public final class LessonProgress {

    private final Lesson lesson;
    private final Map<Integer, Situation> entered = new HashMap<>();
    private final Map<Integer, Set<Need>> met = new HashMap<>();
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private int index;

    /** The beginning of a lesson. */
    public LessonProgress(Lesson lesson) {
        this(lesson, 1);
    }

    /**
     * A lesson that begins in the middle.
     *
     * @param step the number of its first step, counted from 1
     */
    public LessonProgress(Lesson lesson, int step) {
        this.lesson = lesson;
        index = step - 1;
    }

    /** What is learned, in the language that is spoken now. */
    public Lesson lesson() {
        return lesson.spoken();
    }

    /** The number of the step, counted from 1. */
    public int number() {
        return index + 1;
    }

    /** The step that is shown. */
    public LessonStep step() {
        return lesson().steps().get(index);
    }

    /** Whether there is no further step. */
    public boolean isLast() {
        return index == lesson.steps().size() - 1;
    }

    /** Whether there is a step before. */
    public boolean canGoBack() {
        return index > 0;
    }

    /** Whether the step that is shown was shown before: then it is not set up again by itself. */
    public boolean wasHereBefore() {
        return entered.containsKey(index);
    }

    /** Takes the situation in which a step begins, once it is set up; what must happen is counted from there. */
    public void begin(Situation situation) {
        entered.put(index, situation);
        observe(situation);
    }

    /**
     * Takes note of what has happened.
     *
     * @return whether something that the step needs has happened just now
     */
    public boolean observe(Situation now) {
        Situation before = entered.getOrDefault(index, now);
        Set<Need> done = met.computeIfAbsent(index, step -> new HashSet<>());
        boolean news = false;
        for (Need need : step().needs()) {
            if (!done.contains(need) && need.isMet(before, now)) {
                done.add(need);
                news = true;
            }
        }
        return news;
    }

    /** What must still happen before the next step, in words. */
    public List<Message> missing() {
        List<Message> missing = new ArrayList<>();
        if (step().question().isPresent() && !isRevealed()) {
            missing.add(Message.of("lesson.need.answer"));
        }
        Set<Need> done = met.getOrDefault(index, Set.of());
        step().needs().stream()
                .filter(need -> !done.contains(need))
                .map(Need::words)
                .forEach(missing::add);
        return missing;
    }

    /** Whether the next step can be taken. */
    public boolean canGoOn() {
        return !isLast() && missing().isEmpty();
    }

    /** Goes to the next step, if that is possible. */
    public boolean next() {
        if (!canGoOn()) {
            return false;
        }
        index++;
        return true;
    }

    /** Goes to the step before, if there is one. */
    public boolean back() {
        if (!canGoBack()) {
            return false;
        }
        index--;
        return true;
    }

    /** The answers to the question of this step; empty if it has none. */
    public Optional<Tally> tally() {
        return tally(index);
    }

    private Optional<Tally> tally(int step) {
        return lesson.steps().get(step).question().map(question -> tallies.getOrDefault(step, Tally.of(question)));
    }

    /** Takes how many chose an answer of this step's question; what was revealed stays. */
    public void setHands(int choice, int hands) {
        tally().filter(tally -> !tally.revealed()).ifPresent(tally -> tallies.put(index, tally.with(choice, hands)));
    }

    /** Whether the class has answered, and is committed to it. */
    public boolean isRevealed() {
        return tally().filter(Tally::revealed).isPresent();
    }

    /** Whether there are answers that the class can commit to. */
    public boolean canReveal() {
        return tally().filter(tally -> !tally.revealed() && tally.total() > 0).isPresent();
    }

    /** Commits the class to its answers. */
    public void reveal() {
        if (canReveal()) {
            tally().ifPresent(tally -> tallies.put(index, tally.reveal()));
        }
    }

    /** The places that are covered, because the class has not answered yet. */
    public List<Spot> hidden() {
        return isRevealed()
                ? List.of()
                : step().question().map(ClassQuestion::hides).orElse(List.of());
    }

    /** What was asked and answered in this lesson so far, in the order of the steps. */
    public List<Answered> answered() {
        List<Answered> answered = new ArrayList<>();
        for (int step = 0; step < lesson.steps().size(); step++) {
            LessonStep asked = lesson().steps().get(step);
            int number = step + 1;
            tally(step)
                    .filter(Tally::revealed)
                    .ifPresent(tally -> answered.add(
                            new Answered(number, asked.title(), asked.question().orElseThrow(), tally)));
        }
        return answered;
    }

    /**
     * A question with the answers of the class.
     *
     * @param number   of its step, counted from 1
     * @param title    of its step
     * @param question what was asked
     * @param tally    what was answered
     */
    public record Answered(int number, String title, ClassQuestion question, Tally tally) {}
}
