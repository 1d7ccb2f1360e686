package lab.carousel.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.EverySpot;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.session.SampleSession;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.lesson.Spots;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import lab.carousel.model.Experiment;
import lab.carousel.model.layout.Parameters;
import lab.carousel.training.Snapshot;

/** All kinds of files that the program opens, with samples. */
final class Formats {

    private static final Path EXAMPLES = Path.of("assets/examples");
    private static final Path LESSONS = Path.of("assets/lessons");
    private static final Path PAGES = Path.of("src/site/markdown");

    private static final String STUDY =
            """
            {"format": "carousel study", "version": 1, "title": "Widths", "explanation": "Which is enough?",
             "question": "tuning", "seeds": 3, "experiment": {"engine": "kernel", "hyperparameters": {"epochs": 20}},
             "axes": [{"name": "hiddenUnits", "values": [2, 4, 8]},
                      {"name": "rate", "title": "Learning rate",
                       "values": [{"label": "low", "number": 0.001, "set": {"learningRate": 0.001}},
                                  {"label": "high", "number": 0.1, "set": {"learningRate": 0.1}}]}]}
            """;
    private static final String SEARCH =
            """
            {"format": "carousel study", "version": 1, "title": "Search", "question": "tuning", "seeds": 1, "draws": 9,
             "axes": [{"name": "learningRate", "from": 0.0001, "to": 0.1, "scale": "logarithmic"},
                      {"name": "hiddenUnits", "from": 2, "to": 30, "scale": "linear"}]}
            """;

    private Formats() {}

    /** All of them; the folder is used to make samples. */
    static List<Format> all(Path folder) throws IOException {
        Spots spots = EverySpot.spots();
        return List.of(
                new Format(
                        "experiment",
                        ExperimentFile.EXTENSION,
                        Format.Shape.JSON,
                        files(EXAMPLES, path -> true),
                        ExperimentFile::read,
                        34),
                new Format(
                        "study", ".json", Format.Shape.JSON, List.of(bytes(STUDY), bytes(SEARCH)), StudyFile::read, 26),
                new Format(
                        "text of a lesson",
                        ".md",
                        Format.Shape.TEXT,
                        files(
                                PAGES,
                                path -> path.toString().endsWith("index.md")
                                        || path.toString().endsWith("cell.md")),
                        path -> PlainWords.of(
                                MarkdownText.parse(TextFile.read(path)).document()),
                        2),
                new Format(
                        "session",
                        SessionFile.EXTENSION,
                        Format.Shape.ZIP,
                        sessions(folder),
                        path -> SessionFile.read(path, broken -> check(broken.getMessage())),
                        14),
                new Format(
                        "lesson",
                        ".zip",
                        Format.Shape.ZIP,
                        List.of(lesson("was-it-memory"), lesson("gradient")),
                        path -> LessonFile.read(path, spots),
                        4),
                new Format(
                        "network (npz)",
                        ".npz",
                        Format.Shape.ZIP,
                        List.of(network(ModelFormat.NPZ)),
                        ModelFile::read,
                        7),
                new Format(
                        "network (keras)",
                        ".keras",
                        Format.Shape.ZIP,
                        List.of(network(ModelFormat.KERAS)),
                        ModelFile::read,
                        3),
                new Format(
                        "network (safetensors)",
                        ".safetensors",
                        Format.Shape.BYTES,
                        List.of(network(ModelFormat.SAFETENSORS)),
                        ModelFile::read,
                        10));
    }

    /** What is told of a part that is left out must be words, too. */
    private static void check(String message) {
        if (message.isBlank()) {
            throw new IllegalStateException("a part was left out without a word");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> files(Path folder, Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(which).sorted().map(Formats::read).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<byte[]> sessions(Path folder) throws IOException {
        Experiment reference = Experiment.reference();
        Experiment small = reference.with(reference.hyperparameters().withHiddenUnits(3));
        Session session = SampleSession.of(small, 3);
        Path file = folder.resolve("sample" + SessionFile.EXTENSION);
        SessionFile.write(file, session);
        return List.of(Files.readAllBytes(file));
    }

    private static byte[] network(ModelFormat format) {
        Experiment reference = Experiment.reference();
        Experiment small = reference.with(reference.hyperparameters().withHiddenUnits(3));
        Snapshot trained = SampleSession.trained(small, 1, java.util.Optional.empty());
        Parameters parameters = trained.parameters();
        return format.bytes(small, parameters);
    }

    private static byte[] lesson(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Path folder = LESSONS.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }
}
