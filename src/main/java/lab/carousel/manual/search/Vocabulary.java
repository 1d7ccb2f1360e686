package lab.carousel.manual.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Vocabulary {

    /** Stands for the English endings. */
    private static final String ENGLISH = "*";

    private final List<String> endings;
    private final Set<String> fillWords;
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Pattern asksMeaning;

    /**
     * Data of a language, in small letters, separated by blanks.
     *
     * @param sameWords synonyms, in groups separated by semicolons
     * @param endings suffixes, the longest first; {@code *} for English
     * @param asksMeaning patterns of questions for a word's meaning, separated by vertical bars, with … for the word
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

    /** The stems of the words of a text. */
    public Set<String> stems(String words) {
        return Word.in(words, this).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
    }

    /** The stem of a word, and those of the words that mean the same. */
    public Set<String> alike(String word) {
        Set<String> all = new HashSet<>(stems(word));
        stems(word).forEach(stem -> all.addAll(same(stem)));
        return all;
    }

    /** Some words without those that say nothing of what is looked for; all of them if there are no others. */
    public List<String> telling(List<String> words) {
        List<String> telling = words.stream()
                .filter(word -> stems(word).stream().noneMatch(this::isFill))
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    List<String> endings() {
        return endings;
    }

    boolean isFill(String stem) {
        return fillWords.contains(stem);
    }

    /** Whether a query asks for a word's meaning: in a sentence, or by the word alone. */
    boolean asksMeaning(String typed) {
        return Word.in(typed, this).size() == 1
                || asksMeaning.matcher(typed.strip()).matches();
    }

    Set<String> same(String stem) {
        return same.getOrDefault(stem, Set.of());
    }
}
