package lab.carousel.manual.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds entries by words. A word counts the more, the fewer entries have it; an entry counts the more, the more of its title
 * is asked for and the more often its lines have the words, as in Okapi BM25 (Robertson and Zaragoza, 2009), and much less if
 * words are missing. Immutable.
 *
 * @param <T> the type of what is found
 */
public final class Search<T> {

    private static final int LINE_LENGTH = 150;
    private static final double TITLE_WEIGHT = 2;
    /** A word that more entries than these have, such as "the", is not marked. */
    private static final double COMMON_SHARE = 0.3;
    /** How soon more of the same word no longer counts, and how much longer texts have to say it more often. */
    private static final double SATURATION = 1.2;

    private static final double LENGTH_SHARE = 0.75;

    /** What makes a sentence of the words that are meant; they still tell "why reset" from "reset switch". */
    private static final Set<String> SAY_LITTLE = Word.in(
                    "a an and are at be by can do does for from have how i if in is it many my of on or should that"
                            + " the there this to use was we what when where which who why will with would you")
            .stream()
            .map(Word::stem)
            .collect(Collectors.toUnmodifiableSet());

    private static final double LITTLE = 0.3;

    private final List<Indexed<T>> entries = new ArrayList<>();
    private final Map<String, Integer> entriesWith = new HashMap<>();
    private final double usualLength;

    /** An entry with its words counted, in all and in each of its lines: no text is read again while somebody types. */
    private record Indexed<T>(
            Searchable<T> entry, Set<String> title, List<Set<String>> lines, Map<String, Integer> counts, int length) {

        static <T> Indexed<T> of(Searchable<T> entry) {
            Set<String> title = new HashSet<>();
            Word.in(entry.title()).forEach(word -> title.add(word.stem()));
            Map<String, Integer> counts = new HashMap<>();
            int length = 0;
            List<Set<String>> lines = new ArrayList<>();
            for (String line : entry.lines()) {
                Set<String> stems = new LinkedHashSet<>();
                for (Word word : Word.in(line)) {
                    stems.add(word.stem());
                    counts.merge(word.stem(), 1, Integer::sum);
                    length++;
                }
                lines.add(stems);
            }
            return new Indexed<>(entry, title, lines, counts, length);
        }
    }

    /** A search among these entries; of two that fit equally well the earlier one is found first. */
    public Search(List<Searchable<T>> entries) {
        long words = 0;
        for (Searchable<T> entry : entries) {
            Indexed<T> indexed = Indexed.of(entry);
            this.entries.add(indexed);
            words += indexed.length;
            Set<String> stems = new HashSet<>(indexed.title);
            stems.addAll(indexed.counts.keySet());
            stems.forEach(stem -> entriesWith.merge(stem, 1, Integer::sum));
        }
        usualLength = Math.max(1, (double) words / Math.max(1, entries.size()));
    }

    /**
     * What fits some words best, best first; empty if there are no words, or none that anything has.
     *
     * @param words what was typed; the last word may be only begun
     * @param most  how many at most
     */
    public List<Hit<T>> find(String words, int most) {
        Query query = Query.of(words, entriesWith.keySet());
        List<Scored<T>> scored = new ArrayList<>();
        for (Indexed<T> indexed : entries) {
            double score = score(query, indexed);
            if (score > 0) {
                scored.add(new Scored<>(indexed, score));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored<T> each) -> each.score).reversed());
        // Only for those that are shown the line is sought that says most
        return scored.stream()
                .limit(most)
                .map(each -> hit(each.indexed, query, each.score))
                .toList();
    }

    /** How well an entry fits. */
    private record Scored<T>(Indexed<T> indexed, double score) {}

    private double rarity(String stem) {
        double rarity = Math.log(1 + (entries.size() + 0.5) / (entriesWith.getOrDefault(stem, 0) + 0.5));
        return SAY_LITTLE.contains(stem) ? LITTLE * rarity : rarity;
    }

    private double score(Query query, Indexed<T> indexed) {
        double asked = 0;
        double met = 0;
        double inTitle = 0;
        double inLines = 0;
        for (Map<String, Double> forms : query.words()) {
            double rarity =
                    forms.keySet().stream().mapToDouble(this::rarity).max().orElse(0);
            asked += rarity;
            double title = 0;
            double lines = 0;
            for (Map.Entry<String, Double> form : forms.entrySet()) {
                if (indexed.title.contains(form.getKey())) {
                    title = Math.max(title, form.getValue());
                }
                lines = Math.max(lines, form.getValue() * often(indexed, form.getKey()));
            }
            inTitle += title * rarity;
            inLines += lines * rarity;
            met += title > 0 || lines > 0 ? rarity : 0;
        }
        if (met == 0) {
            return 0;
        }
        double titleRarity = indexed.title.stream().mapToDouble(this::rarity).sum();
        double overlap = 2 * inTitle / (asked + titleRarity);
        double covered = Math.min(1, met / asked);
        return indexed.entry.weight() * covered * covered * (TITLE_WEIGHT * overlap + inLines / asked);
    }

    /** From 0, if the lines do not have a word, to 1, if they have it very often for their length. */
    private double often(Indexed<T> indexed, String stem) {
        int count = indexed.counts.getOrDefault(stem, 0);
        double relativeLength = 1 - LENGTH_SHARE + LENGTH_SHARE * indexed.length / usualLength;
        return count / (count + SATURATION * relativeLength);
    }

    /** The stems that are marked: those that tell something, or all if none does. */
    private Set<String> telling(Query query) {
        Set<String> telling = new HashSet<>(query.stems());
        telling.removeIf(
                stem -> SAY_LITTLE.contains(stem) || entriesWith.getOrDefault(stem, 0) > COMMON_SHARE * entries.size());
        return telling.isEmpty() ? query.stems() : telling;
    }

    private Hit<T> hit(Indexed<T> indexed, Query query, double score) {
        Set<String> stems = telling(query);
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
        return new Hit<>(entry.subject(), Marked.of(entry.title(), stems), Marked.of(best, stems, LINE_LENGTH), score);
    }
}
