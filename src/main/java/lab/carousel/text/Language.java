package lab.carousel.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A language of the program: a folder named by its code, with a {@code language.properties} and a bundle of texts for
 * each subject, in {@code lab/carousel/text} of the class path, or in the folder of the system property {@value
 * #FOLDER_PROPERTY}. Missing texts are English.
 *
 * <p>The current language is Java's default locale for display: the system's, until another one is chosen.
 */
public final class Language {

    static final String FOLDER_PROPERTY = "carousel.languages";

    private static final String CLASS_PATH_FOLDER = "lab/carousel/text/";
    private static final String MARK = "language";
    /** ISO 639 code of two or three letters: it becomes part of file names. */
    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    private static final Map<String, Optional<Language>> KNOWN = new ConcurrentHashMap<>();
    /** Why a file or a text cannot be used, by its place. */
    private static final Map<String, String> BROKEN = new ConcurrentHashMap<>();

    /** Language of a thread during {@link #meanwhile}. */
    private static final ThreadLocal<Optional<Language>> MEANWHILE = ThreadLocal.withInitial(Optional::empty);

    public static final Language ENGLISH = of("en").orElseThrow();

    private final String code;
    private final String title;
    private final char betweenThousands;
    private final char decimalMark;
    private final Map<String, Map<String, String>> bundles = new ConcurrentHashMap<>();

    private Language(String code, Map<String, String> description) {
        this.code = code;
        this.title = description.getOrDefault("language.name", code);
        this.betweenThousands = (description.getOrDefault("language.thousands", "") + ",").charAt(0);
        this.decimalMark = (description.getOrDefault("language.decimal", "") + ".").charAt(0);
    }

    public static Language current() {
        return MEANWHILE.get().orElseGet(() -> of(systemLanguage()).orElse(ENGLISH));
    }

    private static String systemLanguage() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage();
    }

    public static Optional<Language> of(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        Optional<Language> known = KNOWN.get(code);
        return known != null ? known : KNOWN.computeIfAbsent(code, Language::read);
    }

    private static Optional<Language> read(String code) {
        return texts(code, MARK).map(description -> new Language(code, description));
    }

    /** All languages, English first, the others by their codes. */
    public static List<Language> all() {
        return Found.LANGUAGES;
    }

    public String code() {
        return code;
    }

    /** Its name in the language itself. */
    public String title() {
        return title;
    }

    /** Separator of thousands; a comma where its folder names none. */
    char betweenThousands() {
        return betweenThousands;
    }

    /** Mark before the decimals; a point where its folder names none. */
    char decimalMark() {
        return decimalMark;
    }

    /** A number written with a decimal point, with the mark of the current language instead. */
    public static String marked(String number) {
        return number.replace('.', current().decimalMark);
    }

    /** Texts of a bundle by their keys, English ones where it has none. */
    Map<String, String> bundle(String name) {
        // Looked up at each word, nearly always of a bundle that was read
        Map<String, String> read = bundles.get(name);
        return read != null ? read : bundles.computeIfAbsent(name, this::readBundle);
    }

    private Map<String, String> readBundle(String name) {
        Optional<Map<String, String>> own = texts(code, name);
        if (this == ENGLISH) {
            return own.orElse(Map.of());
        }
        Map<String, String> all = new HashMap<>(ENGLISH.bundle(name));
        own.ifPresent(all::putAll);
        return all;
    }

    /** Runs code in this language; other threads are not affected. */
    public <T> T meanwhile(Supplier<T> words) {
        Optional<Language> before = MEANWHILE.get();
        MEANWHILE.set(Optional.of(this));
        try {
            return words.get();
        } finally {
            MEANWHILE.set(before);
        }
    }

    /** Makes this the program's language, for JavaFX's own menus too. */
    public void speak() {
        Locale formats = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(new Locale(code));
        Locale.setDefault(Locale.Category.FORMAT, formats);
    }

    @Override
    public String toString() {
        return code;
    }

    private static Optional<Map<String, String>> texts(String code, String bundle) {
        String file = code + "/" + bundle + ".properties";
        return furtherFolder()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .flatMap(further -> read(further.toString(), () -> Files.newInputStream(further)))
                .or(() -> read(
                        file, () -> Language.class.getClassLoader().getResourceAsStream(CLASS_PATH_FOLDER + file)));
    }

    private interface Opening {

        @Nullable
        InputStream open() throws IOException;
    }

    /** Texts of a file; empty if there is none, or it cannot be read, which is remembered. */
    private static Optional<Map<String, String>> read(String place, Opening opening) {
        try (InputStream bytes = opening.open()) {
            if (bytes == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return Optional.of(texts);
        } catch (IOException | IllegalArgumentException broken) {
            BROKEN.putIfAbsent(place, String.valueOf(broken.getMessage()));
            return Optional.empty();
        }
    }

    /** Remembers that a text of this language cannot be used, and why. */
    void tellBroken(String bundle, String key, IllegalArgumentException why) {
        BROKEN.putIfAbsent(code + "/" + bundle + ".properties, " + key, String.valueOf(why.getMessage()));
    }

    /** What could not be used of the languages that were asked for until now, a sentence each. */
    public static List<Message> broken() {
        return new TreeMap<>(BROKEN)
                .entrySet().stream()
                        .map(each -> Message.of("file.language.broken", each.getKey(), each.getValue()))
                        .toList();
    }

    private static Optional<Path> furtherFolder() {
        return Optional.ofNullable(System.getProperty(FOLDER_PROPERTY)).map(Path::of);
    }

    /** Lazy search for all folders, which opens every library. */
    private static final class Found {

        static final List<Language> LANGUAGES = find();

        private static List<Language> find() {
            TreeSet<String> codes = new TreeSet<>();
            try {
                for (URL root : Collections.list(Language.class.getClassLoader().getResources(CLASS_PATH_FOLDER))) {
                    addCodes(root, codes);
                }
                furtherFolder().filter(Files::isDirectory).ifPresent(folder -> addFurther(folder, codes));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            codes.remove(ENGLISH.code());
            return Stream.concat(Stream.of(ENGLISH), codes.stream().flatMap(code -> of(code).stream()))
                    .toList();
        }

        private static void addCodes(URL root, TreeSet<String> codes) throws IOException {
            if (root.openConnection() instanceof JarURLConnection jar) {
                jar.getJarFile().stream()
                        .map(entry -> entry.getName().split("/"))
                        .filter(names -> names.length == 5 && names[4].equals(MARK + ".properties"))
                        .forEach(names -> codes.add(names[3]));
            } else {
                addCodes(Path.of(uri(root)), codes);
            }
        }

        private static void addFurther(Path folder, TreeSet<String> codes) {
            try {
                addCodes(folder, codes);
            } catch (IOException unreadable) {
                BROKEN.putIfAbsent(folder.toString(), String.valueOf(unreadable.getMessage()));
            }
        }

        private static URI uri(URL url) {
            try {
                return url.toURI();
            } catch (URISyntaxException impossible) {
                throw new IllegalStateException(url.toString(), impossible);
            }
        }

        private static void addCodes(Path folder, TreeSet<String> codes) throws IOException {
            try (Stream<Path> folders = Files.list(folder)) {
                folders.filter(Files::isDirectory)
                        .forEach(each -> codes.add(
                                Objects.requireNonNull(each.getFileName()).toString()));
            }
        }
    }
}
