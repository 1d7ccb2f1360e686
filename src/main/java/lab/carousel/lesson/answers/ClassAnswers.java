package lab.carousel.lesson.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.lesson.LessonRun;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.text.Message;

/**
 * Merged submissions of a class. Immutable.
 *
 * @param students one sheet of each
 * @param pools runs by experiment; the largest first
 * @param remarks such as a repeated name, or a lesson that was changed
 * @param left rejected files
 */
public record ClassAnswers(
        List<Submission> students,
        List<AskedStep> asked,
        List<Pool> pools,
        List<RejectedFile> remarks,
        List<RejectedFile> left) {

    /** Of a class that answers live, and so of its students. */
    public static final int MOST_SHEETS = 1_000;

    private static final Comparator<Submission> NEWEST = Comparator.comparingLong(Submission::saved)
            .thenComparing(handed -> handed.sheet().amount());

    public ClassAnswers {
        students = List.copyOf(students);
        asked = List.copyOf(asked);
        pools = List.copyOf(pools);
        remarks = List.copyOf(remarks);
        left = List.copyOf(left);
    }

    /**
     * Merges submissions.
     *
     * @param sheets in the order of their files
     * @param sessions runs without answers
     * @param versions of the known lessons, by their names, in the order taught
     */
    public static ClassAnswers of(
            List<Submission> sheets,
            List<SubmittedRun> sessions,
            List<RejectedFile> refused,
            Map<String, String> versions) {
        List<RejectedFile> left = new ArrayList<>(refused);
        List<RejectedFile> remarks = new ArrayList<>();
        List<Submission> students = newestOfEach(sheets, left);
        remarkNames(students, remarks);
        Map<String, String> counted = new LinkedHashMap<>(versions);
        students.forEach(handed -> {
            LessonAnswers lesson = handed.sheet().lesson();
            counted.computeIfAbsent(lesson.name(), name -> mostFrequent(students, name));
            if (!counted.get(lesson.name()).equals(lesson.version())) {
                remarks.add(new RejectedFile(handed.file(), Message.text("answers.changed", lesson.name())));
            }
        });
        List<SubmittedRun> runs = new ArrayList<>();
        students.forEach(
                handed -> handed.sheet().runs().forEach(run -> runs.add(new SubmittedRun(handed.file(), run))));
        runs.addAll(sessions);
        return new ClassAnswers(students, asked(students, counted), pools(runs), remarks, left);
    }

    /** One sheet for each student and lesson: the newest; of equally new ones the fullest, the last of several. */
    private static List<Submission> newestOfEach(List<Submission> sheets, List<RejectedFile> left) {
        Map<String, Submission> kept = new LinkedHashMap<>();
        for (Submission handed : sheets) {
            String id = handed.sheet().lesson().name() + "\n"
                    + handed.sheet().from().id();
            Submission before = kept.get(id);
            if (before == null) {
                kept.put(id, handed);
                continue;
            }
            boolean isLater = NEWEST.compare(handed, before) >= 0;
            Submission other = isLater ? before : handed;
            Submission better = isLater ? handed : before;
            kept.put(id, better);
            left.add(new RejectedFile(other.file(), Message.text("answers.twice", better.file())));
        }
        return List.copyOf(kept.values());
    }

    /** How many have handed in something: one student has a sheet for each lesson, and one for what was asked in between. */
    public int authors() {
        return (int) students.stream()
                .map(handed -> handed.sheet().from().id().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
    }

    private static void remarkNames(List<Submission> students, List<RejectedFile> remarks) {
        Set<String> names = new HashSet<>();
        for (Submission handed : students) {
            String name = handed.sheet().from().student();
            if (!name.isEmpty() && !names.add(handed.sheet().lesson().name() + "\n" + name)) {
                remarks.add(new RejectedFile(handed.file(), Message.text("answers.sameName")));
            }
        }
    }

    private static String mostFrequent(List<Submission> students, String lesson) {
        Map<String, Long> counts = students.stream()
                .map(handed -> handed.sheet().lesson())
                .filter(one -> one.name().equals(lesson))
                .collect(Collectors.groupingBy(LessonAnswers::version, LinkedHashMap::new, Collectors.counting()));
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** Answers to a changed lesson are to other questions, and not counted with the others. */
    private static List<AskedStep> asked(List<Submission> students, Map<String, String> versions) {
        Map<String, List<Integer>> byLesson = IntStream.range(0, students.size())
                .boxed()
                .filter(student -> {
                    LessonAnswers lesson = students.get(student).sheet().lesson();
                    return lesson.version().equals(versions.get(lesson.name()));
                })
                .collect(Collectors.groupingBy(
                        student -> students.get(student).sheet().lesson().name(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<AskedStep> asked = new ArrayList<>();
        versions.keySet().stream().filter(byLesson::containsKey).forEach(name -> {
            List<Integer> among = byLesson.getOrDefault(name, List.of());
            // Questions that are asked in between come one after the other
            LessonAnswers lesson = among.stream()
                    .map(student -> students.get(student).sheet().lesson())
                    .max(Comparator.comparing(each -> each.steps().size()))
                    .orElseThrow();
            for (String step : lesson.steps()) {
                List<StudentAnswer> said = among.stream()
                        .flatMap(student -> students.get(student).sheet().given(step).stream()
                                .map(given -> new StudentAnswer(student, given)))
                        .toList();
                if (!said.isEmpty()) {
                    asked.add(new AskedStep(lesson, step, said));
                }
            }
        });
        return asked;
    }

    /** An experiment without its seed, so that runs of other seeds are grouped. */
    private record SetUp(Experiment experiment, int epoch) {

        static SetUp of(LessonRun run) {
            return new SetUp(run.experiment().with(all -> all.with(Settings.SEED, 0L)), run.epoch());
        }
    }

    private static List<Pool> pools(List<SubmittedRun> runs) {
        Map<SetUp, Map<Long, List<SubmittedRun>>> bySetUp = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> SetUp.of(run.run()),
                        LinkedHashMap::new,
                        Collectors.groupingBy(ClassAnswers::seed, TreeMap::new, Collectors.toList())));
        List<Pool> pools = new ArrayList<>();
        bySetUp.forEach((setUp, bySeed) -> {
            List<PooledRun> seeds =
                    bySeed.values().stream().map(ClassAnswers::pooled).toList();
            int files = (int) seeds.stream()
                    .flatMap(run -> run.files().stream())
                    .distinct()
                    .count();
            pools.add(new Pool(seeds.get(0).run().experiment(), setUp.epoch(), files, seeds));
        });
        pools.sort(
                (one, other) -> Integer.compare(other.runs().size(), one.runs().size()));
        return pools;
    }

    private static long seed(SubmittedRun run) {
        return run.run().experiment().hyperparameters().get(Settings.SEED);
    }

    private static PooledRun pooled(List<SubmittedRun> same) {
        List<String> files = same.stream().map(SubmittedRun::file).distinct().toList();
        boolean agreed = same.stream()
                        .map(run -> run.run().result().verdict())
                        .distinct()
                        .count()
                == 1;
        return new PooledRun(same.get(0).run(), files, agreed, Check.OPEN);
    }

    public ClassAnswers checked(UnaryOperator<PooledRun> check) {
        return new ClassAnswers(
                students, asked, pools.stream().map(pool -> pool.with(check)).toList(), remarks, left);
    }

    /** Label of a student, counted from 0; with hidden names the number alone. */
    public String label(int student, boolean hideNames) {
        String name = students.get(student).sheet().from().student();
        return hideNames || name.isEmpty() ? Message.text("answers.student", student + 1) : name;
    }
}
