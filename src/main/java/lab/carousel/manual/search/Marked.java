package lab.carousel.manual.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

public record Marked(List<Part> parts) {

    private static final String LEFT_OUT = "…";

    public Marked {
        parts = List.copyOf(parts);
    }

    public record Part(String text, boolean marked) {}

    /** A text in which nothing is marked. */
    public static Marked plain(String text) {
        return new Marked(List.of(new Part(text, false)));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    /** Marks the words that have one of the stems. */
    static Marked of(String text, Set<String> stems, Vocabulary vocabulary) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Word word : Word.in(text, vocabulary)) {
            if (stems.contains(word.stem())) {
                if (word.start() > at) {
                    parts.add(new Part(text.substring(at, word.start()), false));
                }
                parts.add(new Part(text.substring(word.start(), word.end()), true));
                at = word.end();
            }
        }
        if (at < text.length()) {
            parts.add(new Part(text.substring(at), false));
        }
        return new Marked(parts);
    }

    /** The same, cut to about {@code length} characters around the first marked word. */
    static Marked of(String text, Set<String> stems, Vocabulary vocabulary, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return of(line, stems, vocabulary);
        }
        int first = Word.in(line, vocabulary).stream()
                .filter(word -> stems.contains(word.stem()))
                .mapToInt(Word::start)
                .findFirst()
                .orElse(0);
        int start = first < length / 2 ? 0 : line.lastIndexOf(' ', first - length / 4) + 1;
        int end = line.lastIndexOf(' ', Math.min(line.length(), start + length));
        if (end <= start || start + length >= line.length()) {
            end = Math.min(line.length(), start + length);
        }
        return of(
                (start > 0 ? LEFT_OUT : "") + line.substring(start, end) + (end < line.length() ? LEFT_OUT : ""),
                stems,
                vocabulary);
    }
}
