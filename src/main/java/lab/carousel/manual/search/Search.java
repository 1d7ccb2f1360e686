package lab.carousel.manual.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Full text search. A word counts the more, the fewer entries have it; an entry scores by its title and by the
 * frequency of the words in its lines, as in Okapi BM25 (Robertson and Zaragoza, 2009), and much less if words are
 * missing. Immutable.
 */
public final class Search<T> {

    private static final int LINE_LENGTH = 150;
    private static final double TITLE_WEIGHT = 2;
    /** A word in a larger share of entries than this, such as "the", is not marked. */
    private static final double COMMON_SHARE = 0.3;
    /** BM25's k1 and b: how soon repetitions stop counting, and how much longer texts are discounted. */
    private static final double SATURATION = 1.2;

    private static final double LENGTH_SHARE = 0.75;
    /** Weight of a word in another line or in the page's title, relative to the same line. */
    private static final double OTHER_LINE_WEIGHT = 0.5;
    /** Factor for definitions if the meaning of a word is asked for. */
    private static final double DEFINITION_FACTOR = 1.8;
    /** Exponent of the penalty for missing words. */
    private static final double MISSING_EXPONENT = 2.5;

    private final List<Indexed<T>> entries = new ArrayList<>();
    private final Map<String, Integer> entriesWith = new HashMap<>();
    private final double usualLength;
    private final Vocabulary vocabulary;

