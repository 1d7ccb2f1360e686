package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.Preset;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.text.Words;
import lab.carousel.training.Snapshot;

/**
 * A run as one HTML file that shows, replays and trains it in any browser, from a disk or a learning platform, without
 * a network, which its Content-Security-Policy forbids. Printed, it is a sheet for the class.
 */
public final class Page {

    public static final int MOST_WEIGHTS = 150_000;
    public static final int MOST_STEPS = 1_000;

    /** Number fields: names in the scripts, and message keys. */
    private static final List<Map<String, String>> FIELDS = List.of(
            Map.of("name", "units", "word", "hyperparameters.hiddenUnits.label"),
            Map.of("name", "learningRate", "word", "hyperparameters.learningRate.label"),
            Map.of("name", "interval", "word", "page.field.interval"),
            Map.of("name", "epochs", "word", "hyperparameters.epochs.label"),
            Map.of("name", "seed", "word", "hyperparameters.seed.label"));

    private Page() {}

    /** Why an experiment does not fit in a page; empty if it does. */
    public static Optional<Message> obstacle(Experiment experiment) {
        if (experiment.task().sets()) {
            return Optional.of(Message.of("page.obstacle.sets"));
        }
        if (experiment.layout().size() > MOST_WEIGHTS) {
            return Optional.of(
                    Message.of("page.obstacle.weights", experiment.layout().size(), MOST_WEIGHTS));
        }
        if (experiment.task().steps() > MOST_STEPS) {
            return Optional.of(
                    Message.of("page.obstacle.steps", experiment.task().steps(), MOST_STEPS));
        }
        return Optional.empty();
    }

    /**
     * The file, in UTF-8.
     *
     * @param isStepByStep initial evaluation
     * @throws InvalidInput if the experiment does not fit in a page
     */
    public static byte[] of(Snapshot snapshot, boolean isStepByStep, Colours colours) {
        return of(snapshot, isStepByStep, colours, Optional.empty());
    }

    /**
     * The file with a lesson, whose answers can be saved.
     *
     * @throws InvalidInput if there is no lesson and the experiment does not fit in a page
     */
    public static byte[] of(Snapshot snapshot, boolean isStepByStep, Colours colours, Optional<Lesson> lesson) {
        if (lesson.isEmpty()) {
            InvalidInput.throwIf(obstacle(snapshot.experiment()));
        }
        return of(PageData.of(snapshot, isStepByStep, lesson), colours);
    }

    /**
     * The lab: a page with the presets and all shipped lessons, in which an address opens an experiment. It begins with the
     * run, or, if it cannot train that, with the reference.
     */
    public static byte[] lab(Snapshot snapshot, Colours colours) {
        return of(PageData.lab(snapshot), colours);
    }

