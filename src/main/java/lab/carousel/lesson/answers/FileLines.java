package lab.carousel.lesson.answers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.text.Message;
import org.jspecify.annotations.Nullable;

/** Remarks on the files that were handed in, a line each. */
public final class FileLines {

    private FileLines() {}

    /** With hidden names students and files are only numbered: a file is often named after its student. */
    public static List<String> of(ClassAnswers answers, boolean hideNames) {
        List<String> lines = Stream.concat(
                        lines("answers.file", answers.remarks()), lines("answers.leftOut", answers.left()))
                .toList();
        return hideNames ? numbered(lines, answers) : lines;
    }

    private static Stream<String> lines(String key, List<RejectedFile> files) {
        return files.stream().map(file -> Message.text(key, file.file(), file.reason()));
    }

    /** Replaces the names of files by numbers: a line may name another file, too. */
    private static List<String> numbered(List<String> lines, ClassAnswers answers) {
        Map<String, String> names = new LinkedHashMap<>();
        List<Submission> students = answers.students();
        IntStream.range(0, students.size())
                .forEach(student -> names.putIfAbsent(students.get(student).file(), answers.label(student, true)));
        Stream.concat(answers.remarks().stream(), answers.left().stream())
                .map(RejectedFile::file)
                .distinct()
                .filter(file -> !names.containsKey(file))
                .toList()
                .forEach(file -> names.put(file, Message.text("answers.someFile", names.size() + 1)));
        // Of two names where one ends with the other, the longer one is meant
        List<String> longestFirst = new ArrayList<>(names.keySet());
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return lines.stream()
                .map(line -> withNumbers(line, longestFirst, names))
                .toList();
    }

    /**
     * Replaces the names as they were found first, then those with another path before them, as in a complaint about a
     * place in a file.
     */
    private static String withNumbers(String line, List<String> files, Map<String, String> names) {
        String left = line;
        for (String file : files) {
            left = replaced(left, "(?<![\\p{L}\\p{N}/\\\\])" + Pattern.quote(file), names.get(file));
        }
        for (String file : files) {
            String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            left = replaced(left, "(?<![\\p{L}\\p{N}])(?:\\S*[/\\\\])?" + Pattern.quote(last), names.get(file));
        }
        return left;
    }

    private static String replaced(String line, String name, @Nullable String with) {
        return Pattern.compile(name + "(?![\\p{L}\\p{N}])")
                .matcher(line)
                .replaceAll(Matcher.quoteReplacement(Objects.requireNonNull(with)));
    }
}
