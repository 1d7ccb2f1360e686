package lab.carousel.file.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.training.Snapshot;

/**
 * A run as one HTML file that shows, replays and trains it in any browser, from a disk or a learning platform, without
 * a network, which its Content-Security-Policy forbids. Printed, it is a sheet for the class.
 */
public final class Page {

    public static final int MOST_WEIGHTS = 150_000;
    public static final int MOST_STEPS = 1_000;

    private static final List<String> LAYERS = List.of(
            "h HIDDEN_STATE",
            "c CELL_STATE",
            "i INPUT_GATE",
            "f FORGET_GATE",
            "o OUTPUT_GATE",
            "z UPDATE_GATE",
            "r RESET_GATE",
            "g CANDIDATE",
            "y OUTPUTS");
    /** Number fields: names in the scripts, and message keys. */
    private static final List<String> FIELDS = List.of("units", "learningRate", "interval", "epochs", "seed");

    private static final List<String> FIELD_WORDS = List.of(
            "hyperparameters.hiddenUnits.label",
            "hyperparameters.learningRate.label",
            "page.field.interval",
            "hyperparameters.epochs.label",
            "hyperparameters.seed.label");

    private Page() {}

    /** Why an experiment does not fit in a page; empty if it does. */
    public static Optional<Message> obstacle(Experiment experiment) {
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
        PageData data = new PageData(snapshot, isStepByStep, lesson);
        Map<String, Object> values = new HashMap<>();
        values.put("language", Language.current().code());
        values.put("title", Message.text("page.title"));
        values.put("styles", PageTexts.of("page.css"));
        values.put("languages", Language.all().stream().map(Page::language).toList());
        values.put(
                "noScript",
                Language.all().stream()
                        .map(language -> Message.of("page.noScript").text(language))
                        .collect(Collectors.joining(" ")));
        values.put("layers", LAYERS.stream().map(Page::layer).toList());
        values.put(
                "fields",
                IntStream.range(0, FIELDS.size())
                        .mapToObj(field -> Map.of("name", FIELDS.get(field), "word", FIELD_WORDS.get(field)))
                        .toList());
        values.put("outputs", choices("hyperparameters.output.", Output.values()));
        values.put("resets", choices("hyperparameters.resetPolicy.", ResetPolicy.values()));
        values.put("untrained", data.isOnlyShown() ? untrained(data) : List.of());
        return html(values, data, colours).getBytes(StandardCharsets.UTF_8);
    }

    private static String html(Map<String, Object> values, PageData data, Colours colours) {
        List<Map<String, String>> scripts = new ArrayList<>();
        for (String name : PageTexts.SCRIPTS) {
            scripts.add(Map.of("name", name, "text", PageTexts.script(name)));
        }
        List<String> texts = scripts.stream().map(script -> script.get("text")).toList();
        values.put("scripts", scripts);
        values.put("policy", policy(texts));
        String template = PageTexts.of("page.html");
        data.addWords(PageTexts.words(Stream.concat(texts.stream(), Stream.of(template, quoted(values)))
                .toList()));
        data.addColours(colours);
        values.put("data", data.text());
        return Mustache.compiler()
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(template)
                .execute(values);
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
        return "default-src 'none'; script-src " + allowed + "; style-src 'unsafe-inline'; img-src data:;"
                + " worker-src blob:; form-action 'none'; base-uri 'none'";
    }

    private static Map<String, Object> language(Language language) {
        return Map.of("code", language.code(), "name", language.title());
    }

    private static Map<String, Object> layer(String entry) {
        String letter = entry.substring(0, 1);
        return Map.of("letter", letter, "word", "state.layer." + entry.substring(2), "checked", letter.equals("h"));
    }

    private static List<Map<String, Object>> choices(String bundle, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> Map.<String, Object>of("value", value.name(), "word", bundle + value.name()))
                .toList();
    }

    private static List<Map<String, Object>> untrained(PageData data) {
        return Language.all().stream()
                .map(language -> Map.<String, Object>of(
                        "code",
                        language.code(),
                        "words",
                        language.meanwhile(() -> Message.text("page.untrained", String.join(", ", data.obstacles())))))
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
                "loss",
                "states",
                "tables",
                "cell",
                "form",
                "runs",
                "paper",
                "retrain",
                "markdown",
                "answers",
                "lesson",
                "lessonview",
                "app");

        private static final String FOLDER = "/lab/carousel/page/";
        /** A message key, or its beginning with a dot. */
        private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*)\\.([\\w.]*)\"");

        private PageTexts() {}

        static String of(String file) {
            try (InputStream stream = PageTexts.class.getResourceAsStream(FOLDER + file)) {
                if (stream == null) {
                    throw new IllegalStateException(file + " of the page is missing from the program");
                }
                // As a browser reads it, whose digest must match
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
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

        /** Message patterns whose keys, or beginnings of keys, stand in quotation marks in the texts. */
        static Map<Language, Map<String, String>> words(List<String> texts) {
            Map<String, TreeSet<String>> keys = texts.stream()
                    .flatMap(text -> KEY.matcher(text).results())
                    .collect(Collectors.groupingBy(
                            match -> match.group(1),
                            TreeMap::new,
                            Collectors.mapping(PageTexts::key, Collectors.toCollection(TreeSet::new))));
            Map<Language, Map<String, String>> words = new LinkedHashMap<>();
            for (Language language : Language.all()) {
                Map<String, String> found = new TreeMap<>();
                keys.forEach(
                        (bundle, wanted) -> Message.patterns(bundle, language).forEach((key, pattern) -> {
                            boolean isBeginning =
                                    wanted.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start));
                            if (isBeginning || wanted.contains(key)) {
                                found.put(key, pattern);
                            }
                        }));
                words.put(language, found);
            }
            return words;
        }

        private static String key(MatchResult match) {
            return match.group(1) + "." + match.group(2);
        }
    }
}