    /** An entry with its word counts, so that no text is read again while somebody types. */
    private record Indexed<T>(
            Searchable<T> entry,
            Set<String> title,
            Set<String> context,
            List<Set<String>> lines,
            Map<String, Integer> counts,
            int length) {

        static <T> Indexed<T> of(Searchable<T> entry, Vocabulary vocabulary) {
            Set<String> title = contentStems(entry.title(), vocabulary);
            Set<String> context = contentStems(entry.context(), vocabulary);
            Map<String, Integer> counts = new HashMap<>();
            int length = 0;
            List<Set<String>> lines = new ArrayList<>();
            for (String line : entry.lines()) {
                Set<String> stems = new LinkedHashSet<>();
                for (Word word : Word.in(line, vocabulary)) {
                    stems.add(word.stem());
                    counts.merge(word.stem(), 1, Integer::sum);
                    length++;
                }
                lines.add(stems);
            }
            return new Indexed<>(entry, title, context, lines, counts, length);
        }

        private static Set<String> contentStems(String words, Vocabulary vocabulary) {
            return Word.in(words, vocabulary).stream()
                    .map(Word::stem)
                    .filter(stem -> !vocabulary.isFill(stem))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A text in small letters without dots and accents, as it is compared. */
    public static String letters(String text) {
        return Word.letters(text);
    }

    /** Ties go to the earlier entry. */
    public Search(List<Searchable<T>> entries, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        long words = 0;
        for (Searchable<T> entry : entries) {
            Indexed<T> indexed = Indexed.of(entry, vocabulary);
            this.entries.add(indexed);
            words += indexed.length;
            Set<String> stems = new HashSet<>(indexed.title);
            stems.addAll(indexed.counts.keySet());
            stems.forEach(stem -> entriesWith.merge(stem, 1, Integer::sum));
        }
        usualLength = Math.max(1, (double) words / Math.max(1, entries.size()));
    }

    /**
     * Finds the best matches, best first; none if there are no words.
     *
     * @param words as typed; the last word may be incomplete
     */
    public List<Hit<T>> find(String words, int most) {
        Query query = Query.of(words, entriesWith.keySet(), vocabulary);
        boolean asksMeaning = vocabulary.asksMeaning(words);
        List<Scored<T>> scored = new ArrayList<>();
        for (Indexed<T> indexed : entries) {
            double score = score(query, indexed) * (asksMeaning && indexed.entry.isMeaning() ? DEFINITION_FACTOR : 1);
            if (score > 0) {
                scored.add(new Scored<>(indexed, score));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored<T> each) -> each.score).reversed());
        Set<T> found = new HashSet<>();
        // The best line is sought only for results that are shown
        return scored.stream()
                .filter(each -> found.add(each.indexed.entry.subject()))
                .limit(most)
                .map(each -> hit(each.indexed, query, each.score))
                .toList();
    }

    /** The share of words as typed that the entries have, or the language's words that say nothing: in another language hardly any. */
    public double known(String words) {
        List<Word> all = Word.in(words, vocabulary);
        long known = all.stream()
                .map(Word::stem)
                .filter(stem -> entriesWith.containsKey(stem) || vocabulary.isFill(stem))
                .count();
        return all.isEmpty() ? 0 : (double) known / all.size();
    }

    private record Scored<T>(Indexed<T> indexed, double score) {}

    private double rarity(String stem) {
        return Math.log(1 + (entries.size() + 0.5) / (entriesWith.getOrDefault(stem, 0) + 0.5));
    }

    private double score(Query query, Indexed<T> indexed) {
        int lines = indexed.lines.size();
        double[] met = new double[lines + 1];
        double asked = 0;
        double inTitle = 0;
        double inLines = 0;
        for (Map<String, Double> forms : query.words()) {
            double rarity =
                    forms.keySet().stream().mapToDouble(this::rarity).max().orElse(0);
            asked += rarity;
            double title = 0;
            double often = 0;
            double elsewhere = 0;
            for (Map.Entry<String, Double> form : forms.entrySet()) {
                String stem = form.getKey();
                title = indexed.title.contains(stem) ? Math.max(title, form.getValue()) : title;
                often = Math.max(often, form.getValue() * often(indexed, stem));
                boolean isNear = indexed.counts.containsKey(stem) || indexed.context.contains(stem);
                elsewhere = isNear ? Math.max(elsewhere, OTHER_LINE_WEIGHT * form.getValue()) : elsewhere;
            }
            inTitle += title * rarity;
            inLines += often * rarity;
            for (int line = 0; line <= lines; line++) {
                double here = line < lines ? in(indexed.lines.get(line), forms) : 0;
                met[line] += Math.max(here, Math.max(title, elsewhere)) * rarity;
            }
        }
        double covered = Math.min(1, Arrays.stream(met).max().orElse(0) / asked);
        double titleRarity = indexed.title.stream().mapToDouble(this::rarity).sum();
        double overlap = 2 * inTitle / (asked + titleRarity);
        return indexed.entry.weight()
                * Math.pow(covered, MISSING_EXPONENT)
                * (TITLE_WEIGHT * overlap + inLines / asked);
    }

    private static double in(Set<String> line, Map<String, Double> forms) {
        double most = 0;
        for (Map.Entry<String, Double> form : forms.entrySet()) {
            most = line.contains(form.getKey()) ? Math.max(most, form.getValue()) : most;
        }
        return most;
    }

    /** Saturated frequency of a stem in an entry, 0 to 1. */
    private double often(Indexed<T> indexed, String stem) {
        int count = indexed.counts.getOrDefault(stem, 0);
        double relativeLength = 1 - LENGTH_SHARE + LENGTH_SHARE * indexed.length / usualLength;
        return count / (count + SATURATION * relativeLength);
    }

    /** Stems to mark: the rare ones, or all if there are none. */
    private Set<String> stemsToMark(Query query) {
        Set<String> marked = new HashSet<>(query.stems());
        marked.removeIf(
                stem -> vocabulary.isFill(stem) || entriesWith.getOrDefault(stem, 0) > COMMON_SHARE * entries.size());
        return marked.isEmpty() ? query.stems() : marked;
    }

    private Hit<T> hit(Indexed<T> indexed, Query query, double score) {
        Set<String> stems = stemsToMark(query);
        Searchable<T> entry = indexed.entry;
        String best = "";
        double most = -1;
        for (int line = 0; line < indexed.lines.size(); line++) {
            double worth = indexed.lines.get(line).stream()
                    .filter(stems::contains)
                    .mapToDouble(this::rarity)
                    .sum();
            if (worth > most) {
                most = worth;
                best = entry.lines().get(line);
            }
        }
        return new Hit<>(
                entry.subject(),
                Marked.of(entry.title(), stems, vocabulary),
                Marked.of(best, stems, vocabulary, LINE_LENGTH),
                score);
    }

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
}
