package lab.carousel.campaign;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.answers.Sheets;
import lab.carousel.file.answers.folder.ClassFolder;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.lesson.LessonFile;
import lab.carousel.file.model.ModelFile;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.session.SampleSession;
import lab.carousel.file.session.Session;
import lab.carousel.file.session.SessionFile;
import lab.carousel.file.study.ShardFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.markdown.MarkdownText;
import lab.carousel.markdown.PlainWords;
import lab.carousel.model.Experiment;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Question;
import lab.carousel.study.many.Shard;
import lab.carousel.study.many.Studies;
import lab.carousel.study.many.Study;
import lab.carousel.text.InvalidInput;
import lab.carousel.training.Snapshot;

/** All kinds of files that the program opens, with samples. */
final class Formats {

    private static final Path EXAMPLES = Path.of("assets/examples");
    private static final Path LESSONS = Path.of("assets/lessons");
    private static final Path NETWORKS = Path.of("src/test/resources/lab/carousel/file/model");
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
                        path -> LessonFile.read(path),
                        4),
                new Format(
                        "network (npz)",
                        ".npz",
                        Format.Shape.ZIP,
                        List.of(network(ModelFormat.NPZ, Cell.LSTM), network(ModelFormat.NPZ, Cell.PEEPHOLE)),
                        path -> ModelFile.find(path).with(Map.of()),
                        7),
                new Format(
                        "network (keras)",
                        ".keras",
                        Format.Shape.ZIP,
                        List.of(network(ModelFormat.KERAS, Cell.LSTM)),
                        path -> ModelFile.find(path).with(Map.of()),
                        3),
                new Format(
                        "network (safetensors)",
                        ".safetensors",
                        Format.Shape.BYTES,
                        List.of(
                                network(ModelFormat.SAFETENSORS, Cell.LSTM),
                                network(ModelFormat.SAFETENSORS, Cell.LSTM1997)),
                        path -> ModelFile.find(path).with(Map.of()),
                        10),
                new Format(
                        "network (hdf)",
                        ".h5",
                        Format.Shape.HDF,
                        files(NETWORKS, path -> path.toString().endsWith("-1.h5")),
                        path -> ModelFile.find(path).with(Map.of()),
                        8),
                new Format(
                        "answers",
                        AnswersFile.EXTENSION,
                        Format.Shape.JSON,
                        List.of(answers(1), answers(2)),
                        path -> AnswersFile.parse(path.toString(), read(path)),
                        12),
                new Format(
                        "answers of a class",
                        ".zip",
                        Format.Shape.ZIP,
                        List.of(zip(Map.of(
                                "a" + AnswersFile.EXTENSION, answers(1), "b/c" + AnswersFile.EXTENSION, answers(2)))),
                        ClassFolder::read,
                        5),
                new Format(
                        "share of a study",
                        ".zip",
                        Format.Shape.ZIP,
                        List.of(share(folder)),
                        path -> share(path, folder.resolve("unpacked")),
                        5));
    }

    private static byte[] answers(int number) {
        return bytes(AnswersFile.text(
                Sheets.sheet(number, "Ada", 1, 2, "It remembers.", Sheets.run(number, Verdict.NOT_YET, 5))));
    }

    /** A folder with a share, in a zip so that one file is damaged. */
    private static byte[] share(Path folder) throws IOException {
        Path made = Files.createDirectories(folder.resolve("share"));
        Study study = Studies.study(Question.TUNING, 2, 3, Studies.units(2, 4));
        ShardFile share = new ShardFile(Plan.of(study), new Shard(1, 2), made);
        share.begin("own");
        share.keep(Studies.results(study, 1));
        return zip(
                Map.of("share.json", read(made.resolve("share.json")), "share.npz", read(made.resolve("share.npz"))));
    }

    private static void share(Path zip, Path folder) {
        try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(read(zip)))) {
            Files.createDirectories(folder);
            for (String name : List.of("share.json", "share.npz")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                if (entry.getName().matches("share\\.(json|npz)")) {
                    Files.write(folder.resolve(entry.getName()), stream.readAllBytes());
                }
            }
        } catch (IOException | IllegalArgumentException noZip) {
            throw new InvalidInput("file.answers.noZip", zip); // not the program's: it never unpacks one
        }
        ShardFile.read(folder).results();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
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
        Experiment small = reference.with(reference.hyperparameters().with(Settings.HIDDEN_UNITS, 3));
        Session session = SampleSession.of(small, 3);
        Path file = folder.resolve("sample" + SessionFile.EXTENSION);
        SessionFile.write(file, session);
        return List.of(Files.readAllBytes(file));
    }

    private static byte[] network(ModelFormat format, Cell cell) {
        Experiment reference = Experiment.reference();
        Experiment small = reference.with(
                reference.hyperparameters().with(Settings.HIDDEN_UNITS, 3).with(Settings.CELL, cell));
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
