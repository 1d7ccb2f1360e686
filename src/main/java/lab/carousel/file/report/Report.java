package lab.carousel.file.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureFormat;
import lab.carousel.file.command.CommandText;
import lab.carousel.file.disk.AtomicFile;
import lab.carousel.file.disk.FileProblem;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.Evaluation;
import lab.carousel.model.verdict.VerdictWords;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossLabels;
import lab.carousel.picture.state.StatePicture;
import lab.carousel.study.ForkWords;
import lab.carousel.task.Sequence;
import lab.carousel.task.Supply;
import lab.carousel.task.SupplyRule;
import lab.carousel.task.Task;
import lab.carousel.task.series.Series;
import lab.carousel.text.Citation;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import lab.carousel.training.CriterionWords;
import lab.carousel.training.Snapshot;
import lab.carousel.view.Answer;
import lab.carousel.view.Chosen;
import lab.carousel.view.Look;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A run in a document, for people: what was trained, what came of it, and how it is repeated. Markdown, or the same as
 * HTML, with the pictures in a folder beside it.
 *
 * @param views whose answers stand in it, by their names
 */
public record Report(Snapshot run, List<String> views) {

    public static final List<String> ENDINGS = List.of(".md", ".html");

    private static final String EXPERIMENT = "experiment" + ExperimentFile.EXTENSION;
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    public Report {
        views = List.copyOf(views);
    }

    /**
     * @throws InvalidInput if the extension is another one
     */
    public static void checkName(Path file) {
        if (ENDINGS.stream().noneMatch(file.toString()::endsWith)) {
            throw new InvalidInput("report.ending", String.join(", ", ENDINGS), file.getFileName());
        }
    }

    /** The experiment that is written beside a report if no command can repeat it. */
    public static Path experiment(Path file) {
        return folder(file).resolve(EXPERIMENT);
    }

    /** Whether that experiment is this one already: then it is left as it is, and a command may read it. */
    public static boolean isThere(Path file, Experiment experiment) {
        try {
            return ExperimentFile.read(experiment(file)).equals(experiment);
        } catch (InvalidInput none) {
            return false;
        }
    }

