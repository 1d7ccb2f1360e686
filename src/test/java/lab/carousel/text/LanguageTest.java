package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language is spoken, and what it leaves alone. */
class LanguageTest {

    private static final Pattern THOUSANDS = Pattern.compile(".*\\d,\\d{3}.*");

    private final InLanguage before = new InLanguage(Language.ENGLISH);

    @AfterEach
    void putBack() {
        before.close();
    }

    @ParameterizedTest
    @CsvSource({"de-DE, GERMAN", "de-CH, GERMAN", "de, GERMAN", "en-GB, ENGLISH", "fr-FR, ENGLISH", "nds, ENGLISH"})
    void theSystemDecides(String system, Language expected) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(system));
        assertThat(Language.current()).isEqualTo(expected);
    }

    @Test
    void aChoiceLeavesTheFormatsOfTheSystem() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.UK);
        Language.GERMAN.speak();
        assertThat(Language.current()).isEqualTo(Language.GERMAN);
        assertThat(Locale.getDefault()).as("what JavaFX asks for its own menus").isEqualTo(Locale.GERMAN);
        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(Locale.UK);
    }

    @Test
    void eachIsNamedInItself() {
        assertThat(Language.ENGLISH.title()).isEqualTo("English");
        assertThat(Language.GERMAN.title()).isEqualTo("Deutsch");
        assertThat(Language.of("de")).contains(Language.GERMAN);
        assertThat(Language.of("fr")).isEmpty();
    }

    @Test
    void onlyWhatStandsBetweenThousandsIsALanguagesOwn() {
        Message message = Message.of("lesson.value", "3,000", 1_234.5);
        assertThat(message.text(Language.ENGLISH)).isEqualTo("3,000: 1,234.5");
        assertThat(message.text(Language.GERMAN)).isEqualTo("3,000: 1\u202f234.5");
        Message choice = Message.of("verdict.easyWrong", 12_345);
        assertThat(choice.text(Language.GERMAN)).contains("12\u202f345");
        assertThat(InLanguage.hear(Language.GERMAN, () -> NumberText.whole(-1_000_000)))
                .isEqualTo("−1\u202f000\u202f000");
        assertThat(InLanguage.hear(Language.GERMAN, () -> NumberText.loss(1_234.5)))
                .isEqualTo("1\u202f234.5000");
    }

    /** A comma before three digits would be a decimal comma to a German. */
    @Test
    void noGermanTextHasACommaBetweenThousands() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String folder : List.of("src/main/resources/lab/carousel/text", "src/site/markdown", "assets/lessons")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(each -> each.toString().matches(".*(_de|\\.de)\\.(properties|md|json)"))
                        .toList()) {
                    THOUSANDS
                            .matcher(Files.readString(file))
                            .results()
                            .forEach(each -> wrong.add(file + ": " + each.group()));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
