package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import lab.carousel.cli.CarouselCommandLine;
import lab.carousel.cli.Console;
import lab.carousel.cli.Tools;
import lab.carousel.engine.choice.Engines;
import lab.carousel.study.verification.Verifier;

/** What <i>Copy as command</i> has put into the clipboard, and a shell that runs it. */
public final class CopiedCommand {

    /** Words of a line, plain or between double quotes; none here has others. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private CopiedCommand() {}

    public static String line() {
        AtomicReference<String> line = new AtomicReference<>("");
        MainWindowFixture.robot.interact(
                () -> line.set(Clipboard.getSystemClipboard().getString()));
        return line.get();
    }

    public static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        WORD.matcher(line)
                .results()
                .forEach(match -> words.add(match.group(1) == null ? match.group(2) : match.group(1)));
        assertThat(words.remove(0)).isEqualTo("carousel");
        return words;
    }

    /** Gives what it prints. */
    public static String run(List<String> words) {
        Tools tools = new Tools(
                Engines::named,
                (picture, format) -> format.bytes(picture),
                new Verifier(Engines::named),
                files -> Optional.empty());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(output, true, StandardCharsets.UTF_8);
        Console console = Console.of(output, errors, new Properties());
        assertThat(new CarouselCommandLine(tools, console).run(words.toArray(String[]::new)))
                .as("%s: %s", words, output.toString(StandardCharsets.UTF_8))
                .isZero();
        return output.toString(StandardCharsets.UTF_8);
    }
}
