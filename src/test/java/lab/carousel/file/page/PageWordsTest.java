package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import lab.carousel.text.Message;
import lab.carousel.text.NumberText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page writes numbers and sentences as the program does. */
class PageWordsTest {

    private static PageScripts scripts;

    @BeforeAll
    static void load() {
        scripts = new PageScripts("words");
        Language.all().forEach(language -> speak(language, "language"));
    }

    /** Gives the scripts the texts of a bundle. */
    private static void speak(Language language, String bundle) {
        scripts.run("WORDS.texts." + language.code() + " = Object.assign(WORDS.texts." + language.code() + " || {}, "
                + json(language.meanwhile(() -> PageWords.of(List.of("\"" + bundle + ".\"")))) + "); 0");
    }

    @AfterAll
    static void close() {
        scripts.close();
    }

    private static List<Double> values() {
        List<Double> found = new ArrayList<>(List.of(
                0.0,
                1.0,
                0.125,
                0.375,
                2.5,
                3.5,
                0.5,
                1234.5675,
                99_999.99999,
                1e5,
                1e-3,
                9.999e-4,
                1e-300,
                123_456_789.0,
                0.00015,
                // Just above half of the last place of four decimals, and of others
                5.0e-5,
                5.0e-4,
                0.05,
                4.9999e-5,
                12_345.03125));
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 60; n++) {
            found.add(random.nextDouble() * Math.pow(10, random.nextInt(-8, 8)));
            found.add(random.nextInt(1_000) / 8.0);
        }
        for (double value : List.copyOf(found)) {
            found.add(-value);
        }
        return found;
    }

    private static void writesAlike(String function, DoubleFunction<String> ours) {
        List<Double> values = values();
        List<String> theirs = scripts.run(values + ".map((value) => " + function + ").join('\\n')")
                .lines()
                .toList();
        assertThat(theirs).hasSameSizeAs(values);
        List<String> different = IntStream.range(0, values.size())
                .filter(place -> !theirs.get(place).equals(ours.apply(values.get(place))))
                .mapToObj(
                        place -> values.get(place) + ": " + theirs.get(place) + " for " + ours.apply(values.get(place)))
                .toList();
        assertThat(different).isEmpty();
    }

    @Test
    void numbersAreWrittenAsInTheProgram() {
        writesAlike("lossText(value)", NumberText::loss);
        writesAlike("decimals(value, 2)", NumberText::share);
        writesAlike("decimals(value, 4)", value -> NumberText.decimals(value, 4));
        scripts.run("WORDS.language = 'de'; 0");
        writesAlike("lossText(value)", value -> InLanguage.GERMAN.meanwhile(() -> NumberText.loss(value)));
        scripts.run("WORDS.language = 'en'; 0");
    }

    /** Marks as a language has them that is dropped in: the page knows of none but what its folder says. */
    @Test
    void aThirdLanguageHasItsOwnMarks() {
        scripts.run("WORDS.texts.qaa = { 'language.decimal': '·', 'language.thousands': \"'\" }; WORDS.texts.qab ="
                + " { 'language.decimal': '', 'language.thousands': '' }; WORDS.language = 'qaa'; 0");
        assertThat(scripts.run(
                        "[decimals(1234567.5, 2), lossText(-0.0316), decimals(-0.001, 2), marked('0.5')].join(' ')"))
                .isEqualTo("1'234'567·50 −0·0316 0·00 0·5");
        scripts.run("WORDS.language = 'qab'; 0");
        assertThat(scripts.run("decimals(1234.5, 1)")).isEqualTo("1,234.5");
        scripts.run("WORDS.language = 'en'; 0");
    }

    @Test
    void patternsAreFilledAsInTheProgram() {
        for (Language language : Language.all()) {
            scripts.run("WORDS.language = '" + language.code() + "'; 0");
            patternsAreFilledAlike(language);
        }
        scripts.run("WORDS.language = 'en'; 0");
    }

    private static void patternsAreFilledAlike(Language language) {
        for (Object[] values : List.of(
                new Object[] {1, 2, 0.126, 0.1, -0.00316, "x {0}"},
                new Object[] {0, 1, -1, 1.25, 1234.5, "it's"},
                new Object[] {2, 12_345, 0.5, 3, 7, ""})) {
            for (String key : List.of(
                    "verdict.A_TRACE.reason",
                    "verdict.NOT_YET.reason",
                    "verdict.back",
                    "verdict.steps.range",
                    "verdict.easyWrong",
                    "verdict.unknowable",
                    "page.stopped",
                    "page.trained")) {
                scripts.run("WORDS.texts." + language.code() + ".key = " + json(PageWords.parts(pattern(key, language)))
                        + "; 0");
                String list = "["
                        + String.join(
                                ", ",
                                List.of(values).stream()
                                        .map(PageWordsTest::literal)
                                        .toList()) + "]";
                assertThat(scripts.run("word('key', " + list + ")"))
                        .as(key)
                        .isEqualTo(Message.of(key, values).text(language));
            }
        }
    }

    private static String json(Object value) {
        return new ObjectMapper().valueToTree(value).toString();
    }

    private static String literal(Object value) {
        return value instanceof String text ? quoted(text) : value.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String pattern(String key, Language language) {
        return Message.patterns(key.substring(0, key.indexOf('.')), language).get(key);
    }
}