    private static byte[] of(PageData data, Colours colours) {
        Map<String, Object> values = new HashMap<>();
        values.put("language", Language.current().code());
        values.put("title", Message.text("page.title"));
        values.put("styles", PageTexts.of("page.css"));
        values.put(
                "languages",
                Language.all().stream()
                        .map(language -> Map.of("code", language.code(), "name", language.title()))
                        .toList());
        values.put(
                "noScript",
                Language.all().stream()
                        .map(language -> Message.of("page.noScript").text(language))
                        .collect(Collectors.joining(" ")));
        values.put(
                "layers",
                Stream.of(HeatmapLayer.values())
                        .filter(layer -> layer != HeatmapLayer.CELL_CHANGE)
                        .map(Page::layer)
                        .toList());
        values.put("fields", FIELDS);
        values.put("outputs", choices("hyperparameters.output.", Output.values()));
        values.put("resets", choices("hyperparameters.resetPolicy.", ResetPolicy.values()));
        values.put("fonts", List.of(font("Regular", 400), font("Bold", 700)));
        List<Map<String, String>> scripts = PageTexts.SCRIPTS.stream()
                .map(name -> Map.of("name", name, "text", PageTexts.script(name)))
                .toList();
        List<String> texts = scripts.stream().map(script -> script.get("text")).toList();
        values.put("scripts", scripts);
        values.put("policy", policy(texts));
        String template = PageTexts.of("page.html");
        data.addWords(Stream.concat(texts.stream(), Stream.of(template, quoted(values)))
                .toList());
        data.addColours(colours);
        values.put("data", data.text());
        return Mustache.compiler()
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(values)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Values made in each language, by its code. */
    static <T> Map<String, T> inEachLanguage(Supplier<T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        Language.all().forEach(language -> values.put(language.code(), language.meanwhile(value)));
        return values;
    }

    /** Escapes the words for the template. */
    private static String quoted(Map<String, Object> values) {
        return Stream.of("layers", "fields", "outputs", "resets")
                .flatMap(name -> ((List<?>) Objects.requireNonNull(values.get(name))).stream())
                .map(entry -> "\"" + ((Map<?, ?>) entry).get("word") + "\"")
                .collect(Collectors.joining(" "));
    }

    /** Content-Security-Policy: no connections, and no scripts but these. */
    private static String policy(List<String> scripts) {
        String allowed = scripts.stream().map(PageTexts::digest).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + allowed
                + "; style-src 'unsafe-inline'; img-src data:; font-src data:;"
                + " worker-src blob:; form-action 'none'; base-uri 'none'";
    }

    private static Map<String, Object> font(String name, int weight) {
        byte[] font = PageTexts.bytes("/lab/carousel/font/CarouselSans-Page-" + name + ".woff2");
        return Map.of("weight", weight, "data", Base64.getEncoder().encodeToString(font));
    }

    private static Map<String, Object> layer(HeatmapLayer layer) {
        return Map.of(
                "letter",
                layer.letter(),
                "word",
                "state.layer." + layer,
                "checked",
                layer == HeatmapLayer.HIDDEN_STATE);
    }

    private static List<Map<String, Object>> choices(String bundle, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> Map.<String, Object>of("value", value.name(), "word", bundle + value.name()))
                .toList();
    }

    /** Template files of the page, and the words that they use. */
    static final class PageTexts {

        /** Scripts in the order of their dependencies. */
        static final List<String> SCRIPTS = List.of(
                "random",
                "numbers",
                "tape",
                "network",
                "learn",
                "forks",
                "floors",
                "settings",
                "train",
                "words",
                "draw",
                "terms",
                "loss",
                "states",
                "tables",
                "slow",
                "cell",
                "form",
                "runs",
                "paper",
                "retrain",
                "markdown",
                "answers",
                "lesson",
                "lessonview",
                "votes",
                "address",
                "lab",
                "kept",
                "play",
                "app");

        private static final String FOLDER = "/lab/carousel/page/";

        private PageTexts() {}

        /** The text as a browser reads it, whose digest must match. */
        static String of(String file) {
            return new String(bytes(FOLDER + file), StandardCharsets.UTF_8).replace("\r", "");
        }

        static byte[] bytes(String resource) {
            try (InputStream stream = PageTexts.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new IllegalStateException(resource + " is missing from the program");
                }
                return stream.readAllBytes();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }

        static String script(String name) {
            return of(name + ".js");
        }

        /** CSP source that allows this script. */
        static String digest(String script) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
                return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /**
     * Data for the scripts of the page, as one block of JSON:
     *
     * <pre>
     *   language     the code of the one that is spoken first
     *   isStepByStep how the network is evaluated at first
     *   limits       see {@link PageLimits}
     *   experiment   see network.js
     *   isComputed   whether the page can show what the network does at a step; isTrained, whether it can train one
     *   notComputed  for each language, what keeps it from that
     *   run          what the program recorded, see {@link PageRun}; without states if it is that of another experiment
     *   words        for each language, the patterns of its texts by their keys
     *   lesson       if there is one, see {@link PageLesson}
     *   lab          if it is one: the reference with each cell, presets and lessons, see lab.js
     *   colours      of each theme, and the tables of values
     * </pre>
     */
    static final class PageData {

        private final PageExperiment experiment;
        private final ObjectNode json = JsonNodeFactory.instance.objectNode();

