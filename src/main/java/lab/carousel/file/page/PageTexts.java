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

/** Template files of the page, and the words that they use. */
final class PageTexts {

    /** Scripts in the order of their dependencies. */
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
    /** A message key, or its beginning with a dot. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*)\\.([\\w.]*)\"");

    private PageTexts() {}

    static String of(String file) {
        try (InputStream stream = PageTexts.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " of the page is missing from the program");
            }
            // As a browser reads it, whose digest must match
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String script(String name) {
        return of(name + ".js");
    }

    /** CSP source that allows this script. */
    static String digest(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Message patterns whose keys, or beginnings of keys, stand in quotation marks in the texts. */
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
