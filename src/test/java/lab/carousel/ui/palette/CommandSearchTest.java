package lab.carousel.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.manual.search.Vocabulary;
import org.junit.jupiter.api.Test;

class CommandSearchTest {

    private static final List<PaletteEntry> ALL = List.of(
            command("Light or dark", "View"),
            command("Öffnen", "Datei"),
            command("Zurücksetzen", "Der Lauf"),
            command("Set the learning rate", "Hyperparameters"),
            command("Learning rate", "Hyperparameters"),
            command("Relearn", "View"),
            new PaletteEntry("Slow motion", "Cell", "One step, slowly, in the light", "", () -> {}));

    private static final CommandSearch SEARCH =
            new CommandSearch(ALL, new Vocabulary("how the", "fast quick; bright light", "*", "what is"));

    private static PaletteEntry command(String name, String where) {
        return new PaletteEntry(name, where, "", () -> {});
    }

    private static List<String> find(String typed) {
        return SEARCH.find(typed).stream().map(PaletteEntry::name).toList();
    }

    @Test
    void withNothingTypedAllAreThereInTheirOrder() {
        assertThat(SEARCH.find(" ")).isEqualTo(ALL);
    }

    @Test
    void firstComesTheBeginningOfTheNameThenOfAWordThenWhatIsWithinOne() {
        assertThat(find("learn")).containsExactly("Learning rate", "Set the learning rate", "Relearn");
    }

    @Test
    void whatItBelongsToIsFoundAfterNames() {
        // The shorter name first, where both fit as well
        assertThat(find("view")).containsExactly("Relearn", "Light or dark");
        assertThat(find("l view")).containsExactly("Light or dark", "Relearn");
    }

    @Test
    void itsExplanationFindsItToo() {
        assertThat(find("one step, slowly")).containsExactly("Slow motion");
        assertThat(find("light")).containsExactly("Light or dark", "Slow motion");
    }

    @Test
    void umlautsAndCapitalsNeedNotBeTyped() {
        assertThat(find("offnen")).containsExactly("Öffnen");
        assertThat(find("ZURÜCK lauf")).containsExactly("Zurücksetzen");
    }

    @Test
    void whatHasAllWordsIsAloneOtherwiseWhatHasTheMost() {
        assertThat(find("learning rate")).containsExactly("Learning rate", "Set the learning rate");
        assertThat(find("learn mode")).containsExactly("Learning rate", "Set the learning rate", "Relearn");
        assertThat(find("mode")).isEmpty();
    }

    @Test
    void wordsThatMeanTheSameFindItAfterItsName() {
        assertThat(find("bright")).containsExactly("Light or dark", "Slow motion");
        assertThat(find("brightest")).isEmpty();
    }

    @Test
    void wordsThatSayNothingAreLeftOut() {
        assertThat(find("how the learning")).isEqualTo(find("learning"));
    }

    @Test
    void whatIsTypedWholeComesFirst() {
        CommandSearch search = new CommandSearch(
                List.of(
                        command("Light", "View"),
                        command("How light? (20 min)", "Lesson"),
                        new PaletteEntry("Bright", "View", "very light, lamp", "", () -> {})),
                new Vocabulary("how the", "", "*", "what is"));
        assertThat(search.find("how light")).extracting(PaletteEntry::name).startsWith("How light? (20 min)");
        assertThat(search.find("light")).extracting(PaletteEntry::name).startsWith("Light");
        assertThat(search.find("very light")).extracting(PaletteEntry::name).containsExactly("Bright");
    }
}
