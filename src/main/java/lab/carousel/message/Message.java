package lab.carousel.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for people: a key into a message bundle and the values put into it. The part of the key before the first
 * dot names the bundle, so {@code task.symbol.unknown} stands in {@code task.properties} beside this class's resources.
 *
 * <p>Bundles are written for {@link MessageFormat}: an apostrophe is written twice.
 *
 * @param key       the key, for example {@code task.symbol.unknown}
 * @param arguments the values, in the order of the placeholders
 */
public record Message(String key, List<Object> arguments) {

    /** The language of the program's texts; the bundles without a suffix are written in it. */
    public static final Locale LANGUAGE = Locale.ENGLISH;

    /** Copies the arguments. */
    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message from its key and values. */
    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The text of a key with its values filled in. */
    public static String text(String key, Object... arguments) {
        return of(key, arguments).text();
    }

    /**
     * This message in words.
     *
     * @throws java.util.MissingResourceException if no bundle has the key: a mistake in the program
     */
    public String text() {
        String bundle = "lab.carousel.message." + key.substring(0, key.indexOf('.'));
        ResourceBundle texts =
                ResourceBundle.getBundle(bundle, LANGUAGE, ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), LANGUAGE).format(arguments.toArray());
    }

    @Override
    public String toString() {
        return text();
    }
}
