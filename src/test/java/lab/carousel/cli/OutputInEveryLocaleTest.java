package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.choice.Engines;
import lab.carousel.study.verification.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the command line writes, in countries with other digits, points and capitals: the same bytes everywhere. */
class OutputInEveryLocaleTest {

    private static final Locale BEFORE = Locale.getDefault();
    private static final Locale DISPLAY = Locale.getDefault(Locale.Category.DISPLAY);
    private static final Locale FORMAT = Locale.getDefault(Locale.Category.FORMAT);

    private static final String STUDY =
            """
            {"format": "carousel study", "version": 1, "title": "İ i", "question": "seeds", "seeds": 2,
             "experiment": {"hyperparameters": {"epochs": 2}}}
            """;

    @TempDir
    static Path folder;

    private static Map<String, String> usual = Map.of();

    private static final Tools TOOLS = new Tools(
            Engines::named,
            // pictures of pixels have no digits; to compress them takes most of the time
            (picture, format) -> format.ending().equals(".svg") ? format.bytes(picture) : new byte[0],
            new Verifier(Engines::named),
            files -> Optional.empty());

    @BeforeAll
    static void writeAll() throws IOException {
        usual = written("en-US");
        assertThat(usual).hasSizeGreaterThan(12);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(BEFORE);
        Locale.setDefault(Locale.Category.DISPLAY, DISPLAY);
        Locale.setDefault(Locale.Category.FORMAT, FORMAT);
    }

    private static Map<String, String> written(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Path out = Files.createDirectories(folder.resolve(locale));
        Map<String, String> all = new TreeMap<>();
        all.put(
                "standard output",
                run(
                        "train --epochs 1234 --set learningRate=1.5e-3 --set hiddenUnits=3 --csv @/a.csv --chart @/loss.svg"
                                + " --heatmap @/heat.svg --keras @/k.py --pytorch @/p.py --deeplearning4j @/D.java"
                                + " --page @/h.html",
                        out));
        all.put("JSON", run("train --epochs 2 --json", out));
        Files.writeString(out.resolve("s.json"), STUDY);
        all.put("study", run("study @/s.json --out @/study", out));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(out.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    /** Runs a command, with @ for a folder. */
    private static String run(String line, Path out) {
        StringWriter output = new StringWriter();
        Console console = new Console(output, Writer.nullWriter(), false);
        assertThat(new CarouselCommandLine(TOOLS, console)
                        .run(line.replace("@", out.toString()).split(" ")))
                .as(line)
                .isZero();
        return output.toString();
    }

    static Stream<String> locales() {
        return Sample.of(
                1, List.of("ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "tr-TR", "de-DE"), locale -> "i"
                        .toUpperCase(Locale.forLanguageTag(locale)));
    }

    @ParameterizedTest
    @MethodSource("locales")
    void isTheSame(String locale) throws IOException {
        assertThat(written(locale)).isEqualTo(usual);
    }
}
