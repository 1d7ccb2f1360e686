package lab.carousel.manual.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word in a text, from {@code start} to {@code end} (exclusive).
 *
 * @param stem shared by its forms: {@code reset}, {@code resets} and {@code resetting} have one stem
 */
record Word(int start, int end, String stem) {

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern VOWEL = Pattern.compile(".*[aeiouy].*");
    private static final int LEAST_STEM = 3;
    /** Letters that must be left when an ending is cut off. */
    private static final int LEAST_LEFT = 4;

    /** Forms of "paste", which have nothing to do with the past. */
    private static final Set<String> PASTE = Set.of("paste", "pastes", "pasted", "pasting");

    static List<Word> in(String text, Vocabulary vocabulary) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = LETTERS.matcher(text);
        while (matcher.find()) {
            MatchResult found = matcher.toMatchResult();
            words.add(new Word(found.start(), found.end(), stem(found.group(), vocabulary)));
        }
        return words;
    }

    /** Normalises a word: small letters without dots and accents. */
    static String letters(String word) {
        return MARKS.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
    }

    private static String stem(String word, Vocabulary vocabulary) {
        String small = letters(word);
        return vocabulary.endings().isEmpty() ? englishStem(small) : stripEndings(small, vocabulary.endings());
    }

    private static String stripEndings(String word, List<String> endings) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= LEAST_LEFT) {
                return stripEndings(word.substring(0, word.length() - ending.length()), endings);
            }
        }
        return word;
    }

    /** Cuts off English endings: plural, -ing, -ed, -ation, a last e. It need not meet every form. */
    private static String englishStem(String word) {
        if (PASTE.contains(word)) {
            return "paste";
        }
        String stem = withoutPlural(word.replace("yz", "ys").replace("iz", "is"));
        for (String ending : List.of("ational", "ation", "ing", "ed", "ly")) {
            if (stem.endsWith(ending)) {
                String rest = stem.substring(0, stem.length() - ending.length());
                if (rest.length() >= LEAST_STEM && VOWEL.matcher(rest).matches()) {
                    return withoutLast(withoutDoubling(rest));
                }
            }
        }
        return withoutLast(stem);
    }

    private static String withoutPlural(String word) {
        if (word.endsWith("ies") && word.length() > LEAST_STEM + 1) {
            return word.substring(0, word.length() - 2);
        }
        boolean isPlural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return isPlural && word.length() > LEAST_STEM ? word.substring(0, word.length() - 1) : word;
    }

    /** {@code resett} becomes {@code reset}. */
    private static String withoutDoubling(String stem) {
        int last = stem.length() - 1;
        char letter = stem.charAt(last);
        boolean isDoubled = last > LEAST_STEM - 1 && letter == stem.charAt(last - 1) && "lsz".indexOf(letter) < 0;
        return isDoubled ? stem.substring(0, last) : stem;
    }

    private static String withoutLast(String stem) {
        int last = stem.length() - 1;
        if (last < LEAST_STEM) {
            return stem;
        }
        return switch (stem.charAt(last)) {
            case 'e' -> stem.substring(0, last);
            case 'y' -> stem.substring(0, last) + "i";
            default -> stem;
        };
    }
}
