package lab.carousel.file.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.study.many.Axis;
import lab.carousel.study.many.AxisValue;
import lab.carousel.study.many.Study;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * A study that comes with the program: a file beside the words of its title and explanation, which are in the bundle {@code
 * studies} under its key. In these files {@code @} begins the key of a label, which may have arguments.
 */
public final class ReadyMade {

    private static final String WORDS = "@";

    /** In the order in which they are offered; the first is that of the reference. */
    private static final List<String> KEYS = List.of(
            "manySeeds",
            "fullGradient",
            "raceUnits",
            "raceParameters",
            "simplerNetwork",
            "unitsAndRate",
            "randomSearch",
            "memorySpan",
            "memorySpanChrono",
            "paper2a",
            "paper2b",
            "paper2bRecipes",
            "paper2c",
            "paper2cSymbols",
            "reber",
            "continualReber",
            "counting",
            "order",
            "adding",
            "flipFlop",
            "parity",
            "xor",
            "batchSize",
            "updateInterval",
            "shuffled",
            "joined",
            "stateless",
            "lag",
            "noReset",
            "erased",
            "airline",
            "shampoo");

    private static final List<ReadyMade> ALL = KEYS.stream().map(ReadyMade::new).toList();

    private final String key;
    /** Read when first asked for: all of them take a third of a second. */
    private volatile @Nullable Study study;

    private ReadyMade(String key) {
        this.key = key;
    }

    public static List<ReadyMade> all() {
        return ALL;
    }

    public static List<ReadyMade> allRead() {
        ALL.forEach(ReadyMade::study);
        return ALL;
    }

    public static Optional<ReadyMade> named(String name) {
        return all().stream()
                .filter(ready -> ready.name().equalsIgnoreCase(name) || ready.key.equalsIgnoreCase(name))
                .findFirst();
    }

    /** Its name on the command line: its key in small letters, with hyphens. */
    public String name() {
        return key.replaceAll("([a-z])([A-Z0-9])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    public String key() {
        return key;
    }

    public String title() {
        return Message.text(words("title"));
    }

    private String words(String of) {
        return "studies." + key + "." + of;
    }

    public Study study() {
        Study known = study;
        if (known == null) {
            known = read();
            study = known;
        }
        return known;
    }

    private Study read() {
        String file = "/lab/carousel/study/" + key + ".json";
        try (InputStream stream = Objects.requireNonNull(ReadyMade.class.getResourceAsStream(file), file)) {
            Study read = StudyFile.parse(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return new Study(
                    Message.of(words("title")),
                    Message.of(words("explanation")),
                    read.question(),
                    read.base(),
                    read.axes().stream().map(ReadyMade::spoken).toList(),
                    read.draws(),
                    read.seeds());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Axis spoken(Axis axis) {
        return new Axis(
                axis.name(),
                Settings.named(axis.name()).map(Setting::label).orElseGet(() -> spoken(axis.words())),
                axis.choices().stream()
                        .map(value -> new AxisValue(spoken(value.words()), value.number(), value.change()))
                        .toList(),
                axis.range());
    }

    private static Message spoken(Message written) {
        String text = written.text();
        if (!text.startsWith(WORDS)) {
            return written;
        }
        List<String> parts = Arrays.asList(text.substring(WORDS.length()).split(" "));
        Stream<Object> arguments = parts.stream()
                .skip(1)
                .map(part -> part.matches("\\d+")
                        ? (Object) Integer.valueOf(part)
                        : part.contains(".") ? Message.of(part) : part);
        return Message.of(parts.get(0), arguments.toArray());
    }
}
