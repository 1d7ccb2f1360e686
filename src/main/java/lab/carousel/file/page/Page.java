package lab.carousel.file.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
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
import java.util.zip.GZIPOutputStream;
import lab.carousel.drawing.colour.ColourMap;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.json.JsonText;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonProgress;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.model.verdict.Verdict;
import lab.carousel.task.series.Series;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A run as one HTML file that shows, replays and trains it in any browser, from a disk or a learning platform, without
 * a network, which its Content-Security-Policy forbids. Printed, it is a sheet for the class.
 */
public final class Page {

    /** Layers of the heatmap that the page has. */
    private static final List<HeatmapLayer> LAYERS = Stream.of(HeatmapLayer.values())
            .filter(layer -> layer != HeatmapLayer.CELL_CHANGE)
            .toList();

    private Page() {}

    /**
     * The file, in UTF-8; with a lesson, whose answers can be saved, if there is one.
     *
     * @param isStepByStep initial evaluation
     * @throws InvalidInput if there is no lesson and the experiment does not fit in a page
     */
    public static byte[] of(Snapshot snapshot, boolean isStepByStep, Colours colours, Optional<Lesson> lesson) {
        if (lesson.isEmpty()) {
            InvalidInput.throwIf(PageLimits.obstacle(snapshot.experiment()));
        }
        return of(PageData.of(snapshot, isStepByStep, lesson), colours);
    }

    /**
     * The lab: a page with the presets and all shipped lessons, in which an address opens an experiment. It begins with the
     * run, or, if that is too large, with the reference.
     */
    public static byte[] lab(Snapshot snapshot, Colours colours) {
        return of(PageData.lab(snapshot), colours);
    }

    private static byte[] of(PageData data, Colours colours) {
        return of(data, colours, "");
    }

    /** @param connections that the policy allows besides; may be empty */
    static byte[] of(PageData data, Colours colours, String connections) {
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
        values.put("layers", LAYERS.stream().map(Page::layer).toList());
        values.put("groups", PageForm.groups());
        values.put("fonts", List.of(font("Regular", 400), font("Bold", 700)));
        String script = connections.isEmpty() ? PageModules.bundle("app") : PageModules.bundle("app", "wire");
        String computing = computing();
        values.put("script", script);
        values.put("computing", PageTexts.packed(computing));
        values.put("policy", policy(script, computing) + connections);
        String template = PageTexts.of("page.html");
        data.addWords(List.of(
                script,
                computing,
                template,
                quoted(values.get("layers")),
                quoted(values.get("groups")),
                quoted(PageViews.words())));
        data.addColours(colours);
        values.put("data", data.text());
        return Mustache.compiler()
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(values)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The translated computing, and what speaks to it. */
    static String computing() {
        return "(() => { const exports = {};\n" + BoundChecks.inPlace(PageTexts.of("computing.js")) + "\n"
                + PageModules.bundle("worker") + "})();";
    }

    /** Values made in each language, by its code. */
    static <T> Map<String, T> inEachLanguage(Supplier<T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        Language.all().forEach(language -> values.put(language.code(), language.meanwhile(value)));
        return values;
    }

    /** The texts in values of the template, in quotation marks: keys of words are among them. */
    private static String quoted(@Nullable Object values) {
        if (values instanceof Map<?, ?> map) {
            return quoted(List.copyOf(map.values()));
        }
        return values instanceof List<?> list
                ? list.stream().map(Page::quoted).collect(Collectors.joining(" "))
                : "\"" + values + "\"";
    }

    /** Content-Security-Policy: no connections, and no scripts but these. */
    private static String policy(String... scripts) {
        String allowed = Stream.of(scripts).map(PageTexts::digest).collect(Collectors.joining(" "));
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
                "isSigned",
                layer.range() != HeatmapLayer.ValueRange.SHARE);
    }

    /** Files that pages are made of. */
    static final class PageTexts {

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

