package lab.carousel.text;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of the program with what they mean: one bundle in each language, from which come a page of the manual, and the
 * explanation of a word wherever it stands on the screen. Immutable.
 */
public final class Glossary {

    private static final String BUNDLE = "glossary";
    private static final Map<Language, Glossary> READ = new ConcurrentHashMap<>();
    /** A label of more words is a sentence, which explains itself. */
    private static final int MOST_LABEL_WORDS = 5;

    private final List<GlossaryEntry> entries;
    private final Map<String, GlossaryEntry> byForm = new HashMap<>();
    private final Pattern anyForm;

    /** A word that stands in a text from {@code start} to before {@code end}. */
    public record Found(int start, int end, GlossaryEntry entry) {}

    private Glossary(Language language) {
        Collator order = Collator.getInstance(Locale.forLanguageTag(language.code()));
        entries = Message.patterns(BUNDLE, language).keySet().stream()
                .map(key -> GlossaryEntry.read(
                        key.substring(BUNDLE.length() + 1), Message.of(key).text(language)))
                .sorted(Comparator.comparing(GlossaryEntry::word, order))
                .toList();
        entries.forEach(entry -> entry.forms().forEach(form -> byForm.put(lower(form), entry)));
        String forms = byForm.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        anyForm = Pattern.compile(
                "(?<![\\p{L}\\p{N}-])(?:" + forms + ")(?![\\p{L}\\p{N}-])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public static Glossary current() {
        return of(Language.current());
    }

    public static Glossary of(Language language) {
        return READ.computeIfAbsent(language, Glossary::new);
    }

    /** What a word means, by its name in the bundles. */
    public static String text(String key) {
        return GlossaryEntry.read(key, Message.text(BUNDLE + "." + key)).text();
    }

    /** All words, by their alphabet. */
    public List<GlossaryEntry> entries() {
        return entries;
    }

    /** The words in a text, in their order. */
    public List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher matcher = anyForm.matcher(text);
        while (matcher.find()) {
            found.add(new Found(
                    matcher.start(), matcher.end(), Objects.requireNonNull(byForm.get(lower(matcher.group())))));
        }
        return found;
    }

    /** The word that a label is about: the longest one in it; empty if it has none, or is a sentence. */
    public Optional<GlossaryEntry> ofLabel(String label) {
        return label.isBlank() || label.strip().split("\\s+").length > MOST_LABEL_WORDS
                ? Optional.empty()
                : in(label).stream()
                        .max(Comparator.comparingInt(found -> found.end() - found.start()))
                        .map(Found::entry);
    }

    private static String lower(String form) {
        return form.toLowerCase(Locale.ROOT);
    }
}
