package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Classes, members, folders, files and Maven's options that the manual, the lessons' sources and README cite exist. It cannot see
 * whether what is said of them is true. Commands of Carousel are in {@link lab.carousel.cli.CitedCommandsTest}.
 */
public class CitedNamesTest {

    private static final Path MANUAL = Path.of("src/site/markdown");
    /** Pages about the code, in which any name with a capital may be a class. */
    private static final Set<String> ABOUT_CODE = Set.of(
            "architecture.md", "decisions.md", "contributing.md", "campaign.md", "benchmarks.md", "benchmarks.de.md");
    /** Names of others: of Java and its libraries, of Keras, of programs. */
    private static final Set<String> OF_OTHERS = Set.of(
            "AlphaDropout",
            "Double",
            "GaussianDropout",
            "GaussianNoise",
            "ModelSerializer",
            "Optional",
            "PixelBuffer",
            "SimpleRNN",
            "SpatialDropout1D",
            "SplittableRandom",
            "SuppressWarnings",
            "Xvfb");
    /** What explanations of new things invent. */
    private static final Pattern INVENTED = Pattern.compile("(?i).*\\becho.*|.*\\bxx\\b.*|.*[*<…].*");

    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern TYPE =
            Pattern.compile("(?:[a-z0-9]+/)*([A-Z]\\w*[a-z]\\w*)(?:[.#](\\w+)(?:\\(.*\\))?)?");
    private static final Pattern TWO_HUMPS = Pattern.compile("[A-Z][a-z0-9]+[A-Z]\\w*");
    private static final Pattern QUALIFIED = Pattern.compile("lab\\.carousel(?:\\.[a-z0-9]+)*\\.[A-Z]\\w*");
    private static final Pattern IN_REPOSITORY =
            Pattern.compile("(?:src|assets|packaging|\\.github|\\.mvn)(?:/[\\w.-]+)+");
    private static final Pattern FOLDERS = Pattern.compile("[a-z0-9]+(?:/[a-z0-9]+)+");
    private static final Pattern TEST = Pattern.compile("-Dtest='?([\\w,/*#]+)'?");
    private static final Pattern BENCHMARK = Pattern.compile("-Dbenchmark=([\\w.]+)");
    private static final Pattern PROFILE = Pattern.compile("mvn (?:-\\w+ )*-P([\\w-]+)");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    private final Map<String, String> sources = sources();
    private final String pom = SourceFiles.text(Path.of("pom.xml"));

    /** The pages in which names of the code are cited. */
    public static Stream<Path> pages() {
        return Stream.of(
                        List.of(Path.of("README.md")),
                        SourceFiles.below(MANUAL, ".md"),
                        SourceFiles.below(Path.of("assets/lessons"), ".md"))
                .flatMap(List::stream)
                // Tells what was
                .filter(file -> !file.endsWith("changelog.md"));
    }

    /** The text of the file that declares a type, by the type's name. */
    private static Map<String, String> sources() {
        Map<String, String> sources = new HashMap<>();
        SourceFiles.below(Path.of("src"), ".java").forEach(file -> {
            String text = SourceFiles.text(file);
            DECLARED.matcher(text).results().forEach(type -> sources.merge(type.group(1), text, String::concat));
        });
        return sources;
    }

