package lab.carousel.file.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lab.carousel.text.InLanguage;
import lab.carousel.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of a language outlives the program. */
class ChosenLanguageTest {

    @TempDir
    Path folder;

    @Test
    void aChoiceIsRemembered() {
        Path file = folder.resolve("new/language.txt");
        assertThat(new ChosenLanguage(file).read()).isEmpty();
        new ChosenLanguage(file).remember(InLanguage.GERMAN);
        assertThat(new ChosenLanguage(file).read()).contains(InLanguage.GERMAN);
        new ChosenLanguage(file).remember(Language.ENGLISH);
        assertThat(new ChosenLanguage(file).read()).contains(Language.ENGLISH);
    }

    @Test
    void aDamagedOrForeignChoiceIsNone() throws IOException {
        Path file = Files.write(folder.resolve("language.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(new ChosenLanguage(file).read()).isEmpty();
        Files.writeString(file, "qzz\n");
        assertThat(new ChosenLanguage(file).read()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsNoHindrance() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("language.txt");
        new ChosenLanguage(file).remember(InLanguage.GERMAN);
        assertThat(new ChosenLanguage(file).read()).isEmpty();
    }
}
