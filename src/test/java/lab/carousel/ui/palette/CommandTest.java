package lab.carousel.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final List<Command> ALL = List.of(
            command("Light or dark", "View"),
            command("Öffnen", "Datei"),
            command("Zurücksetzen", "Der Lauf"),
            command("Set the learning rate", "Hyperparameters"),
            command("Learning rate", "Hyperparameters"),
            command("Relearn", "View"),
            new Command("Slow motion", "Cell", "One step, slowly, in the light", "", () -> {}));

    private static Command command(String name, String where) {
        return new Command(name, where, "", () -> {});
    }

    private static List<String> find(String typed) {
        return Command.find(ALL, typed).stream().map(Command::name).toList();
    }

    @Test
    void withNothingTypedAllAreThereInTheirOrder() {
        assertThat(Command.find(ALL, " ")).isEqualTo(ALL);
    }

    @Test
    void firstComesTheBeginningOfTheNameThenOfAWordThenWhatIsWithinOne() {
        assertThat(find("learn")).containsExactly("Learning rate", "Set the learning rate", "Relearn");
    }

    @Test
    void whatItBelongsToIsFoundAfterNames() {
        assertThat(find("view")).containsExactly("Light or dark", "Relearn");
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
    void allWordsMustBeFound() {
        assertThat(find("learning mode")).isEmpty();
    }
}