    private static Path folder(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + "-files");
    }

    /**
     * Writes the pictures, and then the document, each atomically.
     *
     * @throws InvalidInput if that cannot be done, or the name says no format
     */
    public void write(Path file) {
        checkName(file);
        String name = file.getFileName().toString();
        Path folder = folder(file);
        try {
            Files.createDirectories(folder);
        } catch (IOException problem) {
            throw FileProblem.writing(folder, problem);
        }
        pictures()
                .forEach((picture, drawn) -> AtomicFile.write(folder.resolve(picture), PictureFormat.PNG.bytes(drawn)));
        Map<View, Optional<Answer>> answers = answers();
        answers.forEach((view, shown) -> shown.ifPresent(answer ->
                AtomicFile.write(folder.resolve(svg(view)), PictureFormat.SVG.bytes(answer.titled(Palette.LIGHT)))));
        if (CommandText.train(repeated()).isEmpty() && !isThere(file, repeated())) {
            ExperimentFile.write(experiment(file), repeated());
        }
        String markdown = markdown(name, folder.getFileName().toString(), answers);
        TextFile.write(file, name.endsWith(".md") ? markdown : html(markdown));
    }

    /** What the views say, that of a forecast first; nothing of one that says nothing of the experiment. */
    private Map<View, Optional<Answer>> answers() {
        Experiment experiment = run.experiment();
        List<String> names = Stream.concat(series().map(series -> Views.first(experiment)).stream(), views.stream())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<View, Optional<Answer>> answers = new LinkedHashMap<>();
        Look look = Look.of(experiment, run.parameters(), run.position().epoch());
        for (View view : names.stream().map(Views::named).toList()) {
            boolean isShown = view.obstacle(experiment).isEmpty();
            Chosen first = Chosen.of(view, experiment, Map.of());
            answers.put(view, isShown ? Optional.of(view.answer(look, first)) : Optional.empty());
        }
        return answers;
    }

    private static String svg(View view) {
        return view.name().key() + PictureFormat.SVG.ending();
    }

    private Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        if (run.history().size() > 0) {
            pictures.put("loss.png", LossDrawing.slide(run.history(), run.experiment(), false, Palette.LIGHT));
        }
        if (series().isEmpty()) {
            pictures.put("heatmap.png", StatePicture.of(run, Palette.LIGHT));
        }
        return pictures;
    }

    private Optional<Series> series() {
        return Series.of(run.experiment().task());
    }

    /** What trains as far as this run is. */
    public Experiment repeated() {
        Experiment experiment = run.experiment();
        int epoch = run.position().epoch();
        return epoch > 0 ? experiment.with(all -> all.with(Settings.EPOCHS, epoch)) : experiment;
    }

    private String title() {
        return Message.text("report.title", Preset.title(run.experiment()));
    }

    /**
     * @param name   of the document
     * @param folder the name of the one with the pictures
     */
    private String markdown(String name, String folder, Map<View, Optional<Answer>> answers) {
        List<String> parts = new ArrayList<>();
        VerdictWords verdict = ForkWords.verdict(run);
        parts.add("# " + plain(title()));
        parts.add("**" + plain(Message.text("report.verdict", verdict.headline())) + "** " + plain(verdict.reason()));
        parts.add(table(results()));
        pictures()
                .keySet()
                .forEach(picture ->
                        parts.add(image(Message.text("report." + picture.replace(".png", "")), folder, picture)));
        if (run.history().size() == 0) {
            parts.add(Message.text("report.noEpoch"));
        }
        answers.forEach((view, answer) -> parts.addAll(shown(view, answer, folder)));
        parts.add("## " + Message.text("report.task"));
        parts.add(task(run.experiment().task()));
        parts.add("## " + Message.text("report.settings"));
        parts.add(table(settings()));
        parts.add("## " + Message.text("report.repeat"));
        parts.add(repeat(name, folder));
        String version = Citation.version().orElseGet(() -> Message.text("help.about.unpacked"));
        parts.add("## " + Message.text("report.cite"));
        parts.add(code(Citation.bibtex(version)));
        series().ifPresent(series -> {
            parts.add("## " + Message.text("report.numbers"));
            parts.add(code(series.data().table().csv()));
        });
        return String.join("\n\n", parts) + "\n";
    }

    private static String image(String words, String folder, String picture) {
        return "![" + words + "](<" + folder + "/" + picture + ">)";
    }

    private List<String> shown(View view, Optional<Answer> answer, String folder) {
        List<String> parts = new ArrayList<>();
        parts.add("## " + plain(Message.text(view.name().key() + ".menu")));
        answer.ifPresent(found -> parts.add(image(plain(found.title()), folder, svg(view))));
        answer
                .map(found -> List.copyOf(found.sentences().values()))
                .orElseGet(() -> view.obstacle(run.experiment()).stream().toList())
                .stream()
                .filter(words -> !words.isEmpty())
                .forEach(words -> parts.add(plain(words)));
        return parts;
    }

    private Map<String, String> results() {
        Evaluation evaluation = run.evaluation();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                Message.text("report.epoch"),
                Message.text(
                        "report.epochs",
                        run.position().epoch(),
                        run.experiment().hyperparameters().get(Settings.EPOCHS)));
        // Of a series the verdict has the errors, in its own unit
        if (series().isEmpty()) {
            rows.put(
                    Message.text("report.result.loss"),
                    Message.text(
                            "report.floor",
                            NumberText.inLine(evaluation.loss()),
                            floors(),
                            evaluation.sample().sequences()));
        }
        Supply supply = run.experiment().task().supply();
        rows.put(
                supply.rightName().text(),
                Message.text("report.recall." + supply.wordKind(), evaluation.right(), evaluation.steps()));
        if (!evaluation.verdict().tellsFloors()) {
            rows.put(
                    Message.text("report.margin"),
                    evaluation.decidingSteps() == 0
                            ? Message.text("report.noFork")
                            : NumberText.inLine(evaluation.margin()));
        }
        run.criterion()
                .map(CriterionWords::of)
                .ifPresent(
                        found -> rows.put(Message.text("report.criterion"), found.headline() + ": " + found.reason()));
        return rows;
    }

    /** As many as the judge of the task has in a line. */
    private String floors() {
        LossLabels labels = new LossLabels(run.experiment());
        return labels.floors().stream()
                .limit(run.experiment().task().judge().floorsInLine())
                .map(labels::name)
                .collect(Collectors.joining("; "));
    }

    private Map<String, String> settings() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put(
                Message.text("report.engine"),
                Message.text("toolbar.engine." + run.experiment().engine().name()));
        Settings.told(run.experiment().hyperparameters()).forEach(told -> rows.put(told.get(0), told.get(1)));
        return rows;
    }

    private static String task(Task task) {
        return Series.of(task)
                .map(series -> series.words() + "\n\n" + series.data().origin().text())
                .or(() -> task.supply().rule().map(SupplyRule::whole))
                .map(Report::plain)
                .orElseGet(
                        () -> code(task.sequences().stream().map(Sequence::text).collect(Collectors.joining("\n")))
                                + (task.sets() ? "\n\n" + plain(Message.text("report.sets")) : ""));
    }

    private String repeat(String name, String folder) {
        if (run.origin().isPresent()) {
            return Message.text("command.origin");
        }
        List<String> words = new ArrayList<>(
                CommandText.train(repeated()).orElseGet(() -> CommandText.train(Path.of(folder, EXPERIMENT))));
        words.addAll(List.of(CommandText.REPORT, name));
        words.addAll(CommandText.views(views));
        return code(CommandText.line(words)) + "\n" + plain(Message.text("report.jar"));
    }

    private static String table(Map<String, String> rows) {
        return rows.entrySet().stream()
                .map(row -> "| " + plain(row.getKey()) + " | " + plain(row.getValue()) + " |")
                .collect(Collectors.joining("\n", "| | |\n| --- | --- |\n", ""));
    }

    private static String code(String lines) {
        return lines.indent(4).stripTrailing();
    }

    /** Words in which no sign means anything else. */
    private static String plain(String words) {
        return words.replaceAll("([\\\\`*_{}\\[\\]<>#|!&])", "\\\\$1");
    }

    private String html(String markdown) {
        String body = HtmlRenderer.builder()
                .extensions(TABLES)
                .build()
                .render(Parser.builder().extensions(TABLES).build().parse(markdown));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <style>
                body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif; }
                img { max-width: 100%%; }
                td { padding: 0 1rem 0 0; vertical-align: top; }
                pre { overflow-x: auto; }
                </style>
                </head>
                <body>
                %s</body>
                </html>
                """
                .formatted(Language.current().code(), title(), body);
    }
}
