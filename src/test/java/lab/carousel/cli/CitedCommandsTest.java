package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.CitedNamesTest;
import lab.carousel.file.study.ReadyMade;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.model.Settings;
import lab.carousel.view.Choice;
import lab.carousel.view.View;
import lab.carousel.view.Views;
import org.junit.jupiter.api.Test;

/** Commands that a text tells to type exist: the command, its options, and what is named after them. */
class CitedCommandsTest {

    private static final Pattern COMMAND = Pattern.compile(
            "(?:`|carousel(?:\\.jar)? )(train|study|open|network|view|judge|answers|class)( (?:(?!java -jar)[^`|#(;])*)?(?:`|$|#|\\(|;|\\|)",
            Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z0-9-]*");
    private static final Pattern STUDY = Pattern.compile("^ ([a-z][a-z0-9-]*)(?: |$)");
    private static final Pattern VIEW = Pattern.compile("^ (\\w+)(?: |$)");
    /** What stands for any. */
    private static final String ANY = "NAME";

    private static final Pattern FILE = Pattern.compile("(?:assets|src)/[\\w./-]+");
    private static final Pattern SETTING = Pattern.compile("--set \"?(\\w+)=");
    private static final Pattern PRESET = Pattern.compile("--preset ([a-z]\\w*)");
    /** A new study in an explanation, and a table. */
    private static final List<String> INVENTED = List.of("echo", "joined");

    private final Map<String, String> helps = new HashMap<>();

    private String help(String command) {
        return helps.computeIfAbsent(command, name -> {
            CommandLineFixture line = new CommandLineFixture();
            line.run(name, "--help");
            return line.output;
        });
    }

    /** What there is no such thing of in the commands of a text. */
    private List<String> unknown(String text) {
        List<String> unknown = new ArrayList<>();
        Matcher commands = COMMAND.matcher(text);
        while (commands.find()) {
            String command = commands.group(1);
            String words = Optional.ofNullable(commands.group(2)).orElse("");
            OPTION.matcher(words)
                    .results()
                    .map(option -> option.group())
                    .filter(option -> !Pattern.compile("(?<![\\w-])" + option + "(?![\\w-])")
                            .matcher(help(command))
                            .find())
                    .forEach(unknown::add);
            List<String> names = command.equals("view") ? choices(words, unknown) : Settings.names();
            first(SETTING, words)
                    .filter(name -> !names.contains(name) && !name.equals(ANY))
                    .forEach(unknown::add);
            first(PRESET, words)
                    .filter(key -> Preset.all().stream()
                            .noneMatch(preset -> preset.key().equals(key)))
                    .forEach(unknown::add);
            FILE.matcher(words)
                    .results()
                    .map(file -> file.group())
                    .filter(file -> !Files.exists(Path.of(file)))
                    .forEach(unknown::add);
            if (command.equals("study")) {
                first(STUDY, words)
                        .filter(name -> !INVENTED.contains(name))
                        .filter(name -> ReadyMade.named(name).isEmpty())
                        .forEach(unknown::add);
            }
        }
        return unknown;
    }

    /** The names of what can be chosen of a view that is shown. */
    private static List<String> choices(String words, List<String> unknown) {
        String name = first(VIEW, words).findFirst().orElse(ANY);
        Optional<View> shown =
                Views.all().filter(view -> view.name().key().equals(name)).findFirst();
        if (shown.isEmpty() && !name.equals(ANY)) {
            unknown.add(name);
        }
        return shown.stream()
                .flatMap(view -> view.choices(Experiment.reference()).stream())
                .map(Choice::name)
                .toList();
    }

    private static Stream<String> first(Pattern pattern, String words) {
        return pattern.matcher(words).results().map(found -> found.group(1));
    }

    @Test
    void everyCommandOfTheManualAndTheLessonsExists() throws IOException {
        int found = 0;
        for (Path page : CitedNamesTest.pages().toList()) {
            String text = Files.readString(page);
            assertThat(unknown(text)).as(page.toString()).isEmpty();
            found += (int) COMMAND.matcher(text).results().count();
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void oneThatIsGoneIsFound() {
        assertThat(unknown("`carousel train --seed 5 --speed 3`")).containsExactly("--speed");
        assertThat(unknown("`study many-seeds` and `study few-seeds --out DIR`"))
                .containsExactly("few-seeds");
        assertThat(unknown("`java -jar target/carousel.jar study assets/lessons/race/gone.json --out DIR`"))
                .containsExactly("assets/lessons/race/gone.json");
        assertThat(unknown("`carousel view map F --set plane=1` and `view unit F --set plane=1`"))
                .containsExactly("map", "plane", "plane");
        assertThat(unknown("    java -jar target/carousel.jar train --set cells=gru --preset gone"))
                .containsExactly("cells", "gone");
    }
}
