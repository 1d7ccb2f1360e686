package lab.carousel.classroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.ClassPicture;
import lab.carousel.file.answers.ClassProgressFile;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.ReachedStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.ClassAnswers;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.lesson.answers.Submission;
import lab.carousel.lesson.live.AskedNow;
import lab.carousel.lesson.live.ClassProgress;
import lab.carousel.lesson.live.Counts;
import lab.carousel.lesson.live.CourseProgress;
import lab.carousel.lesson.live.DoorState;
import lab.carousel.lesson.live.NumberRange;
import lab.carousel.lesson.live.PhoneScreen;
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

    /** Students of a class, unless its teacher expects others. */
    public static final int EXPECTED = 60;

    /** So many more are let in at a time. */
    public static final int MORE = 20;

    private final ClassSheets sheets;
    private final Door door;
    /** How far the class is in each lesson that it has begun. */
    private final Map<LessonAnswers, Course> courses = new LinkedHashMap<>();
    /** How far it was, before the program was ended, in lessons with which it does not go on yet. */
    private final Map<LessonAnswers, CourseProgress> left = new LinkedHashMap<>();

    private final Optional<ClassProgress> before;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Presence presence = new Presence(System::nanoTime);
    /** All questions asked in between, by their ids; empty where the program asked them before it was ended. */
    private final Map<String, Optional<AskedNow>> asked = new LinkedHashMap<>();

    /** Files with the ids of their steps whose outcome was told to one student, at the own pace. */
    private final Set<String> toldAlone = new HashSet<>();

    /** What phones are told in this moment, for each thing that they may be told. */
    private Map<List<Object>, String> told = new ConcurrentHashMap<>();

    /** What the phones see of what came in; none before the outcome is told to all. */
    private List<ClassPicture> pictures = List.of();

    private Optional<Course> course = Optional.empty();
    private PhoneScreen moment;
    private boolean isClosed;

    /** Held while how far the class is is written. */
    private final Object keeping = new Object();
    /** What its phones open; empty as long as it is not served. */
    private String address = "";

    private String kept = "";
    private Optional<InvalidInput> notKept = Optional.empty();

    /** What was counted last. */
    private volatile Counted counted = new Counted(0, 0, 0, Counts.none(0));

    /** What was counted, and of what: window and wall both ask, several times a second. */
    private record Counted(int number, int version, int joined, Counts counts) {}

    /**
     * @param folder where answers are kept; a class that was open there goes on where it was
     * @param lesson empty if the class goes on with the one of before, or is only asked in between
     * @param isLed whether the phones follow the wall
     * @throws InvalidInput if the folder cannot be read
     */
    public LiveClass(Path folder, Optional<Lesson> lesson, boolean isLed) {
        this(folder, lesson, isLed, () -> UUID.randomUUID().toString());
    }

    /** @param ids of students, each another one */
    LiveClass(Path folder, Optional<Lesson> lesson, boolean isLed, Supplier<String> ids) {
        door = new Door(System::nanoTime, ids);
        sheets = new ClassSheets(folder);
        sheets.all().values().stream()
                .filter(LiveClass::isAsked)
                .flatMap(sheet -> sheet.lesson().steps().stream())
                .forEach(id -> asked.put(id, Optional.empty()));
        before = ClassProgressFile.read(folder);
        before.ifPresent(it -> {
            it.asked().forEach(question -> asked.put(question.id(), Optional.of(question)));
            toldAlone.addAll(it.toldAlone());
            door.goOn(it.door());
            it.courses().forEach(each -> left.put(each.lesson(), each));
        });
        sheets.all().values().forEach(sheet -> door.letIn(sheet.from().id()));
        begin(lesson.or(() -> before.flatMap(ClassProgress::course).flatMap(it -> shipped(it.lesson()))));
        moment = new PhoneScreen(
                before.map(ClassProgress::moment).orElse(0) + 1,
                isLed,
                course.map(it -> it.step).orElse(0),
                course.map(it -> it.round(it.step)).orElse(1),
                course.map(it -> it.revealed.contains(it.step)).orElse(false),
                false,
                before.flatMap(ClassProgress::over).flatMap(id -> asked.getOrDefault(id, Optional.empty())),
                before.filter(any -> goesOn()).flatMap(ClassProgress::given),
                before.filter(it -> it.isPaused() && !it.isClosed()).isPresent(),
                before.filter(any -> goesOn()).map(ClassProgress::reasons).orElse(List.of()));
    }

    /** Whether the class is in the lesson, or in none, in which it was when the program was ended. */
    public synchronized boolean goesOn() {
        return before.filter(it -> it.course().map(CourseProgress::lesson).equals(course.map(now -> now.name)))
                .isPresent();
    }

    private static Optional<Lesson> shipped(LessonAnswers wanted) {
        return Optional.of(wanted.name())
                .filter(ShippedLessons.names()::contains)
                .map(ShippedLessons::read)
                .filter(lesson -> Course.name(lesson).equals(wanted));
    }

    /** How far the class was that goes on here; empty if it is a new one. */
    public Optional<ClassProgress> before() {
        return before;
    }

    /** What the phones open, from now on; how far the class is is kept beside its answers. */
    void serveAt(URI newAddress) {
        synchronized (keeping) {
            address = newAddress.toString();
        }
        keep();
    }

    /** Keeps how far the class is, if it is served and that has changed. */
    void keep() {
        synchronized (keeping) {
            if (address.isEmpty()) {
                return;
            }
            String text = ClassProgressFile.text(progress(address));
            if (text.equals(kept)) {
                return;
            }
            try {
                TextFile.write(folder().resolve(ClassProgress.FILE), text);
                kept = text;
                notKept = Optional.empty();
            } catch (InvalidInput refused) {
                notKept = Optional.of(refused);
            }
        }
    }

    private synchronized ClassProgress progress(String served) {
        List<CourseProgress> all = new ArrayList<>();
        courses.values().forEach(each -> all.add(each.progress()));
        int taught = course.map(it -> all.indexOf(it.progress()) + 1).orElse(0);
        all.addAll(left.values());
        return new ClassProgress(
                served,
                isClosed,
                moment.number(),
                moment.isLed(),
                taught == 0 ? OptionalInt.empty() : OptionalInt.of(taught),
                all,
                asked.values().stream().flatMap(Optional::stream).toList(),
                moment.asked().map(AskedNow::id),
                moment.given(),
                moment.isPaused(),
                moment.reasons(),
                door.progress(),
                toldAlone.stream().sorted().toList());
    }

    /** Its teacher has closed it: it goes on only if that is asked for, and not at all if nothing came in. */
    public void end() {
        synchronized (this) {
            isClosed = true;
        }
        keep();
        if (sheets.all().isEmpty()) {
            synchronized (keeping) {
                address = "";
                folder().resolve(ClassProgress.FILE).toFile().delete();
            }
        }
    }

    /** Where the class is in its lesson, with what it has answered, for a wall that goes on with it; empty without a lesson. */
    public Optional<AnswerSheet> reached() {
        ClassAnswers all = answers();
        synchronized (this) {
            return course.map(it -> reached(it, all));
        }
    }

    /** The same of a lesson that the class has not gone on with since the program was ended; empty if it is none of these. */
    public Optional<AnswerSheet> reached(Lesson lesson) {
        Optional<Course> known;
        synchronized (this) {
            known = goOn(lesson);
        }
        return known.map(it -> reached(it, answers()));
    }

    private synchronized AnswerSheet reached(Course it, ClassAnswers all) {
        Map<String, StepAnswers> counted = new LinkedHashMap<>();
        List<String> ids = it.name.steps();
        all.asked().stream()
                .filter(step -> step.lesson().name().equals(it.name.name()) && step.before().length > 0)
                .forEach(step -> counted.put(
                        step.step(), step.counted().filled(it.lesson.steps().get(ids.indexOf(step.step())))));
        ReachedStep at = new ReachedStep(
                ids.get(it.step - 1),
                it.revealed.stream().map(number -> ids.get(number - 1)).toList());
        LessonProgress wall =
                new LessonProgress(it.lesson, UUID.randomUUID().toString(), "", counted, List.of(), Optional.of(at));
        return AnswerSheet.of(wall, AnswersFile.program()).at(at);
    }

    public Path folder() {
        return sheets.folder();
    }

    public synchronized Optional<Lesson> lesson() {
        return course.map(it -> it.lesson);
    }

    /** Begins another lesson at its first step, or none; answers to those before are still taken. One that is taught goes on. */
    public void teach(Optional<Lesson> next) {
        change(now -> {
            if (next.isPresent() && next.map(Course::name).equals(course.map(it -> it.name))) {
                return now;
            }
            begin(next);
            return course.map(it -> at(now, it, 1)).orElseGet(() -> now.at(0, 1, false));
        });
    }

    private void begin(Optional<Lesson> next) {
        course = next.map(lesson ->
                goOn(lesson).orElseGet(() -> courses.computeIfAbsent(Course.name(lesson), any -> new Course(lesson))));
    }

    /** Takes up a lesson where the class was in it before the program was ended; empty if that was done, or it was in it never. */
    private Optional<Course> goOn(Lesson lesson) {
        return Optional.ofNullable(left.remove(Course.name(lesson))).map(before -> {
            Course known = new Course(lesson);
            known.goOn(before);
            courses.put(known.name, known);
            return known;
        });
    }

    /** The moment in which a step of a lesson is opened. */
    private static PhoneScreen at(PhoneScreen now, Course course, int step) {
        course.step = step;
        return now.at(step, course.round(step), course.revealed.contains(step));
    }

    /** Why the last sheet, or how far the class is, could not be kept; empty if it was. */
    public Optional<InvalidInput> problem() {
        synchronized (keeping) {
            return sheets.problem().or(() -> notKept);
        }
    }

    public synchronized PhoneScreen moment() {
        return moment;
    }

    /** Is told after each change, from any thread and never under a lock. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void change(UnaryOperator<PhoneScreen> act) {
        synchronized (this) {
            PhoneScreen last = moment;
            moment = act.apply(last).numbered(last.number() + 1);
            if (!moment.showsAnswers() || !moment.asksAs(last)) {
                pictures = List.of();
            }
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
        change(now -> step == now.step() ? now : at(now, course.orElseThrow(), step));
    }

    public void setLed(boolean isLed) {
        change(now -> {
            if (isLed && !now.isLed()) {
                sheets.all().forEach((file, sheet) -> predicted(sheet.answers())
                        .forEach(step -> toldAlone.add(file + " " + step)));
            }
            return now.led(isLed);
        });
    }

    /**
     * Asks the question of the step that is open, or the one that was asked in between, once more after the class has talked;
     * not once the class knows what is right.
     */
    public void askAgain() {
        change(now -> {
            if (now.asked().isPresent()) {
                return now.asking(now.asked()
                        .map(it -> it.isRevealed() || it.round() == StepAnswers.MOST_ROUNDS
                                ? it
                                : with(it, it.round() + 1, false)));
            }
            if (!now.isLed() || now.isRevealed() || now.round() == StepAnswers.MOST_ROUNDS) {
                return now;
            }
            course.ifPresent(it -> it.rounds.put(now.step(), now.round() + 1));
            return now.inNextRound();
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
                isRevealed,
                it.range());
    }

    /** Tells the phones the outcome of what is asked. */
    public void reveal() {
        change(now -> {
            if (now.asked().isPresent()) {
                return now.asking(now.asked().map(it -> with(it, it.round(), true)));
            }
            course.ifPresent(it -> it.revealed.add(now.step()));
            return now.revealed();
        });
    }

    /** The wall has shown what is to be observed: the phones tell what is right. */
    public void see() {
        change(PhoneScreen::seen);
    }

    /** Covers the phones, or lets them go on. */
    public void setPaused(boolean paused) {
        change(now -> now.paused(paused));
    }

    /** Shows reasons to the phones once the outcome is told. */
    public void showReasons(List<String> chosen) {
        change(now -> now.showing(chosen));
    }

    public void ask(AskedNow question) {
        change(now -> now.asking(Optional.of(question)));
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
        change(now -> now.asking(Optional.empty()));
    }

    public void give(Experiment experiment) {
        change(now -> now.giving(experiment));
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
        if (!door.isIn(sheet.from().id())) {
            throw new InvalidInput("class.door");
        }
        try {
            sheets.keep(
                    file(sheet.lesson(), sheet.from().id()),
                    before -> Optional.of(rules(sheet, before).judged(before, sheet)));
            return sheet.from().id();
        } finally {
            listeners.forEach(Runnable::run);
        }
    }

    /** Answers to another version of a lesson are kept beside those of before. */
    private String file(LessonAnswers lesson, String id) {
        String usual = AnswersFile.name(lesson.name(), id);
        boolean isOther = sheets.of(usual)
                .filter(kept -> !kept.lesson().version().equals(lesson.version()))
                .isPresent();
        return isOther ? AnswersFile.name(lesson.name() + "-" + lesson.version(), id) : usual;
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
            Map<String, Integer> rounds = new HashMap<>();
            Map<String, NumberRange> ranges = new HashMap<>();
            asked.forEach((id, question) -> question.ifPresent(it -> {
                rounds.put(id, it.round());
                ranges.put(id, it.range());
            }));
            return new SheetRules(
                    List.copyOf(asked.keySet()), List.of(), choices, Set.copyOf(asked.keySet()), told, rounds, ranges);
        }
        // The wall may not have gone on with it yet
        if (left.containsKey(sheet.lesson())) {
            shipped(sheet.lesson()).ifPresent(this::goOn);
        }
        if (left.containsKey(sheet.lesson())) {
            throw new UncheckedIOException(new IOException(sheet.lesson().name() + " is not taught yet"));
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
        Map<String, Integer> rounds = new HashMap<>();
        for (int step = 1; step <= ids.size(); step++) {
            String id = ids.get(step - 1);
            rounds.put(id, taught.round(step));
            if (taught.isTold(moment.isLed(), predicted(earlier), step)
                    || toldAlone.contains(file(sheet.lesson(), sheet.from().id()) + " " + id)) {
                told.add(id);
            }
        }
        return new SheetRules(ids, taught.lesson.steps(), Map.of(), open, told, rounds, Map.of());
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

    /** Shows the phones what came in once they may see it, and again when it has become more. Takes a moment. */
    void showAnswers() {
        PhoneScreen now = moment();
        List<ClassPicture> drawn = now.showsAnswers() ? ClassPicture.of(now, lesson(), counts()) : List.of();
        synchronized (this) {
            if (moment.number() != now.number() || drawn.equals(pictures)) {
                return;
            }
            pictures = drawn;
        }
        change(any -> any);
    }

    /** What a phone is to show, as JSON. */
    public String told(String id) {
        if (!door.isIn(id)) {
            // Who was given an id comes with it at once
            return door.isNew(id)
                    ? PageClass.atDoor(0, "new")
                    : PageClass.atDoor(moment().number(), door.isDropped(id) ? "dropped" : "waiting");
        }
        PhoneScreen now;
        Optional<Course> taught;
        Map<String, StepAnswers> given;
        int open;
        BitSet outcomes = new BitSet();
        Map<List<Object>, String> made;
        List<ClassPicture> shown;
        synchronized (this) {
            now = moment;
            taught = course;
            made = told;
            shown = pictures;
            given = taught.flatMap(it -> sheets.of(file(it.name, id)))
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
                any -> PageClass.told(now, taught.map(it -> it.lesson), open, outcomes::get, shown));
        return late.isEmpty() ? common : common.replace("\"late\":[]", "\"late\":" + quoted(late));
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",", "[", "]"));
    }

    /** Lets a phone in that has an id, if there is room, and gives one to others; the id by which it is known from now on. */
    String come(String id) {
        return door.come(id);
    }

    /**
     * A phone is there: it counts as joined for a minute, if it is let in.
     *
     * @param id that it has; empty for one that has none yet
     * @param step that it shows; 0 for none
     * @return the id by which it is known from now on
     */
    public String join(String id, int step) {
        String who = come(id);
        if (door.isIn(who) && presence.note(who, step)) {
            listeners.forEach(Runnable::run);
        }
        return who;
    }

    /** The number of a student who is in, which the phone shows. */
    public OptionalInt number(String id) {
        return door.number(id);
    }

    public DoorState door() {
        return door.state();
    }

    /** Where the students are whose phones have joined: their numbers, by the step that each shows; 0 for none. */
    public SortedMap<Integer, List<Integer>> places() {
        SortedMap<Integer, List<Integer>> places = new TreeMap<>();
        presence.steps().forEach((id, step) -> door.number(id)
                .ifPresent(number ->
                        places.computeIfAbsent(step, any -> new ArrayList<>()).add(number)));
        places.values().forEach(Collections::sort);
        return places;
    }

    /** How many are let in. */
    public void expect(int students) {
        door.expect(students);
    }

    /** Lets more in, first those who wait. */
    public void expectMore() {
        door.expectMore();
        change(now -> now);
    }

    /** Lets nobody new in, or lets in again. */
    public void setShut(boolean shut) {
        door.setShut(shut);
        change(now -> now);
    }

    /** Sends the student with a number out; the sheets are set aside. */
    public void drop(int number) {
        leave(door.drop(number));
    }

    /** Sends out all who came within the last minute, and shuts the door. */
    public void dropRecent() {
        leave(door.dropRecent());
    }

    private void leave(List<String> ids) {
        ids.forEach(id -> {
            sheets.setAside(id);
            presence.forget(id);
        });
        change(now -> now);
    }

    /** What came in for what is asked now; the same as before as long as nothing has changed. */
    public Counts counts() {
        PhoneScreen now;
        Optional<Lesson> taught;
        int joined;
        int version = sheets.version();
        synchronized (this) {
            now = moment;
            taught = lesson();
            joined = presence.joined();
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
        Map<String, String> versions = new LinkedHashMap<>();
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
