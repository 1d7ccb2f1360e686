package lab.carousel.file.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.json.Codec;
import lab.carousel.file.json.JsonKind;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.model.Experiment;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;

/** Lessons as readable files: a folder, or a zip of one. {@link LessonCodec} describes the format. */
public final class LessonFile {

    /** Verdicts as lessons and their answers name them. */
    public static final Codec<Verdict> VERDICT = Codec.words(Verdict.class);

    private static final String ZIP = ".zip";

    private LessonFile() {}

    /** Whether a path is a lesson, by its name: a zip, its {@code lesson.json}, or a folder with one. */
    public static boolean isLesson(Path path) {
        assert DiskAccess.isAllowedHere() : path;
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.endsWith(ZIP)
                || name.equals(LessonFiles.STEPS)
                || Files.isRegularFile(path.resolve(LessonFiles.STEPS));
    }

    /** The zip of a lesson, or the folder with all its files. */
    public static Path source(Path path) {
        return path.endsWith(LessonFiles.STEPS)
                ? Objects.requireNonNull(path.toAbsolutePath().getParent())
                : path;
    }

    /**
     * Opens a lesson.
     *
     * @param path its folder, the {@code lesson.json} in it, or a zip
     * @throws InvalidInput if something in it is missing, damaged or unknown; names the file and the place
     */
    public static Lesson read(Path path) {
        return read(path, new ReadProgress());
    }

    public static Lesson read(Path path, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : path;
        Path file = path.toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new InvalidInput("file.read.missing", path);
        }
        boolean zipped =
                Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".json");
        Path folder = Files.isDirectory(file) ? file : Objects.requireNonNull(file.getParent());
        LessonFiles files = zipped ? LessonFiles.ofZip(file, progress) : LessonFiles.ofFolder(folder, progress);
        return read(files, zipped ? file.toString() : folder.toString());
    }

    static Lesson read(LessonFiles files, String name) {
        String text =
                files.text(LessonFiles.STEPS).orElseThrow(() -> new InvalidInput("file.lesson.noSteps", files.where()));
        JsonValue root = JsonText.parse(files.path(LessonFiles.STEPS), text);
        LessonTexts texts = new LessonTexts(files);
        LessonCodec.Written written = new LessonCodec(texts).lesson().read(root);
        List<LessonStep> steps = steps(written, root.member("steps").elements());
        if (root.members().containsKey("answers")) {
            for (JsonValue answer : root.member("answers").elements()) {
                if (answer.kind() == JsonKind.OBJECT && answer.members().containsKey("step")) {
                    answer.member("step").wholeNumber(1, steps.size());
                }
            }
        }
        Map<Language, List<TranslatedTexts>> translated = new LinkedHashMap<>();
        Language.all().stream()
                .filter(language -> language != Language.ENGLISH)
                .forEach(language -> translated.put(
                        language,
                        written.steps().stream()
                                .map(step ->
                                        texts.in(language, step.words().text().name()))
                                .toList()));
        Lesson original = new Lesson(
                name,
                written.title(),
                written.minutes(),
                written.summary(),
                written.aim().isEmpty() ? written.summary() : written.aim(),
                written.answers(),
                steps,
                texts.pictures(),
                Map.of());
        Map<Language, Lesson> translations = new LinkedHashMap<>();
        translated.forEach((language, words) ->
                translations.put(language, LessonTranslation.of(files, language, original, words)));
        return original.with(translations);
    }

    /** Steps, each checked with the experiment that it would find if nothing but the lesson changed it. */
    private static List<LessonStep> steps(LessonCodec.Written lesson, List<JsonValue> values) {
        List<LessonCodec.WrittenStep> written = lesson.steps();
        int share = share(lesson.minutes(), written);
        List<LessonStep> steps = new ArrayList<>();
        Experiment experiment = Experiment.reference();
        Set<String> ids = new HashSet<>();
        Set<Experiment> shown = new HashSet<>();
        for (int index = 0; index < written.size(); index++) {
            JsonValue value = values.get(index);
            LessonStep step = written.get(index).numbered(index + 1, share);
            if (!ids.add(step.id())) {
                throw value.place().problem("file.lesson.idTwice", step.id());
            }
            if (step.setUp().change().isPresent()) {
                Experiment before = experiment;
                experiment =
                        value.place().check(() -> step.setUp().change().get().apply(before));
            }
            if (step.after().isTransfer() && shown.contains(experiment)) {
                throw value.place().problem("file.lesson.transfer");
            }
            shown.add(experiment);
            steps.add(step);
        }
        return steps;
    }

    /** The minutes of each step that does not say its own, at least 1. */
    private static int share(int minutes, List<LessonCodec.WrittenStep> steps) {
        long without =
                steps.stream().filter(step -> step.words().minutes() == 0).count();
        int said = steps.stream().mapToInt(step -> step.words().minutes()).sum();
        return without == 0 ? 0 : Math.max(1, (int) Math.round((double) (minutes - said) / without));
    }
}
