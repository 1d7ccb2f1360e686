package lab.carousel.manual.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A search query.
 *
 * @param words for each typed word the stems that match it, with their weights: 1 for its own, less for those that it
 *     begins, and for those that differ in a letter if nothing else is known
 */
record Query(List<Map<String, Double>> words) {

    private static final double BEGUN = 0.7;
    /** Weight of stems that begin with a complete word. */
    private static final double LONGER_WORD_WEIGHT = 0.3;

    private static final double SAME = 0.6;
    /** Weight of stems that begin an unknown word, as in German compounds. */
    private static final double COMPOUND_WEIGHT = 0.6;

    private static final double MISTYPED = 0.6;
    private static final int LEAST_BEGUN = 2;
    private static final int LEAST_MISTYPED = 4;
    private static final int LEAST_PART = 5;

    /** Parses what was typed, against the known stems; filler words count only if there are no others. */
    static Query of(String typed, Set<String> known, Vocabulary vocabulary) {
        List<Word> words = Word.in(typed, vocabulary);
        boolean isOnlyFill = words.stream().allMatch(word -> vocabulary.isFill(word.stem()));
        List<Map<String, Double>> read = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            Word word = words.get(index);
            if (!isOnlyFill && vocabulary.isFill(word.stem())) {
                continue;
            }
            Map<String, Double> forms = new HashMap<>();
            boolean isBegun = index == words.size() - 1 && word.end() == typed.length();
            if (isBegun && word.end() - word.start() >= LEAST_BEGUN) {
                String beginning = Word.letters(typed.substring(word.start(), word.end()));
                double share = known.contains(word.stem()) ? LONGER_WORD_WEIGHT : BEGUN;
                known.stream().filter(stem -> stem.startsWith(beginning)).forEach(stem -> forms.put(stem, share));
            }
            boolean isUnknown = forms.isEmpty() && !known.contains(word.stem());
            vocabulary.same(word.stem()).forEach(stem -> forms.merge(stem, SAME, Math::max));
            forms.put(word.stem(), 1.0);
            if (isUnknown && word.stem().length() >= LEAST_MISTYPED) {
                known.stream()
                        .filter(stem -> differInALetter(stem, word.stem()))
                        .forEach(stem -> forms.put(stem, MISTYPED));
                known.stream()
                        .filter(stem ->
                                stem.length() >= LEAST_PART && word.stem().startsWith(stem))
                        .forEach(stem -> forms.put(stem, COMPOUND_WEIGHT));
            }
            read.add(forms);
        }
        return new Query(read);
    }

    Set<String> stems() {
        Set<String> stems = new HashSet<>();
        words.forEach(forms -> stems.addAll(forms.keySet()));
        return stems;
    }

    /** Whether the words differ by one inserted, deleted, replaced or transposed letter. */
    static boolean differInALetter(String one, String other) {
        int difference = one.length() - other.length();
        if (Math.abs(difference) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (difference > 0) {
            return one.substring(same + 1).equals(other.substring(same));
        }
        if (difference < 0) {
            return one.substring(same).equals(other.substring(same + 1));
        }
        return same == one.length()
                || one.substring(same + 1).equals(other.substring(same + 1))
                || isSwapped(one, other, same);
    }

    private static boolean isSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
