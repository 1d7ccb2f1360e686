package lab.carousel.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCombination;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.ShippedManual;
import lab.carousel.text.InLanguage;
import lab.carousel.ui.command.Commands;
import lab.carousel.ui.command.KeyLine;
import lab.carousel.ui.help.Help.KeyPage;
import org.junit.jupiter.api.Test;

/** The list of keys that belong to no command. {@code MainWindowKeysTest} compares it with what the keys do. */
class KeyPageTest {

    private static final Map<String, List<KeyLine>> NO_COMMANDS = new Commands().keys();

    private static void assertWritten(String name, String made) throws IOException {
        Path written = Path.of("target", name);
        Files.writeString(written, made);

        assertThat(Path.of("src/site/markdown", name))
                .as("copy %s over it", written)
                .content()
                .isEqualTo(made);
    }

    /** Written by hand from what this test prints, so that the site can be built by itself. */
    @Test
    void thePageOfSettingsIsTheSame() throws IOException {
        assertWritten(SettingsPage.NAME, SettingsPage.markdown());
    }

    /** Made from the bundle in the same way. */
    @Test
    void theGlossaryOfTheSiteIsTheSame() throws IOException {
        assertWritten(GlossaryPage.NAME, GlossaryPage.markdown());
    }

    @Test
    void everyKeyCanBeRead() {
        NO_COMMANDS.forEach((place, lines) -> {
            Set<String> keys = new HashSet<>();
            for (KeyLine line : lines) {
                for (String key : line.keys()) {
                    assertThatCode(() -> KeyCombination.valueOf(key)).as(key).doesNotThrowAnyException();
                    assertThat(keys.add(key)).as("once in " + place).isTrue();
                }
            }
        });
    }

    @Test
    void theManualTellsOfEveryPlaceThatHasKeys() {
        Manual manual = ShippedManual.read("en");
        assertThat(NO_COMMANDS.keySet())
                .allSatisfy(place -> assertThat(manual.about(place)).as(place).isPresent());
    }

    @Test
    void thePlaceWhereOneIsComesFirst() {
        String made =
                KeyPage.markdown(NO_COMMANDS, Optional.of("state"), Optional.of(new LinkTarget("window.md", "state")));
        ManualPage page = ManualPage.read(KeyPage.NAME, made);

        assertThat(page.sections().get(1).title()).isEqualTo("In the heatmap");
        assertThat(page.links()).containsExactly("window.md#state");
        assertThat(page.sections()).extracting(Section::title).doesNotHaveDuplicates();
        assertThat(page.sections()).hasSize(NO_COMMANDS.size() + 1);
    }

    @Test
    void keysAreNamedAsOnAKeyboardOfTheLanguage() {
        String german = InLanguage.hear(
                InLanguage.GERMAN, () -> KeyPage.markdown(NO_COMMANDS, Optional.empty(), Optional.empty()));

        assertThat(german)
                .contains("| `Umschalt+↑` `Umschalt+↓` |", "`Strg+Entf`", "| `Pos1` `Ende` |", "`Leertaste`")
                .doesNotContain("Ctrl", "Shift", "`Space`", "Delete");
    }
}