        /** Data of a run, beginning with an experiment, whose states are the run's if it is the run's own. */
        PageData(Snapshot snapshot, Experiment own) {
            this.experiment = new PageExperiment(own);
            json.put("language", Language.current().code()).put("isStepByStep", false);
            json.set("limits", PageLimits.json());
            json.set("experiment", experiment.json());
            json.put("isComputed", experiment.isComputed())
                    .put("isTrained", experiment.isTrained())
                    .putPOJO("notComputed", inEachLanguage(experiment::obstacles));
            PageRun run = new PageRun(snapshot);
            json.set("run", experiment.isComputed() ? run.json(own.equals(snapshot.experiment())) : run.seen());
        }

        /**
         * Data of a run, and of a lesson if there is one. A lesson's page does not show what it cannot train: it begins
         * with what the lesson trains.
         */
        static PageData of(Snapshot snapshot, boolean isStepByStep, Optional<Lesson> lesson) {
            Experiment shown = snapshot.experiment();
            Optional<PageLesson> taught = lesson.map(PageLesson::new);
            Experiment own = taught.filter(any -> !new PageExperiment(shown).isTrained())
                    .map(PageLesson::trained)
                    .orElse(shown);
            PageData data = new PageData(snapshot, own);
            data.json.put("isStepByStep", isStepByStep);
            taught.ifPresent(any -> data.json.set("lesson", any.json(own)));
            return data;
        }

        /** The same, with what there is to choose from in the lab. */
        static PageData lab(Snapshot snapshot) {
            Experiment shown = snapshot.experiment();
            Experiment own = new PageExperiment(shown).isTrained() ? shown : Experiment.reference();
            PageData data = new PageData(snapshot, own);
            ObjectNode lab = data.json.putObject("lab");
            ObjectNode cells = lab.putObject("cells");
            Cell.all().stream().filter(Cell::isRecurrent).forEach(cell -> {
                Experiment reference = Experiment.reference().with(all -> all.with(Settings.CELL, cell));
                cells.set(new Words<>(Cell.all()).word(cell), new PageExperiment(reference).json());
            });
            lab.putPOJO("presets", Preset.all().stream().map(PageData::preset).toList())
                    .putPOJO(
                            "lessons",
                            ShippedLessons.all().stream()
                                    .map(lesson -> new PageLesson(lesson).json(own))
                                    .toList());
            return data;
        }

        private static ObjectNode preset(Preset preset) {
            PageExperiment experiment = new PageExperiment(preset.experiment());
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("experiment", experiment.isTrained() ? experiment.json() : null);
            return json.putPOJO("name", inEachLanguage(() -> preset.name().text()))
                    .putPOJO("line", inEachLanguage(preset::line))
                    .putPOJO("missing", inEachLanguage(experiment::obstacles));
        }

        void addWords(List<String> texts) {
            json.putPOJO("words", inEachLanguage(() -> PageWords.of(texts)));
        }

        void addColours(Colours colours) {
            Palette light = colours.palette(false);
            ObjectNode all = json.putObject("colours");
            all.set("light", theme(light));
            all.set("dark", theme(colours.palette(true)));
            all.putPOJO("sequential", table(light.sequential()));
        }

        private static ObjectNode theme(Palette palette) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("text", hex(palette.text()))
                    .put("muted", hex(palette.muted()))
                    .put("accent", hex(palette.accent()))
                    .put("right", hex(palette.right()))
                    .put("wrong", hex(palette.wrong()))
                    .putPOJO("diverging", table(palette.diverging()))
                    .putPOJO(
                            "series",
                            palette.series().stream().map(PageData::hex).toList());
        }

        private static List<String> table(ColourMap map) {
            return IntStream.range(0, ColourMap.SIZE)
                    .mapToObj(row -> hex(new Color(map.row(row))))
                    .toList();
        }

        private static String hex(Color colour) {
            return "#%06x".formatted(colour.getRGB() & 0xffffff);
        }

        /** The JSON, escaped for a script element. */
        String text() {
            return JsonText.line(json).replace("<", "\\u003c");
        }
    }
}
