package lab.carousel.classroom;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.Moment;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;

/**
 * A class whose phones answer: what they are to show, and what came in. An answer is on the disk before it is confirmed, and
 * nothing that was confirmed is lost: of what a student hands in again the newer answer to a step counts, and a prediction no
 * longer changes once its student was told what is right. It knows neither the network nor the window. Any thread may use it.
 */
public final class LiveClass {

    /** Size limit of a sheet. */
    public static final int MOST_BYTES = 64_000;

    private static final long JOINED_NANOS = 60_000_000_000L;
    private static final int MOST_SEEN = 2_000;

    private final ClassSheets sheets;
    /** How far the class is in each lesson that it has begun. */
    private final Map<LessonAnswers, Course> courses = new HashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    /** All questions asked in between, by their ids; empty where the program asked them before it was ended. */
    private final Map<String, Optional<AskedNow>> asked = new LinkedHashMap<>();

    /** Files with the ids of their steps whose outcome was told to one student, at the own pace. */
    private final Set<String> toldAlone = new HashSet<>();

    /** What phones are told in this moment, for each thing that they may be told. */
    private Map<List<Object>, String> told = new ConcurrentHashMap<>();

    private Optional<Course> course = Optional.empty();
    private Moment moment;

    /** What was counted last. */
    private volatile Counted counted = new Counted(0, 0, 0, Counts.none(0));

    /** What was counted, and of what: window and wall both ask, several times a second. */
    private record Counted(int number, int version, int joined, Counts counts) {}

    /** A lesson with what all know of it. */
    private static final class Course {

        private final Lesson lesson;
        private final LessonAnswers name;
        private final Set<Integer> revealed = new HashSet<>();
        private final Map<Integer, Integer> rounds = new HashMap<>();
        /** The last step that was open to all. */
        private int reached = 1;

        Course(Lesson lesson) {
            this.lesson = lesson;
            name = new LessonAnswers(
                    AnswerSheet.shortName(lesson.name()),
                    lesson.version(),
                    lesson.steps().stream().map(LessonStep::id).toList());
        }

        /** At the own pace a student has the steps up to the first question that is open, and those that were open to all. */
        int openTo(Set<String> predicted) {
            int open = 1;
            while (open < name.steps().size() && isAnswered(predicted, open)) {
                open++;
            }
            return Math.max(open, reached);
        }

        /** Whether nothing is to be predicted in a step, or it is among what was. */
        boolean isAnswered(Set<String> predicted, int step) {
            LessonStep asking = lesson.steps().get(step - 1);
            return asking.question().isEmpty() || predicted.contains(asking.id());
        }

        boolean isTold(boolean isLed, Set<String> predicted, int step) {
            return isAnswered(isLed ? Set.of() : predicted, step) || (isLed && revealed.contains(step));
        }
    }

    /**
     * @param folder where answers are kept; those that are there are taken up again
     * @param lesson empty if the class is only asked in between
     * @param isLed whether the phones follow the wall
     * @throws InvalidInput if the folder cannot be read
     */
    public LiveClass(Path folder, Optional<Lesson> lesson, boolean isLed) {
        sheets = new ClassSheets(folder);
        sheets.all().values().stream()
                .filter(LiveClass::isAsked)
                .flatMap(sheet -> sheet.lesson().steps().stream())
                .forEach(id -> asked.put(id, Optional.empty()));
        begin(lesson);
        moment = new Moment(1, isLed, lesson.isPresent() ? 1 : 0, 1, false, Optional.empty(), Optional.empty());
    }

    public Path folder() {
        return sheets.folder();
    }

    public synchronized Optional<Lesson> lesson() {
        return course.map(it -> it.lesson);
    }

    /** Begins another lesson at its first step, or none; answers to those before are still taken. */
    public void teach(Optional<Lesson> next) {
        change(now -> {
            begin(next);
            return new Moment(0, now.isLed(), next.isPresent() ? 1 : 0, 1, false, now.asked(), Optional.empty());
        });
    }

    private void begin(Optional<Lesson> next) {
        course = next.map(Course::new);
        course.ifPresent(it -> courses.put(it.name, it));
    }

