package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.SourceFiles;
import lab.carousel.lesson.PlaceName;
import lab.carousel.ui.command.KeyTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The message bundles and the sources that use them. A key may be put together in the sources, as in
 * {@code "toolbar." + key} or {@code key + ".tip"}: then its parts must occur there.
 */
class BundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/lab/carousel/text");
    private static final Path SOURCES = Path.of("src/main/java");
    /** The scripts of the page that is taken home, which have keys too. */
    private static final Path PAGE = Path.of("src/main/resources/lab/carousel/page");

    /** Texts in the sources that look like keys and are none: the names of system properties. */
    private static final Set<String> NOT_KEYS = Set.of("file.encoding", "file.separator", "loss.caption");
    /** Nor are the names of files. */
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(carousel|css|csv|html|json|log|md|png|svg|txt|zip)");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<!:)//[^\\n]*", Pattern.DOTALL);
    /** Puts its key before the names of its fields. */
    private static final Pattern FORM = Pattern.compile("(?:new Form\\(|return )PlaceName\\.([A-Z_]+)");

    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");
    /** What may be put before or behind another part of a key. */
    private static final Pattern PART = Pattern.compile("\\.?\\w+(\\.\\w+)*\\.?");

    /** Keys that picocli looks up by the name of the command; their texts are shown as they are. */
    private static final String PICOCLI_KEYS = "carousel.";

    /** Key and text of all English bundles, but for picocli's. */
    private static final Map<String, String> TEXTS = new TreeMap<>();
    /** The texts in quotation marks in the sources. */
    private static final Set<String> LITERALS = new HashSet<>();
    /**
     * Of what keys are put together: texts in quotation marks that look like parts of keys, the first words of the lines of
     * text blocks, which are tables, names of constants, keys of the keyboard, and the pages of the manual. A word that stands somewhere else in the sources, in the name of a method for example, is none.
     */
    private static final Set<String> PARTS = new HashSet<>();

    private static final Path STUDIES = Path.of("src/main/resources/lab/carousel/study");
    private static final Pattern LABEL = Pattern.compile("\"@([\\w.]+)[ \"]");

    private static final Path MANUAL = Path.of("src/site/markdown");

    @BeforeAll
    static void read() throws IOException {
        for (Path bundle : english()) {
            TEXTS.putAll(BundleTexts.of(bundle));
            TEXTS.keySet()
                    .removeIf(key -> key.startsWith(PICOCLI_KEYS)
                            || key.startsWith("language.")
                            // Read as a whole
                            || key.startsWith("glossary."));
        }
        for (Path source : SourceFiles.below(SOURCES, ".java")) {
            String text = COMMENT.matcher(Files.readString(source)).replaceAll(" ");
            LITERAL.matcher(text).results().map(match -> match.group(1)).forEach(LITERALS::add);
            FORM.matcher(text)
                    .results()
                    .map(match -> PlaceName.valueOf(match.group(1)).key() + ".")
                    .forEach(LITERALS::add);
            TEXT_BLOCK
                    .matcher(text)
                    .results()
                    .flatMap(match -> match.group(1).lines())
                    .map(line -> line.strip().split("\\W", 2)[0])
                    .forEach(PARTS::add);
            CONSTANT.matcher(LITERAL.matcher(text).replaceAll(" "))
                    .results()
                    .map(MatchResult::group)
                    .forEach(PARTS::add);
        }
        for (String ending : List.of(".js", ".html")) {
            for (Path source : SourceFiles.below(PAGE, ending)) {
                LITERAL.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(LITERALS::add);
            }
        }
        // The studies that come with the program name the words of their labels
        for (Path study : SourceFiles.below(STUDIES, ".json")) {
            LABEL.matcher(Files.readString(study))
                    .results()
                    .map(match -> match.group(1))
                    .forEach(LITERALS::add);
        }
        LITERALS.stream()
                .filter(PART.asMatchPredicate())
                .flatMap(literal -> Stream.of(literal.split("\\.")))
                .forEach(PARTS::add);
        KeyTable.ofPlaces().stream()
                .flatMap(line -> line.keys().stream())
                .flatMap(key -> Stream.of(key.split("\\+")))
                .forEach(PARTS::add);
        for (Path page : SourceFiles.below(MANUAL, ".md")) {
            PARTS.add(page.getFileName().toString().replace(".md", ""));
        }
    }

    private static List<Path> english() throws IOException {
        return SourceFiles.below(BUNDLES.resolve("en"), ".properties");
    }

    @Test
    void keysBeginWithTheNameOfTheirBundleAndStandThereOnce() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path bundle : SourceFiles.below(BUNDLES, ".properties")) {
            String name = bundle.getFileName().toString().replace(".properties", "");
            List<String> keys = Files.readString(bundle)
                    .replaceAll("\\\\\\R\\s*", "")
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("[=:]", 2)[0].strip())
                    .toList();
            Set<String> seen = new HashSet<>();
            keys.stream()
                    .filter(key -> !seen.add(key) || !key.startsWith(name + ".") && !key.startsWith(PICOCLI_KEYS))
                    .map(key -> bundle.getFileName() + ": " + key)
                    .forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTextIsAPattern(String language) throws IOException {
        for (Path bundle : SourceFiles.below(BUNDLES.resolve(language), ".properties")) {
            BundleTexts.of(bundle).forEach((key, text) -> {
                // picocli's are shown as they are
                if (!key.startsWith(PICOCLI_KEYS) && !key.startsWith("language.")) {
                    assertThat(text).as(key).isNotBlank();
                    // A single one would swallow itself and keep values from being filled in; only braces are quoted
                    assertThat(text.replace("''", "").replaceAll("'[{}]+'", ""))
                            .as(key)
                            .doesNotContain("'");
                    assertThatCode(() -> requirePattern(text)).as(key).doesNotThrowAnyException();
                }
            });
        }
    }

    /** The texts of a choice are patterns too, which are looked at when they are used. */
    private static void requirePattern(String text) {
        for (Format format : new MessageFormat(text, Message.NUMBERS).getFormats()) {
            if (format instanceof ChoiceFormat choice) {
                for (Object each : choice.getFormats()) {
                    new MessageFormat((String) each, Message.NUMBERS);
                }
            }
        }
    }

    @Test
    void everyKeyInTheSourcesIsInABundle() {
        Set<String> bundles = TEXTS.keySet().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        Pattern key = Pattern.compile("(" + String.join("|", bundles) + ")(\\.\\w+)+\\.?");
        Set<String> missing = new TreeSet<>();
        for (String literal : LITERALS) {
            if (key.matcher(literal).matches()
                    && !NOT_KEYS.contains(literal)
                    && !FILE_NAME.matcher(literal).matches()
                    && !isKeyOrPartOfOne(literal)) {
                missing.add(literal);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isKeyOrPartOfOne(String literal) {
        String beginning = literal.endsWith(".") ? literal : literal + ".";
        String end = "." + literal;
        return TEXTS.containsKey(literal)
                || TEXTS.keySet().stream().anyMatch(key -> key.startsWith(beginning) || key.endsWith(end));
    }

    @Test
    void messagesAreOfBundlesThatExist() throws IOException {
        Pattern use = Pattern.compile("(?:Message\\.(?:of|text)|new InvalidInput)\\(\\s*\"([^\"]*)\"(\\s*\\+)?");
        Set<String> missing = new TreeSet<>();
        for (Path source : SourceFiles.below(SOURCES, ".java")) {
            use.matcher(Files.readString(source)).results().forEach(match -> {
                String key = match.group(1);
                boolean known = match.group(2) == null ? TEXTS.containsKey(key) : isStartOfAKey(key);
                if (!known) {
                    missing.add(source.getFileName() + ": " + key);
                }
            });
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isStartOfAKey(String start) {
        return TEXTS.keySet().stream().anyMatch(key -> key.startsWith(start));
    }

    @Test
    void everyKeyInTheBundlesIsUsed() {
        Set<String> unused = new TreeSet<>();
        for (String key : TEXTS.keySet()) {
            if (!LITERALS.contains(key) && !isPutTogether(key)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    /** Of what only the code calls a place. */
    @Test
    void whatTheMicroscopeShowsIsCalledAView() throws IOException {
        Pattern place = Pattern.compile("(?i)\\bplaces? (of|in) the microscope");
        assertThat(TEXTS.values()).noneMatch(text -> place.matcher(text).find());
        for (Path page : SourceFiles.below(MANUAL, ".md")) {
            boolean isForDevelopers = List.of("architecture.md", "contributing.md")
                    .contains(page.getFileName().toString());
            assertThat(isForDevelopers || !place.matcher(Files.readString(page)).find())
                    .as("%s", page)
                    .isTrue();
        }
    }

    @Test
    void aKeyIsNotUsedBecauseOneOfItsWordsStandsSomewhereInTheSources() throws IOException {
        assertThat(LITERALS).contains("toolbar.");
        assertThat(SourceFiles.below(SOURCES, ".java"))
                .anySatisfy(source -> assertThat(source).content().containsPattern("\\btheme\\b"));

        assertThat(isPutTogether("toolbar.theme")).isFalse();
        assertThat(isPutTogether("toolbar.play")).isTrue();
    }

    /** Whether a literal that ends in a dot, or one that another with a dot follows, begins the key. */
    private static boolean isPutTogether(String key) {
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String rest = key.substring(dot + 1);
            if (LITERALS.contains(key.substring(0, dot + 1)) && PARTS.containsAll(List.of(rest.split("\\.")))) {
                return true;
            }
            if (LITERALS.contains(key.substring(0, dot)) && LITERALS.contains("." + rest)) {
                return true;
            }
        }
        return false;
    }
}
