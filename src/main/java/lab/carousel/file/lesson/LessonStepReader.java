package lab.carousel.file.lesson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lab.carousel.file.disk.TextFile;
import lab.carousel.file.experiment.ExperimentFile;
import lab.carousel.file.experiment.SettingJson;
import lab.carousel.file.json.JsonValue;
import lab.carousel.file.json.ValuePlace;
import lab.carousel.lesson.ClassQuestion;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.Need;
import lab.carousel.lesson.Spots;
import lab.carousel.lesson.WindowSpot;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.text.Language;
import lab.carousel.training.Pace;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a lesson, and the files that they name. */
final class LessonStepReader {

    private static final List<String> NAMES = List.of(
            "id",
            "title",
            "text",
            "experiment",
            "set",
            "pace",
            "editors",
            "show",
            "point",
            "lock",
            "needs",
            "question",
            "observe",
            "recall",
            "transfer",
            "listTries");
    private static final List<String> QUESTION_NAMES =
            List.of("text", "choices", "right", "explanation", "hides", "reason");

    private static final String FASTEST = "fastest";
    private static final int MOST_EPOCHS_PER_SECOND = 1_000;

    /** The most pixels of the pictures of a text together: they are unpacked when it is shown. */
    private static final long MOST_PIXELS = 24_000_000;

    private final LessonFiles files;
    private final Spots spots;
    private final Map<String, byte[]> pictures;

    /**
     * A reader of steps.
     *
     * @param pictures takes the pictures that the texts show
     */
    LessonStepReader(LessonFiles files, Spots spots, Map<String, byte[]> pictures) {
        this.files = files;
        this.spots = spots;
        this.pictures = pictures;
    }

    /**
     * A step.
     *
     * @param number of it, counted from 1
     */
    LessonStep read(JsonValue step, int number) {
        Map<String, JsonValue> members = step.members(NAMES);
        return new LessonStep(
                ReflectionReader.id(members.get("id"), number),
                LessonReader.words(step.member("title")),
                text(step.member("text")),
                textIfThere(ofPage(step.member("text").text())),
                setUp(members),
                Optional.ofNullable(members.get("pace")).map(LessonStepReader::pace),
                names(members.get("editors"), spots.editors()),
                Optional.ofNullable(members.get("show")).map(value -> name(value, spots.places())),
                spots(members.get("point"), spots.all()),
                spots(members.get("lock"), spots.lockable()),
                needs(members.get("needs")),
                Optional.ofNullable(members.get("question")).map(this::question),
                ReflectionReader.read(members, value -> spot(value, spots.all())));
    }

    /** The text of a Markdown file; its pictures are read too. */
    private String text(JsonValue value) {
        String name = value.text();
        return text(name, file(name, value.place()));
    }

    private String text(String name, byte[] bytes) {
        String text = TextFile.decode(files.path(name), bytes);
        long pixels = 0;
        for (Map.Entry<String, ValuePlace> picture :
                LessonText.pictures(files.path(name), text).entrySet()) {
            pixels += PictureSize.pixels(picture(picture.getKey(), picture.getValue()));
            if (pixels > MOST_PIXELS) {
                throw picture.getValue().problem("file.lesson.pixels", picture.getKey(), MOST_PIXELS / 1_000_000);
            }
        }
        return text;
    }

    /** The texts of a step in another language, if there are files of them: {@code floor.de.md} beside {@code floor.md}. */
    LessonTranslation.Texts texts(JsonValue step, Language language) {
        String name = step.member("text").text();
        return new LessonTranslation.Texts(
                textIfThere(LessonFiles.in(language, name)), textIfThere(LessonFiles.in(language, ofPage(name))));
    }

    /** Where the text stands for those who have the page, if it is another one: in {@code floor.page.md} beside {@code floor.md}. */
    private static String ofPage(String name) {
        return LessonFiles.with("page", name);
    }

    private Optional<String> textIfThere(String name) {
        return files.read(name).map(bytes -> text(name, bytes));
    }

    private byte[] picture(String name, ValuePlace place) {
        if (!LessonText.isPicture(name)) {
            throw place.problem("file.lesson.noPicture", name);
        }
        return pictures.computeIfAbsent(name, asked -> file(asked, place));
    }

    /** The content of a file that is named somewhere. */
    private byte[] file(String name, ValuePlace place) {
        if (!LessonFiles.isInside(name)) {
            throw place.problem("file.lesson.outside", name);
        }
        return files.read(name).orElseThrow(() -> place.problem("file.lesson.missing", name));
    }

