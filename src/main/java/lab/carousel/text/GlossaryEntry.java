package lab.carousel.text;

import java.util.List;
import java.util.Locale;

/**
 * A word.
 *
 * @param key   its name in the bundles
 * @param forms the word itself first, then its plural and others
 */
public record GlossaryEntry(String key, List<String> forms, String text) {

    public GlossaryEntry {
        forms = List.copyOf(forms);
    }

    static GlossaryEntry read(String key, String written) {
        String[] parts = written.split(": ", 2);
        return new GlossaryEntry(key, List.of(parts[0].split(", ")), parts[1]);
    }

    /** The word as a heading, with a capital. */
    public String word() {
        return forms.get(0).substring(0, 1).toUpperCase(Locale.ROOT)
                + forms.get(0).substring(1);
    }

    /** The word, and in the next line what it means: for a tooltip. */
    public String explanation() {
        return word() + "\n" + text;
    }
}
