package lab.carousel.classroom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.Moment;
import lab.carousel.model.Experiment;

/**
 * A class whose phones answer: what they are to show, and what came in. An answer is on the disk before it is confirmed. It
 * knows neither the network nor the window. Any thread may use it.
 */
public final class LiveClass {

    private static final long JOINED_NANOS = 60_000_000_000L;

    private final Path folder;
    private Optional<Lesson> lesson;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, AnswerSheet> sheets = new LinkedHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();
    private final Set<Integer> opened = new HashSet<>();
    private final Set<Integer> revealed = new HashSet<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private Moment moment;

    /**
     * @param folder where answers are kept
     * @param lesson empty if the class is only asked in between
     * @param isLed whether the phones follow the wall
     */
    public LiveClass(Path folder, Optional<Lesson> lesson, boolean isLed) {
        this.folder = folder;
        this.lesson = lesson;
        moment = new Moment(1, isLed, lesson.isPresent() ? 1 : 0, 1, false, Optional.empty(), Optional.empty());
        opened.add(moment.step());
    }

    public Path folder() {
        return folder;
    }

    public synchronized Optional<Lesson> lesson() {
        return lesson;
    }

    /** Begins another lesson at its first step, or none; the answers of those before are kept. */
    public void teach(Optional<Lesson> next) {
        change(now -> {
            lesson = next;
            opened.clear();
            revealed.clear();
            rounds.clear();
            return new Moment(0, now.isLed(), next.isPresent() ? 1 : 0, 1, false, now.asked(), Optional.empty());
        });
    }

    public synchronized Moment moment() {
        return moment;
    }

    /** Is told after each change, from any thread and never under a lock. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void change(UnaryOperator<Moment> act) {
        synchronized (this) {
            Moment next = act.apply(moment);
            moment = new Moment(
                    moment.number() + 1,
                    next.isLed(),
                    next.step(),
                    next.round(),
                    next.isRevealed(),
                    next.asked(),
                    next.given());
            opened.add(next.step());
        }
        listeners.forEach(Runnable::run);
    }

    /** Opens a step, counted from 1. */
    public void lead(int step) {
        change(now -> new Moment(
                0, now.isLed(), step, rounds.getOrDefault(step, 1), revealed.contains(step), now.asked(), now.given()));
    }

    public void setLed(boolean isLed) {
        change(now -> new Moment(0, isLed, now.step(), now.round(), now.isRevealed(), now.asked(), now.given()));
    }

    /** Asks the question of the step that is open, or the one that was asked in between, once more after the class has talked. */
    public void askAgain() {
        change(now -> {
            if (now.asked().isPresent()) {
                return asking(
                        now,
                        now.asked()
                                .map(it -> new AskedNow(
                                        it.id(),
                                        it.kind(),
                                        it.text(),
                                        it.choices(),
                                        it.right(),
                                        it.round() + 1,
                                        false)));
            }
            rounds.put(now.step(), now.round() + 1);
            return new Moment(0, now.isLed(), now.step(), now.round() + 1, false, now.asked(), now.given());
        });
    }

    /** Tells the phones the outcome of what is asked. */
    public void reveal() {
        change(now -> {
            if (now.asked().isPresent()) {
                return asking(
                        now,
                        now.asked()
                                .map(it -> new AskedNow(
                                        it.id(), it.kind(), it.text(), it.choices(), it.right(), it.round(), true)));
            }
            revealed.add(now.step());
            return new Moment(0, now.isLed(), now.step(), now.round(), true, now.asked(), now.given());
        });
    }

    private static Moment asking(Moment now, Optional<AskedNow> asked) {
        return new Moment(0, now.isLed(), now.step(), now.round(), now.isRevealed(), asked, now.given());
    }

    public void ask(AskedNow question) {
        change(now -> asking(now, Optional.of(question)));
    }

    /** The lesson, or the experiment, is shown again. */
    public void endQuestion() {
        change(now -> asking(now, Optional.empty()));
    }

    public void give(Experiment experiment) {
        change(now -> new Moment(
                0, now.isLed(), now.step(), now.round(), now.isRevealed(), now.asked(), Optional.of(experiment)));
    }

    /**
     * Takes a sheet of answers, as its file.
     *
     * @throws lab.carousel.text.InvalidInput if it is none, or not of this class
     */
    public void take(byte[] file) {
        AnswerSheet sheet = AnswersFile.parse("answers", file);
        synchronized (this) {
            AnswersFile.write(
                    folder.resolve(sheet.lesson().name() + "-" + sheet.from().id() + AnswersFile.EXTENSION), sheet);
            sheets.put(sheet.lesson().name() + " " + sheet.from().id(), sheet);
        }
        listeners.forEach(Runnable::run);
    }

    /** What a phone is to show, as JSON; it counts as joined for a minute. */
    public synchronized String told(String id) {
        seen.put(id, System.nanoTime());
        int open = moment.isLed() ? moment.step() : openTo(id);
        return PageClass.told(
                moment,
                lesson,
                open,
                step -> moment.isLed() ? revealed.contains(step) : isCommitted(id, step),
                List.of());
    }

    /** At its own pace a phone has the steps up to the first question that it has not committed to. */
    private int openTo(String id) {
        int steps = lesson.map(taught -> taught.steps().size()).orElse(0);
        int open = 1;
        while (open < steps && isCommitted(id, open)) {
            open++;
        }
        return Math.min(open, steps);
    }

    private boolean isCommitted(String id, int step) {
        var asked = lesson.orElseThrow().steps().get(step - 1);
        return asked.question().isEmpty()
                || Optional.ofNullable(sheets.get(
                                AnswerSheet.shortName(lesson.orElseThrow().name()) + " " + id))
                        .map(sheet -> sheet.answers().get(asked.id()))
                        .filter(StepAnswers::isAny)
                        .isPresent();
    }

    /** What came in for what is asked now. */
    public synchronized Counts counts() {
        long now = System.nanoTime();
        int joined = (int)
                seen.values().stream().filter(time -> now - time < JOINED_NANOS).count();
        String step = moment.asked()
                .map(AskedNow::id)
                .orElseGet(() -> moment.step() == 0
                        ? ""
                        : lesson.orElseThrow().steps().get(moment.step() - 1).id());
        List<StepAnswers> given = sheets.values().stream()
                .flatMap(sheet -> Optional.ofNullable(sheet.answers().get(step)).stream())
                .toList();
        List<Tally> hands =
                given.stream().flatMap(answers -> answers.before().stream()).toList();
        List<Integer> first = new ArrayList<>();
        hands.forEach(tally -> {
            for (int choice = 0; choice < tally.hands().size(); choice++) {
                if (choice == first.size()) {
                    first.add(0);
                }
                first.set(choice, first.get(choice) + tally.hands().get(choice));
            }
        });
        return new Counts(
                Math.max(joined, given.size()),
                (int) hands.stream().filter(tally -> tally.total() > 0).count(),
                List.of(first),
                List.of(),
                given.stream()
                        .map(StepAnswers::reason)
                        .filter(reason -> !reason.isEmpty())
                        .toList(),
                List.of(),
                Optional.empty());
    }

    /** All that came in, as a table of the class has it. */
    public synchronized ClassAnswers answers() {
        return ClassAnswers.of(
                sheets.entrySet().stream()
                        .map(each -> new Submission(each.getKey(), each.getValue()))
                        .toList(),
                List.of(),
                List.of(),
                lesson.map(taught -> Map.of(taught.name(), taught.version())).orElse(Map.of()));
    }
}
