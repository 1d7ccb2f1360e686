package lab.carousel.file.lesson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lab.carousel.file.disk.DiskAccess;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.ReadProgress;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.json.JsonValue;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.LessonTargets;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import org.jspecify.annotations.Nullable;

/** Lessons as readable files: a folder, or a zip of one. {@link LessonCodec} describes the format. */
public final class LessonFile {

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

    /**
     * Opens a lesson.
     *
     * @param path its folder, the {@code lesson.json} in it, or a zip
     * @throws InvalidInput if something in it is missing, damaged or unknown; names the file and the place
     */
    public static Lesson read(Path path, LessonTargets spots) {
        return read(path, spots, new ReadProgress());
    }

    public static Lesson read(Path path, LessonTargets spots, ReadProgress progress) {
        assert DiskAccess.isAllowedHere() : path;
        Path file = path.toAbsolutePath().normalize();
        if (!Files.exists(file)) {
            throw new InvalidInput("file.read.missing", path);
        }
        boolean zipped =
                Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".json");
        Path folder = Files.isDirectory(file) ? file : Objects.requireNonNull(file.getParent());
        try (LessonFiles files = zipped ? LessonZip.open(file) : new LessonFolder(folder)) {
            files.watch(progress);
            return read(files, zipped ? file.toString() : folder.toString(), spots);
        } catch (IOException problem) {
            throw FileProblem.reading(file, problem);
        }
    }

    static Lesson read(LessonFiles files, String name, LessonTargets spots) {
        String text = text(files, LessonFiles.STEPS)
                .orElseThrow(() -> new InvalidInput("file.lesson.noSteps", files.where()));
        return new LessonReader(files, spots).read(name, JsonText.parse(files.path(LessonFiles.STEPS), text));
    }

    static Optional<String> text(LessonFiles files, String name) {
        return files.read(name).map(bytes -> TextFile.decode(files.path(name), bytes));
    }

    static final class LessonFolder extends LessonFiles {

        private final Path folder;

        LessonFolder(Path folder) {
            super(folder.toString());
            this.folder = folder;
        }

        @Override
        String path(String name) {
            return folder + File.separator + name;
        }

        @Override
        @Nullable
        InputStream open(String name) throws IOException {
            Path file;
            try {
                file = folder.resolve(name);
            } catch (InvalidPathException impossible) {
                // No file can have this name on this system
                return null;
            }
            // A link could lead out of the folder
            boolean inside = Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
            return inside ? Files.newInputStream(file) : null;
        }
    }

    /** Files of a lesson in a zip, at its top or in one folder. Nothing is unpacked to the disk. */
    static final class LessonZip extends LessonFiles {

        private final String file;
        private final ZipFile zip;
        private final String folder;

        private LessonZip(Path file, ZipFile zip) {
            super(file.toString());
            this.file = file.toString();
            this.zip = zip;
            List<? extends ZipEntry> entries = zip.stream().toList();
            long size = 0;
            for (ZipEntry entry : entries) {
                if (!isInside(entry.getName())) {
                    throw new InvalidInput(
                            "file.lesson.slip", file, entry.getName().replaceAll("\\p{Cntrl}", "?"));
                }
                // The stated size; the true one is counted while reading
                size += Math.max(0, entry.getSize());
                if (size > MAX_BYTES) {
                    throw tooLarge();
                }
            }
            folder = entries.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.equals(STEPS) || (name.endsWith("/" + STEPS) && name.split("/").length == 2))
                    .map(name -> name.substring(0, name.length() - STEPS.length()))
                    .min(String::compareTo)
                    .orElse("");
        }

        /**
         * Opens a zip.
         *
         * @throws InvalidInput if it is none, has names that lead out of it, or is too large unpacked
         */
        static LessonZip open(Path file) {
            ZipFile zip = null;
            try {
                zip = new ZipFile(file.toFile());
                return new LessonZip(file, zip);
            } catch (ZipException damaged) {
                throw new InvalidInput("file.lesson.damagedZip", file);
            } catch (IOException problem) {
                throw FileProblem.reading(file, problem);
            } catch (InvalidInput refused) {
                if (zip != null) {
                    close(zip);
                }
                throw refused;
            }
        }

        private static void close(ZipFile zip) {
            try {
                zip.close();
            } catch (IOException ignored) {
                // It is refused anyway
            }
        }

        @Override
        String path(String name) {
            return file + "!/" + folder + name;
        }

        @Override
        @Nullable
        InputStream open(String name) throws IOException {
            ZipEntry entry = zip.getEntry(folder + name);
            return entry == null || entry.isDirectory() ? null : zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    static final class LessonReader {

        private final LessonFiles files;
        private final LessonTexts texts;
        private final LessonTargets spots;

        LessonReader(LessonFiles files, LessonTargets spots) {
            this.files = files;
            this.texts = new LessonTexts(files);
            this.spots = spots;
        }

        Lesson read(String name, JsonValue root) {
            LessonCodec.Written written = new LessonCodec(texts, spots).lesson().read(root);
            List<LessonStep> steps = steps(written.steps(), root.member("steps").elements());
            if (root.members().containsKey("answers")) {
                for (JsonValue answer : root.member("answers").elements()) {
                    if (answer.kind() == JsonValue.JsonKind.OBJECT
                            && answer.members().containsKey("step")) {
                        answer.member("step").wholeNumber(1, steps.size());
                    }
                }
            }
            Map<Language, List<LessonTranslation.Texts>> translated = new LinkedHashMap<>();
            for (Language language : Language.all()) {
                if (language != Language.ENGLISH) {
                    translated.put(
                            language,
                            written.steps().stream()
                                    .map(step -> texts.in(language, step.text().name()))
                                    .toList());
                }
            }
            Lesson original = new Lesson(
                    name,
                    written.title(),
                    written.minutes(),
                    written.summary(),
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
        private static List<LessonStep> steps(List<LessonCodec.WrittenStep> written, List<JsonValue> values) {
            List<LessonStep> steps = new ArrayList<>();
            Experiment experiment = Experiment.reference();
            Set<String> ids = new HashSet<>();
            Set<Experiment> shown = new HashSet<>();
            for (int index = 0; index < written.size(); index++) {
                JsonValue value = values.get(index);
                LessonStep step = written.get(index).numbered(index + 1);
                if (!ids.add(step.id())) {
                    throw value.place().problem("file.lesson.idTwice", step.id());
                }
                if (step.setUp().isPresent()) {
                    Experiment before = experiment;
                    experiment = value.place().check(() -> step.setUp().get().apply(before));
                }
                if (step.after().isTransfer() && shown.contains(experiment)) {
                    throw value.place().problem("file.lesson.transfer");
                }
                shown.add(experiment);
                steps.add(step);
            }
            return steps;
        }
    }
}
