package lab.carousel.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lab.carousel.manual.search.Search;
import lab.carousel.manual.search.Vocabulary;

/**
 * Finds commands by what is typed, with the words of the manual's search that mean the same. The texts of the commands are read
 * once, not at every letter.
 */
final class CommandSearch {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Ranks of a typed word by where it is found; the sum over all of them counts, a smaller one is better. */
    private static final int FIRST_WORD = 0;

    private static final int OTHER_WORD = 1;
    private static final int SAME_AS_NAME = 2;
    private static final int WORD_OF_WHERE = 3;
    private static final int WITHIN_NAME = 4;
    private static final int SAME_AS_WHERE = 5;
    private static final int WITHIN_WHERE = 6;
    private static final int WORD_OF_ALSO = 7;
    /** More than all words of a query can have elsewhere. */
    private static final int MISSING = 1_000;

    private final List<Indexed> all;
    private final Vocabulary vocabulary;

    /** @param alike its stem, and those of the words that mean the same */
    private record Typed(String word, Set<String> alike) {}

    private record Text(List<String> words, Set<String> stems) {

        static Text of(String text, Vocabulary vocabulary) {
            return new Text(CommandSearch.words(text), vocabulary.stems(text));
        }

        boolean hasBegun(String word) {
            return words.stream().anyMatch(each -> each.startsWith(word));
        }

        boolean hasWithin(String word) {
            return words.stream().anyMatch(each -> each.contains(word));
        }

        boolean hasOneOf(Set<String> same) {
            return stems.stream().anyMatch(same::contains);
        }
    }

    /** @param meant what is typed by who means just this one: its name without what stands in brackets behind it, or a word for it */
    private record Indexed(PaletteEntry command, Text name, Text where, Text also, Set<List<String>> meant) {

        static Indexed of(PaletteEntry command, Vocabulary vocabulary) {
            String title = command.name().replaceFirst(" \\([^)]*\\)$", "");
            return new Indexed(
                    command,
                    Text.of(command.name(), vocabulary),
                    Text.of(command.where(), vocabulary),
                    Text.of(command.also(), vocabulary),
                    Stream.concat(Stream.of(title), Stream.of(command.also().split(", ")))
                            .map(CommandSearch::words)
                            .collect(Collectors.toSet()));
        }

        int rank(List<Typed> typed) {
            return typed.stream().mapToInt(word -> rank(word.word, word.alike)).sum();
        }

        private int rank(String word, Set<String> same) {
            if (!name.words.isEmpty() && name.words.get(0).startsWith(word)) {
                return FIRST_WORD;
            }
            if (name.hasBegun(word) || also.words.contains(word)) {
                return OTHER_WORD;
            }
            if (name.hasOneOf(same)) {
                return SAME_AS_NAME;
            }
            if (where.hasBegun(word)) {
                return WORD_OF_WHERE;
            }
            if (name.hasWithin(word)) {
                return WITHIN_NAME;
            }
            if (where.hasOneOf(same)) {
                return SAME_AS_WHERE;
            }
            if (where.hasWithin(word)) {
                return WITHIN_WHERE;
            }
            return also.hasBegun(word) || also.hasOneOf(same) ? WORD_OF_ALSO : MISSING;
        }
    }

    private record Ranked(PaletteEntry command, boolean isMeant, int rank, int length) {

        int missing() {
            return rank / MISSING;
        }
    }

    CommandSearch(List<PaletteEntry> commands, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.all = commands.stream()
                .map(command -> Indexed.of(command, vocabulary))
                .toList();
    }

    /**
     * Those in which all typed words are found; if there are none, those with the most of them; all of them if nothing is typed. First
     * come those whose whole name was typed, then the best, and of equally good ones the shortest.
     */
    List<PaletteEntry> find(String typed) {
        List<String> whole = words(typed);
        List<Typed> words = vocabulary.telling(whole).stream()
                .map(word -> new Typed(word, vocabulary.alike(word)))
                .toList();
        List<Ranked> ranked = all.stream()
                .map(each -> new Ranked(
                        each.command,
                        !words.isEmpty() && each.meant.contains(whole),
                        each.rank(words),
                        words.isEmpty() ? 0 : each.name.words.size()))
                .filter(each -> words.isEmpty() || each.missing() < words.size())
                .sorted(Comparator.comparing(Ranked::isMeant, Comparator.reverseOrder())
                        .thenComparingInt(Ranked::rank)
                        .thenComparingInt(Ranked::length))
                .toList();
        int least = ranked.stream().mapToInt(Ranked::missing).min().orElse(0);
        return ranked.stream()
                .filter(each -> each.isMeant || each.missing() == least)
                .map(Ranked::command)
                .toList();
    }

    private static List<String> words(String text) {
        return Stream.of(BETWEEN_WORDS.split(Search.letters(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
