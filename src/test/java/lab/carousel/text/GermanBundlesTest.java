package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lab.carousel.SourceFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The German bundles say all that the English ones say. */
class GermanBundlesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/lab/carousel/text");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\s*(?:,\\s*(\\w+))?");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Short English words that no German text has: one of them tells that a text was left as it was. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|of|and|with|this|that|which|from|are|for|cannot|there)\\b");

    /** Words that are the same in both languages, or are names, so that a text of nothing else is no sign of anything. */
    private static final Set<String> SAME = Set.of(
            "adam",
            "sgd",
            "rmsprop",
            "lstm",
            "gru",
            "keras",
            "pytorch",
            "deeplearning",
            "carousel",
            "text",
            "name",
            "live",
            "hochreiter",
            "schmidhuber",
            "min",
            "log",
            "linear",
            "reset",
            "code",
            "experiment",
            "alphabet",
            "symbol",
            "kernel",
            "animation",
            "one",
            "hot",
            "null",
            "lag",
            "clipping",
            "engine",
            "training",
            "momentum",
            "heatmap",
            "threads",
            "pause",
            "export",
            "carouselexperiment",
            "gradient",
            "paul",
            "tol",
            "vibrant",
            "esc",
            "port");

    private static final Map<String, String> ENGLISH_TEXTS = new TreeMap<>();
    private static final Map<String, String> GERMAN_TEXTS = new TreeMap<>();
    private static final List<String> WRONG_KEYS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path english : SourceFiles.below(BUNDLES.resolve("en"), "")) {
            Path german = BUNDLES.resolve("de").resolve(english.getFileName());
            Map<String, String> here = BundleTexts.of(english);
            Map<String, String> there = BundleTexts.of(german);
            differences(here.keySet(), there.keySet()).forEach(key -> WRONG_KEYS.add(german + " lacks " + key));
            differences(there.keySet(), here.keySet()).forEach(key -> WRONG_KEYS.add(english + " lacks " + key));
            ENGLISH_TEXTS.putAll(here);
            GERMAN_TEXTS.putAll(there);
        }
        GERMAN_TEXTS.keySet().retainAll(ENGLISH_TEXTS.keySet());
        GERMAN_TEXTS.keySet().removeIf(key -> key.startsWith("language."));
    }

    private static Set<String> differences(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    @Test
    void theyHaveTheSameKeys() {
        assertThat(WRONG_KEYS).isEmpty();
    }

    @Test
    void everyTextHasTheSamePlaceholders() {
        List<String> wrong = new ArrayList<>();
        GERMAN_TEXTS.forEach((key, text) -> {
            if (!placeholders(text).equals(placeholders(ENGLISH_TEXTS.get(key)))) {
                wrong.add(key + " = " + text + " has " + placeholders(text) + " instead of "
                        + placeholders(ENGLISH_TEXTS.get(key)));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** The numbers of the placeholders. What is a number there may be a choice here, where words have other forms. */
    private static Set<String> placeholders(String text) {
        Set<String> placeholders = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            placeholders.add(matcher.group(1));
        }
        return placeholders;
    }

    @Test
    void noTextWasLeftInEnglish() {
        List<String> english = new ArrayList<>();
        GERMAN_TEXTS.forEach((key, text) -> {
            // What is typed on the command line is the same in all languages
            boolean isTyped = key.contains("customSynopsis");
            boolean isName = key.matches("hyperparameters\\.(cell|optimiser)\\.[A-Z0-9]+|stateMap\\.spot\\.number");
            boolean isSame = text.equals(ENGLISH_TEXTS.get(key)) && hasWordsOfItsOwn(text) && !isTyped && !isName;
            boolean hasEnglishWords = ENGLISH.matcher(text).find();
            if (isSame || hasEnglishWords) {
                english.add(key + " = " + text);
            }
        });
        assertThat(english).as("texts that seem to be English still").isEmpty();
    }

    private static boolean hasWordsOfItsOwn(String text) {
        String words = text.replaceAll("\\{\\d+[^{}]*}", " ");
        return WORD.matcher(words)
                .results()
                .anyMatch(word -> !SAME.contains(word.group().toLowerCase(Locale.ROOT)));
    }
}