        /** A text packed by gzip, in base 64. */
        static String packed(String text) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
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
     *   title        for each language what a series is called, if one is forecast
     *   isStepByStep how the network is evaluated at first
     *   limits       bounds of what the scripts check by themselves
     *   layers       of the heatmap: { letter, word, isSigned }
     *   fields       those of the form, see {@link PageForm#groups}
     *   experiment   with which the page begins, see {@link PageForm#written}
     *   first        { facts, views } of the untrained network, where the page begins with one; see {@link PageView}
     *   run          what the program recorded, see {@link PageRun}; without states if it is that of another experiment
     *   words        for each language its texts by their keys, see {@link PageWords}
     *   lesson       if there is one, see {@link PageLesson}
     *   isOfClass    whether it is of a class that answers live, and then the program; see classroom.js
     *   lab          if it is one: the reference, presets and lessons, see lab.js
     *   colours      of each theme, and the tables of values
     * </pre>
     */
    static final class PageData {

        private final ObjectNode json = JsonNodeFactory.instance.objectNode();

        /** Data of a run, beginning with an experiment, whose states are the run's if it is the run's own. */
        PageData(Snapshot snapshot, Experiment own) {
            this(own);
            boolean isOwn = own.equals(snapshot.experiment());
            PageRun run = new PageRun(snapshot);
            json.set("run", run.json(isOwn));
            if (!isOwn) {
                json.putPOJO("first", PageRun.untrained(own));
            }
        }

        /** Data that begin with an experiment. */
        private PageData(Experiment own) {
            json.put("language", Language.current().code())
                    .put("isStepByStep", false)
                    .putPOJO("limits", limits())
                    .putPOJO("layers", LAYERS.stream().map(Page::layer).toList())
                    .putPOJO(
                            "fields",
                            PageForm.groups().stream()
                                    .flatMap(group -> ((List<?>) Objects.requireNonNull(group.get("fields"))).stream())
                                    .toList())
                    .putPOJO("experiment", PageForm.written(own));
        }

        /** Data for the phones of a class: an untrained network, and no lesson before they are told of it. */
        static PageData ofClass(Experiment shown) {
            PageData data = new PageData(shown);
            data.json.putPOJO("run", Map.of("states", List.of()));
            data.json
                    .putPOJO("first", PageRun.untrained(shown))
                    .put("isOfClass", true)
                    .put("program", AnswersFile.program());
            return data;
        }

        private static Map<String, Object> limits() {
            return Map.of(
                    "filled", PageLimits.MOST_FILLED,
                    "address", PageLimits.LONGEST_ADDRESS,
                    "reason", StepAnswers.LONGEST_REASON,
                    "student", LessonProgress.LONGEST_NAME,
                    "runs", AnswerSheet.MOST_RUNS,
                    "answers", AnswersFile.MOST_BYTES,
                    "hands", Tally.MOST,
                    "bits", Verdict.LEAST_BITS);
        }

        /**
         * Data of a run, and of a lesson if there is one. A lesson's page whose run is too large begins with what the lesson
         * trains.
         */
        static PageData of(Snapshot snapshot, boolean isStepByStep, Optional<Lesson> lesson) {
            Experiment shown = snapshot.experiment();
            Optional<PageLesson> taught = lesson.map(PageLesson::new);
            Experiment own = taught.filter(any -> PageLimits.obstacle(shown).isPresent())
                    .map(PageLesson::trained)
                    .orElse(shown);
            PageData data = new PageData(snapshot, own);
            data.json.put("isStepByStep", isStepByStep);
            Series.of(own.task()).ifPresent(series -> data.json.putPOJO("title", inEachLanguage(series::title)));
            taught.ifPresent(any -> {
                data.json.set("lesson", any.json());
                data.json.putPOJO("first", PageRun.untrained(any.first()));
            });
            return data;
        }

        /** The same, with what there is to choose from in the lab. */
        static PageData lab(Snapshot snapshot) {
            boolean isLarge = PageLimits.obstacle(snapshot.experiment()).isPresent();
            PageData data = new PageData(snapshot, isLarge ? Experiment.reference() : snapshot.experiment());
            data.json
                    .putObject("lab")
                    .putPOJO("reference", PageForm.written(Experiment.reference()))
                    .putPOJO(
                            "presets",
                            Preset.all().stream().map(PageData::preset).toList())
                    .putPOJO(
                            "lessons",
                            ShippedLessons.all().stream()
                                    .map(lesson -> new PageLesson(lesson).json())
                                    .toList());
            return data;
        }

        private static Map<String, Object> preset(Preset preset) {
            Map<String, Object> json = new LinkedHashMap<>();
            if (PageLimits.obstacle(preset.experiment()).isEmpty()) {
                json.put("experiment", PageForm.written(preset.experiment()));
            }
            json.put("name", inEachLanguage(() -> preset.name().text()));
            json.put("line", inEachLanguage(preset::line));
            return json;
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
                    .put("background", hex(palette.background()))
                    .put("grid", hex(palette.grid()))
                    .put("faint", hex(palette.colour(Ink.FAINT)))
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