    private Optional<UnaryOperator<Experiment>> setUp(Map<String, JsonValue> members) {
        Optional<Experiment> given =
                Optional.ofNullable(members.get("experiment")).map(this::experiment);
        Optional<UnaryOperator<Hyperparameters>> set =
                Optional.ofNullable(members.get("set")).map(LessonStepReader::settings);
        if (given.isEmpty() && set.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(before -> {
            Experiment base = given.orElse(before);
            return set.map(change -> base.with(change.apply(base.hyperparameters())))
                    .orElse(base);
        });
    }

    /** Epochs per second, or the word for as fast as it goes. */
    private static Pace pace(JsonValue value) {
        if (value.kind() == JsonValue.JsonKind.TEXT) {
            name(value, List.of(FASTEST));
            return Pace.FASTEST;
        }
        double perSecond = value.number();
        if (!(perSecond > 0 && perSecond <= MOST_EPOCHS_PER_SECOND)) {
            throw value.place().problem("file.lesson.pace", MOST_EPOCHS_PER_SECOND, FASTEST);
        }
        return Pace.epochs(perSecond);
    }

    /** A preset, a file, or an experiment written where it is used. */
    private Experiment experiment(JsonValue value) {
        Map<String, JsonValue> members = value.members();
        if (members.containsKey("preset")) {
            value.members(List.of("preset")); // nothing beside it
            List<String> keys = Preset.all().stream().map(Preset::key).toList();
            String key = name(value.member("preset"), keys);
            return Preset.all().get(keys.indexOf(key)).experiment();
        }
        if (members.containsKey("file")) {
            value.members(List.of("file")); // nothing beside it
            JsonValue file = value.member("file");
            String name = file.text();
            String text = TextFile.decode(files.path(name), file(name, file.place()));
            return ExperimentFile.parse(files.path(name), text);
        }
        return ExperimentFile.WITHIN.read(value);
    }

    /** What sets some hyperparameters; values that are never possible are told at once. */
    private static UnaryOperator<Hyperparameters> settings(JsonValue value) {
        Map<String, JsonValue> written = value.members(Settings.names());
        SettingJson.read(Hyperparameters.reference(), written);
        return values -> SettingJson.read(values, written);
    }

    private List<Need> needs(@Nullable JsonValue list) {
        List<Need> needs = new ArrayList<>();
        if (list != null) {
            list.elements().forEach(value -> needs.add(LessonNeeds.read(value, spots)));
        }
        return needs;
    }

    private ClassQuestion question(JsonValue value) {
        Map<String, JsonValue> members = value.members(QUESTION_NAMES);
        JsonValue list = value.member("choices");
        List<String> choices = choices(list);
        JsonValue right = members.get("right");
        JsonValue explanation = members.get("explanation");
        return new ClassQuestion(
                LessonReader.words(value.member("text")),
                choices,
                right(right, choices.size()),
                explanation == null ? "" : LessonReader.words(explanation),
                spots(members.get("hides"), spots.hideable()),
                members.containsKey("reason") && members.get("reason").truth());
    }

    /** From 2 to {@value ClassQuestion#MAX_CHOICES} choices. */
    static List<String> choices(JsonValue list) {
        List<String> choices = list.elements().stream().map(LessonReader::words).toList();
        if (choices.size() < 2 || choices.size() > ClassQuestion.MAX_CHOICES) {
            throw list.place().problem("file.lesson.choices", ClassQuestion.MAX_CHOICES);
        }
        return choices;
    }

    /** The number of a choice, counted from 0; empty if none is right. */
    static OptionalInt right(@Nullable JsonValue right, int choices) {
        return right == null ? OptionalInt.empty() : OptionalInt.of(LessonReader.wholeNumber(right, 1, choices) - 1);
    }

    private static List<WindowSpot> spots(@Nullable JsonValue list, List<WindowSpot> known) {
        return list == null
                ? List.of()
                : list.elements().stream().map(value -> spot(value, known)).toList();
    }

    private static WindowSpot spot(JsonValue value, List<WindowSpot> known) {
        return known.get(known.stream()
                .map(WindowSpot::name)
                .toList()
                .indexOf(name(value, known.stream().map(WindowSpot::name).toList())));
    }

    private static List<String> names(@Nullable JsonValue list, List<String> known) {
        return list == null
                ? List.of()
                : list.elements().stream().map(value -> name(value, known)).toList();
    }

    /** One of some names. */
    static String name(JsonValue value, List<String> known) {
        String name = value.text();
        if (!known.contains(name)) {
            throw value.place().problem("file.word.unknown", name, String.join(", ", known));
        }
        return name;
    }

    /** How many pixels a picture has, found out without unpacking it. */
    static final class PictureSize {

        private PictureSize() {}

        /** The pixels that a picture says it has; 0 if it is none, and its words are shown in its place. */
        static long pixels(byte[] picture) {
            try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
                Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
                if (!readers.hasNext()) {
                    return 0;
                }
                ImageReader reader = readers.next();
                try {
                    reader.setInput(stream, true, true);
                    return (long) reader.getWidth(0) * reader.getHeight(0);
                } finally {
                    reader.dispose();
                }
            } catch (IOException | RuntimeException damaged) {
                return 0;
            }
        }
    }

    /** What the Markdown of a lesson needs besides itself. */
    static final class LessonText {

        /** The pictures that JavaFX reads. */
        private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

        /** Nobody reads a quotation in a quotation in ... deeper than this; further marks are letters like others. */
        private static final int MOST_NESTED = 50;

        private LessonText() {}

        /** Whether a file can be shown as a picture, by its name. */
        static boolean isPicture(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return ENDINGS.stream().anyMatch(lower::endsWith);
        }

        /** The names of the pictures that a text shows, each with the place where it is named. */
        static Map<String, ValuePlace> pictures(String file, String text) {
            Map<String, ValuePlace> pictures = new LinkedHashMap<>();
            Parser.builder()
                    .maxOpenBlockParsers(MOST_NESTED)
                    .maxInlineNesting(MOST_NESTED)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .build()
                    .parse(text)
                    .accept(new AbstractVisitor() {
                        @Override
                        public void visit(Image image) {
                            SourceSpan span = image.getSourceSpans().get(0);
                            pictures.putIfAbsent(
                                    image.getDestination(),
                                    new ValuePlace.InFile(file, span.getLineIndex() + 1, span.getColumnIndex() + 1));
                            visitChildren(image);
                        }
                    });
            return pictures;
        }
    }
}
