package lab.carousel.file.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lab.carousel.text.Language;
import lab.carousel.text.Message;

/** The files of which the page is made, and the words that they use. */
final class PageTexts {

    /** The scripts in the order in which they run: what one uses stands before it. */
    static final List<String> SCRIPTS = List.of(
            "random",
            "numbers",
            "tape",
            "network",
            "learn",
            "forks",
            "floors",
            "settings",
            "train",
            "words",
            "draw",
            "loss",
            "states",
            "tables",
            "cell",
            "form",
            "runs",
            "paper",
            "retrain",
            "markdown",
            "answers",
            "lesson",
            "lessonview",
            "app");

    private static final String FOLDER = "/lab/carousel/page/";
    /** What may be the key of a message, or its beginning with a dot. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*)\\.([\\w.]*)\"");

    private PageTexts() {}

    /** The text of a file. */
    static String of(String file) {
        try (InputStream stream = PageTexts.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " of the page is missing from the program");
            }
            // A browser reads it so, and what it reads must have the digest that is allowed
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The text of a script. */
    static String script(String name) {
        return of(name + ".js");
    }

    /** What lets this script run and no other: a source for a Content-Security-Policy. */
    static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The patterns of the messages of which some texts have the keys, in quotation marks, or their beginnings. */
    static Map<Language, Map<String, String>> words(List<String> texts) {
        Map<String, TreeSet<String>> keys = texts.stream()
                .flatMap(text -> KEY.matcher(text).results())
                .collect(Collectors.groupingBy(
                        match -> match.group(1),
                        TreeMap::new,
                        Collectors.mapping(PageTexts::key, Collectors.toCollection(TreeSet::new))));
        Map<Language, Map<String, String>> words = new LinkedHashMap<>();
        for (Language language : Language.all()) {
            Map<String, String> found = new TreeMap<>();
            keys.forEach((bundle, wanted) -> Message.patterns(bundle, language).forEach((key, pattern) -> {
                boolean isBeginning = wanted.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start));
                if (isBeginning || wanted.contains(key)) {
                    found.put(key, pattern);
                }
            }));
            words.put(language, found);
        }
        return words;
    }

    private static String key(MatchResult match) {
        return match.group(1) + "." + match.group(2);
    }
}
