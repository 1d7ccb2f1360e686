package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which language is spoken, and what it leaves alone. */
class LanguageTest {

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
    void numbersInTextsAreTheSameInAllLanguages() {
        Message message = Message.of("lesson.value", 0.5, 1_000);
        String english = InLanguage.hear(Language.ENGLISH, message::text);
        String german = InLanguage.hear(Language.GERMAN, message::text);
        assertThat(german).isEqualTo(english).isEqualTo("0.5: 1,000");
    }
}