    /** Why the last sheet could not be kept; empty if it was. */
    public Optional<InvalidInput> problem() {
        return sheets.problem();
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
            if (moment.isLed()) {
                course.ifPresent(it -> it.reached = Math.max(it.reached, moment.step()));
            }
            moment.asked().ifPresent(question -> asked.put(question.id(), Optional.of(question)));
            told = new ConcurrentHashMap<>();
        }
        listeners.forEach(Runnable::run);
    }

    /** Opens a step, counted from 1. */
    public void lead(int step) {
        change(now -> {
            Course it = course.orElseThrow();
            return new Moment(
                    0,
                    now.isLed(),
                    step,
                    it.rounds.getOrDefault(step, 1),
                    it.revealed.contains(step),
                    now.asked(),
                    // What was given belonged to the step before
                    step == now.step() ? now.given() : Optional.empty());
        });
    }

    public void setLed(boolean isLed) {
        change(now -> {
            if (isLed && !now.isLed()) {
                sheets.all().forEach((file, sheet) -> predicted(sheet.answers())
                        .forEach(step -> toldAlone.add(file + " " + step)));
            }
            return new Moment(0, isLed, now.step(), now.round(), now.isRevealed(), now.asked(), now.given());
        });
    }

    /**
     * Asks the question of the step that is open, or the one that was asked in between, once more after the class has talked;
     * not once the class knows what is right.
     */
    public void askAgain() {
        change(now -> {
            if (now.asked().isPresent()) {
                return asking(now, now.asked().map(it -> it.isRevealed() ? it : with(it, it.round() + 1, false)));
            }
            if (now.isRevealed() || now.round() == StepAnswers.MOST_ROUNDS) {
                return now;
            }
            course.ifPresent(it -> it.rounds.put(now.step(), now.round() + 1));
            return new Moment(0, now.isLed(), now.step(), now.round() + 1, false, now.asked(), now.given());
        });
    }

    private static AskedNow with(AskedNow it, int round, boolean isRevealed) {
        return new AskedNow(
                it.id(),
                it.kind(),
                it.text(),
                it.choices(),
                it.right(),
                Math.min(StepAnswers.MOST_ROUNDS, round),
                isRevealed);
    }

    /** Tells the phones the outcome of what is asked. */
    public void reveal() {
        change(now -> {
            if (now.asked().isPresent()) {
                return asking(now, now.asked().map(it -> with(it, it.round(), true)));
            }
            course.ifPresent(it -> it.revealed.add(now.step()));
            return new Moment(0, now.isLed(), now.step(), now.round(), true, now.asked(), now.given());
        });
    }

    private static Moment asking(Moment now, Optional<AskedNow> asked) {
        return new Moment(0, now.isLed(), now.step(), now.round(), now.isRevealed(), asked, now.given());
    }

    public void ask(AskedNow question) {
        change(now -> asking(now, Optional.of(question)));
    }

    /** An id that no question of this class has had. */
    public synchronized String nextQuestion() {
        int number = 1;
        while (asked.containsKey("q" + number)) {
            number++;
        }
        return "q" + number;
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
     * Takes a sheet of answers, as its file. When this returns they are on the disk.
     *
     * @return the id of its student
     * @throws InvalidInput if it is none, or not of this class, or answers what is not open
     * @throws java.io.UncheckedIOException if it cannot be kept
     */
    public String take(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new InvalidInput("class.tooLarge", MOST_BYTES / 1_000);
        }
        AnswerSheet sheet = AnswersFile.parse("answers", file);
        try {
            sheets.keep(
                    AnswersFile.name(sheet),
                    before -> Optional.of(rules(sheet, before).judged(before, sheet)));
            return sheet.from().id();
        } finally {
            listeners.forEach(Runnable::run);
        }
    }

    private static boolean isAsked(AnswerSheet sheet) {
        return sheet.lesson().name().equals(AskedNow.LESSON)
                && sheet.lesson().version().equals(AskedNow.VERSION);
    }

    private synchronized SheetRules rules(AnswerSheet sheet, Optional<AnswerSheet> before) {
        if (isAsked(sheet)) {
            Set<String> told = new HashSet<>();
            asked.forEach(
                    (id, question) -> question.filter(AskedNow::isRevealed).ifPresent(it -> told.add(id)));
            Map<String, Integer> choices = new HashMap<>();
            asked.forEach((id, question) ->
                    question.ifPresent(it -> choices.put(id, it.choices().size())));
            return new SheetRules(List.copyOf(asked.keySet()), List.of(), choices, Set.copyOf(asked.keySet()), told);
        }
        Course taught = Optional.ofNullable(courses.get(sheet.lesson()))
                .orElseThrow(() -> new InvalidInput("class.otherLesson"));
        Map<String, StepAnswers> earlier = before.map(AnswerSheet::answers).orElse(Map.of());
        List<String> ids = taught.name.steps();
        // Somebody at an own pace may hand in several steps at once, after the network was lost
        int all = moment.isLed() ? taught.reached : taught.openTo(predicted(sheet.answers()));
        Set<String> open = new HashSet<>(ids.subList(0, all));
        open.addAll(earlier.keySet());
        Set<String> told = new HashSet<>();
        for (int step = 1; step <= ids.size(); step++) {
            String id = ids.get(step - 1);
            if (taught.isTold(moment.isLed(), predicted(earlier), step)
                    || toldAlone.contains(AnswersFile.name(sheet) + " " + id)) {
                told.add(id);
            }
        }
        return new SheetRules(ids, taught.lesson.steps(), Map.of(), open, told);
    }

    private static Set<String> predicted(Map<String, StepAnswers> answers) {
        Set<String> predicted = new HashSet<>();
        answers.forEach((id, given) -> {
            if (given.isPredicted()) {
                predicted.add(id);
            }
        });
        return predicted;
    }

    /** What a phone is to show, as JSON; it counts as joined for a minute. */
    public String told(String id) {
        join(id);
        Moment now;
        Optional<Course> taught;
        Map<String, StepAnswers> given;
        int open;
        BitSet outcomes = new BitSet();
        Map<List<Object>, String> made;
        synchronized (this) {
            now = moment;
            taught = course;
            made = told;
            given = taught.flatMap(it -> sheets.of(AnswersFile.name(it.name.name(), id)))
                    .map(AnswerSheet::answers)
                    .orElse(Map.of());
            Set<String> predicted = predicted(given);
            open = now.isLed()
                    ? now.step()
                    : taught.map(it -> it.openTo(predicted)).orElse(0);
            for (int step = 1; step <= open; step++) {
                outcomes.set(step, taught.orElseThrow().isTold(now.isLed(), predicted, step));
            }
        }
        List<String> late = given.entrySet().stream()
                .filter(each -> each.getValue().isLate())
                .map(Map.Entry::getKey)
                .toList();
        // Phones of a class are mostly told the same, which takes a while to make
        String common = made.computeIfAbsent(
                List.of(open, outcomes),
                any -> PageClass.told(now, taught.map(it -> it.lesson), open, outcomes::get, List.of()));
        return late.isEmpty() ? common : common.replace("\"late\":[]", "\"late\":" + quoted(late));
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }

    /** A phone is there: it counts as joined for a minute. */
    public void join(String id) {
        boolean isNew;
        synchronized (this) {
            long now = System.nanoTime();
            if (seen.size() >= MOST_SEEN) {
                seen.values().removeIf(time -> now - time > JOINED_NANOS);
            }
            String key = id.toLowerCase(Locale.ROOT);
            Long before = seen.size() < MOST_SEEN ? seen.put(key, now) : seen.get(key);
            isNew = before == null || now - before > JOINED_NANOS;
        }
        if (isNew) {
            listeners.forEach(Runnable::run);
        }
    }

    /** What came in for what is asked now; the same as before as long as nothing has changed. */
    public Counts counts() {
        Moment now;
        Optional<Lesson> taught;
        int joined;
        int version = sheets.version();
        synchronized (this) {
            now = moment;
            taught = lesson();
            long time = System.nanoTime();
            joined = (int) seen.values().stream()
                    .filter(last -> time - last < JOINED_NANOS)
                    .count();
        }
        Counted last = counted;
        if (last.number != now.number() || last.version != version || last.joined != joined) {
            last = new Counted(
                    now.number(),
                    version,
                    joined,
                    Counts.of(joined, now, taught, List.copyOf(sheets.all().values())));
            counted = last;
        }
        return last.counts;
    }

    /** All that came in, as a table of the class has it. */
    public ClassAnswers answers() {
        Map<String, String> versions = new HashMap<>();
        synchronized (this) {
            courses.keySet().forEach(name -> versions.put(name.name(), name.version()));
        }
        return ClassAnswers.of(
                sheets.all().entrySet().stream()
                        .map(each -> new Submission(each.getKey(), each.getValue()))
                        .toList(),
                List.of(),
                sheets.left(),
                versions);
    }
}