    /** What a page cites that does not exist. */
    private List<String> gone(String page, String text) {
        List<String> gone = new ArrayList<>();
        for (Matcher code = CODE.matcher(text); code.find(); ) {
            String cited = code.group(1);
            Matcher type = TYPE.matcher(cited);
            if (INVENTED.matcher(cited).matches()) {
                continue;
            }
            if (type.matches()
                    && (ABOUT_CODE.contains(page)
                            || TWO_HUMPS.matcher(type.group(1)).matches())) {
                if (!hasType(type.group(1), type.group(2))) {
                    gone.add(cited);
                }
            } else if (ABOUT_CODE.contains(page) && FOLDERS.matcher(cited).matches() && !hasFolder(cited)) {
                gone.add(cited);
            }
        }
        matches(QUALIFIED, text).filter(name -> !hasClass(name)).forEach(gone::add);
        matches(IN_REPOSITORY, text)
                .map(file -> file.replaceAll("\\.$", ""))
                .filter(file -> !INVENTED.matcher(file).matches() && !Files.exists(Path.of(file)))
                .forEach(gone::add);
        groups(TEST, text)
                .flatMap(names -> Stream.of(names.split(",")))
                .filter(name -> !hasTest(name))
                .forEach(gone::add);
        groups(BENCHMARK, text)
                .filter(name ->
                        !Files.exists(Path.of("src/test/benchmark/lab/carousel", name.replace('.', '/') + ".java")))
                .forEach(gone::add);
        groups(PROFILE, text)
                .filter(profile -> !pom.contains("<id>" + profile + "</id>"))
                .forEach(gone::add);
        return gone;
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group());
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private boolean hasType(String name, String member) {
        if (OF_OTHERS.contains(name)) {
            return true;
        }
        String source = sources.get(name);
        boolean isFile = member != null && (member.equals("java") || member.equals("toString"));
        return source != null
                && (member == null
                        || isFile
                        || Pattern.compile("\\b" + member + "\\b")
                                .matcher(source)
                                .find());
    }

    private static boolean hasFolder(String folder) {
        Stream<String> roots = Stream.of("", "src/main/java", "src/main/resources", "src/test/java")
                .flatMap(root -> Stream.of(root, root + "/lab/carousel"));
        // What a build or a run makes is below target
        return folder.startsWith("target/") || roots.anyMatch(root -> Files.exists(Path.of(root, folder)));
    }

    private boolean hasClass(String name) {
        String path = name.replace('.', '/');
        return Stream.of("src/main/java", "src/test/java", "src/test/benchmark", "src/test/campaign", "src/test/tools")
                        .anyMatch(root -> Files.exists(Path.of(root, path + ".java")))
                || Stream.of("packaging/linux", "packaging").anyMatch(root -> isPackaged(Path.of(root), name));
    }

    private static boolean isPackaged(Path folder, String name) {
        return Files.isDirectory(folder)
                && SourceFiles.below(folder, "").stream()
                        .anyMatch(file -> file.getFileName().toString().startsWith(name));
    }

    private boolean hasTest(String cited) {
        String name = cited.split("#")[0];
        return name.contains("/")
                ? Files.exists(Path.of("src/test/java", name.replaceAll("/\\*+$", "")))
                : sources.containsKey(name);
    }

    @Test
    void everyNameThatIsCitedExists() {
        Map<Path, List<String>> gone = pages().collect(Collectors.toMap(
                page -> page, page -> gone(page.getFileName().toString(), SourceFiles.text(page))));
        gone.values().removeIf(List::isEmpty);
        assertThat(gone).isEmpty();
    }

    @Test
    void oneThatIsGoneIsFound() {
        assertThat(gone(
                        "architecture.md",
                        "`HeatmapGone`, `ui/state/Gone`, `Lab.gone`, `Lab.pulse`, `ui/gone`, `ui/lab`"))
                .containsExactly("HeatmapGone", "ui/state/Gone", "Lab.gone", "ui/gone");
        assertThat(gone("sessions.md", "*(`Export`)*, `StepLabels`")).containsExactly("StepLabels");
        assertThat(gone(
                        "sessions.de.md",
                        "`java -cp \"target/lib/*\"\nlab.carousel.ui.GoneBenchmark` lab.carousel.Main"))
                .containsExactly("lab.carousel.ui.GoneBenchmark");
        assertThat(gone("README.md", "assets/screenshots.sh, src/test/gone.sh."))
                .containsExactly("src/test/gone.sh");
        assertThat(gone("README.md", "mvn -q -Pgone test -Dtest='GoneTest#x',Main -Dbenchmark=ui.GoneBenchmark"))
                .containsExactly("GoneTest#x", "ui.GoneBenchmark", "gone");
    }
}
