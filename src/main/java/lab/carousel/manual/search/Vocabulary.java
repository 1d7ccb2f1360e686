package lab.carousel.manual.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search knows of a language. */
public final class Vocabulary {

    /** In the place of endings. */
    private static final String ENGLISH = "*";

    private final List<String> endings;
    private final Set<String> fillWords;
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Pattern asksMeaning;

    /**
     * What is known of a language, in small letters.
     *
     * @param fillWords   that say nothing of what is looked for, with blanks between
     * @param sameWords   that mean the same, with blanks between, and semicolons between the groups
     * @param endings     that forms of a word have, the longest first, with blanks between; or {@code *} for English ones
     * @param asksMeaning how somebody begins who asks what a word means, with {@code |} between and … for the word
     */
    public Vocabulary(String fillWords, String sameWords, String endings, String asksMeaning) {
        this.endings = Stream.of(endings.split(" "))
                .filter(ending -> !ending.equals(ENGLISH))
                .toList();
        this.fillWords = stems(fillWords);
        this.asksMeaning = Pattern.compile(
                "(?:" + asksMeaning.replace(" … ", "\\b.*\\b") + ")\\b.*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
        for (String group : sameWords.split(";")) {
            Set<String> stems = stems(group);
            stems.forEach(
                    stem -> same.computeIfAbsent(stem, none -> new HashSet<>()).addAll(stems));
        }
    }

    private Set<String> stems(String words) {
        return Word.in(words, this).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
    }

    /** Endings that are cut off a word, the longest first; none: English ones. */
    List<String> endings() {
        return endings;
    }

    /** Whether a stem makes a sentence of the words that are meant, and says nothing itself. */
    boolean isFill(String stem) {
        return fillWords.contains(stem);
    }

    /** Whether somebody asks what a word means: in a sentence, or by the word alone. */
    boolean asksMeaning(String typed) {
        return Word.in(typed, this).size() == 1
                || asksMeaning.matcher(typed.strip()).matches();
    }

    /** Stems that mean the same as one. */
    Set<String> same(String stem) {
        return same.getOrDefault(stem, Set.of());
    }
}
