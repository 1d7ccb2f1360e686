package lab.carousel.text;

import java.nio.file.Path;
import java.text.AttributedCharacterIterator;
import java.text.CharacterIterator;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sentence for people: a key into a message bundle and its arguments. The part of the key before the first dot names
 * the bundle: {@code task.symbol.unknown} is in {@code task.properties} of each {@link Language}'s folder.
 *
 * <p>Bundles are written for {@link MessageFormat}: an apostrophe is written twice.
 *
 * @param arguments in the order of the placeholders
 */
public record Message(String key, List<Object> arguments) {

    /** Locale in which patterns are read and numbers formatted, before they get the marks of the language. */
    public static final Locale NUMBERS = Locale.ENGLISH;

    private static final String LITERAL = "";

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** Untranslated words: numbers, and names that somebody gave. */
    public static Message literal(String words) {
        return new Message(LITERAL, List.of(words));
    }

    public static String text(String key, Object... arguments) {
        return of(key, arguments).text();
    }

    /** Whether a bundle has the key. */
    public static boolean isThere(String key) {
        return Language.current().bundle(key.substring(0, key.indexOf('.'))).containsKey(key);
    }

    /**
     * The text in the current language, or in English if it is not translated.
     *
     * @throws MissingResourceException if no bundle has the key: a mistake in the program
     */
    public String text() {
        return text(Language.current());
    }

    public String text(Language language) {
        if (key.equals(LITERAL)) {
            return (String) arguments.get(0);
        }
        String name = key.substring(0, key.indexOf('.'));
        String pattern = language.bundle(name).get(key);
        if (pattern == null) {
            throw new MissingResourceException("no text", name, key);
        }
        // Fast path: a start reads a thousand texts, most of them without placeholders
        if (pattern.indexOf('{') < 0 && pattern.indexOf('}') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        try {
            MessageFormat format = new MessageFormat(pattern, NUMBERS);
            String text = language == Language.ENGLISH ? format.format(shown()) : marked(format, language);
            return arguments.stream().anyMatch(Double.class::isInstance) ? NumberText.withoutMinusZero(text) : text;
        } catch (IllegalArgumentException broken) {
            language.tellBroken(name, key, broken);
            return language == Language.ENGLISH ? pattern : text(Language.ENGLISH);
        }
    }

    /** Replaces the marks in numbers by the language's; commas and points in names and words stay. */
    private String marked(MessageFormat format, Language language) {
        AttributedCharacterIterator letters = format.formatToCharacterIterator(shown());
        StringBuilder text = new StringBuilder();
        for (char letter = letters.first(); letter != CharacterIterator.DONE; letter = letters.next()) {
            if (letters.getAttribute(NumberFormat.Field.GROUPING_SEPARATOR) != null) {
                text.append(language.betweenThousands());
            } else if (letters.getAttribute(NumberFormat.Field.DECIMAL_SEPARATOR) != null) {
                text.append(language.decimalMark());
            } else {
                text.append(letter);
            }
        }
        return text.toString();
    }

    /** Arguments with visible file names. */
    private Object[] shown() {
        return arguments.stream()
                .map(value -> value instanceof Path file ? VisibleText.of(file.toString()) : value)
                .toArray();
    }

    /** Preloads bundles, so that nobody waits for them later. */
    public static void prepare(Language language, List<String> bundles) {
        bundles.forEach(language::bundle);
    }

    /** Raw texts of a bundle by their keys, for use outside of messages. */
    public static SortedMap<String, String> patterns(String bundle, Language language) {
        return new TreeMap<>(language.bundle(bundle));
    }

    @Override
    public String toString() {
        return text();
    }
}
