package lab.carousel.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.manual.search.Search;

/**
 * Something that can be done by typing its name.
 *
 * @param where  what it belongs to: its menu, its group, or its kind
 * @param also   words by which it is found too, such as its explanation
 * @param keys   that do the same, as they stand on the keyboard; empty if none do
 */
public record Command(String name, String where, String also, String keys, Runnable action) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Ranks of a typed word by where it is found; the sum over all of them counts, a smaller one is better. */
    private static final int FIRST_WORD = 0;

    private static final int OTHER_WORD = 1;
    private static final int WORD_OF_WHERE = 3;
    private static final int WITHIN_NAME = 4;
    private static final int WITHIN_WHERE = 6;
    private static final int WORD_OF_ALSO = 7;

    public Command(String name, String where, String keys, Runnable action) {
        this(name, where, "", keys, action);
    }

    /** Those in which all typed words are found, the best first; all of them if nothing is typed. */
    static List<Command> find(List<Command> all, String typed) {
        List<String> words = words(typed).toList();
        record Ranked(Command command, int rank) {}
        return all.stream()
                .flatMap(each -> each.rank(words).stream().mapToObj(rank -> new Ranked(each, rank)))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::command)
                .toList();
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(Search.letters(text)).filter(word -> !word.isEmpty());
    }

    /** Empty if one of the words is not found. */
    private OptionalInt rank(List<String> typed) {
        List<String> own = words(name).toList();
        List<String> around = words(where).toList();
        List<String> more = words(also).toList();
        int sum = 0;
        for (String word : typed) {
            int rank = rank(word, own, around, more);
            if (rank < 0) {
                return OptionalInt.empty();
            }
            sum += rank;
        }
        return OptionalInt.of(sum);
    }

    private static int rank(String word, List<String> own, List<String> around, List<String> more) {
        if (!own.isEmpty() && own.get(0).startsWith(word)) {
            return FIRST_WORD;
        }
        if (own.stream().anyMatch(each -> each.startsWith(word))) {
            return OTHER_WORD;
        }
        if (around.stream().anyMatch(each -> each.startsWith(word))) {
            return WORD_OF_WHERE;
        }
        if (own.stream().anyMatch(each -> each.contains(word))) {
            return WITHIN_NAME;
        }
        if (around.stream().anyMatch(each -> each.contains(word))) {
            return WITHIN_WHERE;
        }
        return more.stream().anyMatch(each -> each.startsWith(word)) ? WORD_OF_ALSO : -1;
    }
}
