package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A type has a file of its own when two other files name it, or when it has 100 lines. Not so the alternatives of a sealed type,
 * which are read together. It cannot see files that use a type without its name.
 */
class NestedTypesTest {

    private static final int MOST_LINES = 99;
    private static final int MOST_FILES = 1;
    private static final Path MAIN = Path.of("src/main/java/lab/carousel");
    /** With the reason why it stays where it is. */
    private static final Map<String, String> STAY = Map.of(
            "Settings.Group",
            "a new setting takes one file less",
            "Page.PageData",
            "what is written into the page, beside what puts it there",
            "StoppingRule.Exam",
            "one of the four values of a rule, read only beside it",
            "EpochMemory.Tree",
            "works on the fields of its memory",
            "LossView.LossNavigation",
            "works on the fields of its view",
            "MarkdownView.Blocks",
            "works on the fields of its view",
            "Workspace.Sessions",
            "works on the fields of its workspace");

    /** Comments, texts and characters, in which braces and names mean nothing. */
    private static final Pattern BLANK = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);

    private static final Pattern CHAIN = Pattern.compile("\\b[A-Z]\\w*(?:\\s*\\.\\s*[A-Z]\\w*)+");
    private static final Pattern TYPE = Pattern.compile("((?:\\w+ )*)\\b(class|record|interface|enum)\\s+([A-Z]\\w*)");

    private record Nested(String outer, String name, int lines, boolean isAlternative) {

        String id() {
            return outer + "." + name;
        }
    }

    private static final Map<String, String> SOURCES = SourceFiles.below(MAIN, ".java").stream()
            .collect(Collectors.toMap(Path::toString, file -> code(SourceFiles.text(file))));

    private static String code(String text) {
        return BLANK.matcher(text).replaceAll(part -> part.group().replaceAll("[^\n]", " "));
    }

    private static String outer(String file) {
        return Path.of(file).getFileName().toString().replace(".java", "");
    }

    private static List<Nested> nested(String outer, String code) {
        boolean isSealed = Pattern.compile("\\bsealed\\b[^{]*\\b" + outer + "\\b")
                .matcher(code)
                .find();
        return TYPE.matcher(code)
                .results()
                .filter(type -> depth(code.substring(0, type.start())) > 0)
                .map(type -> {
                    int body = code.indexOf('{', type.end());
                    int end = end(code, body);
                    int lines = (int) code.substring(type.start(), end).lines().count();
                    boolean isAlternative =
                            isSealed && code.substring(type.end(), body).contains("implements " + outer);
                    return new Nested(outer, type.group(3), lines, isAlternative);
                })
                .toList();
    }

    private static long depth(String code) {
        return code.chars().filter(sign -> sign == '{').count()
                - code.chars().filter(sign -> sign == '}').count();
    }

    private static int end(String code, int body) {
        int depth = 0;
        for (int at = body; at < code.length(); at++) {
            depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("a brace is missing");
    }

    /** Those of a file that should have one of their own. */
    private static List<String> misplaced(String file, Map<String, String> sources, Map<String, Long> files) {
        String outer = outer(file);
        return nested(outer, sources.get(file)).stream()
                .filter(type -> !type.isAlternative() && !STAY.containsKey(type.id()))
                .filter(type -> type.lines() > MOST_LINES || files.getOrDefault(type.id(), 0L) > MOST_FILES)
                .map(type -> type.id() + " (" + type.lines() + " lines, named by " + files.getOrDefault(type.id(), 0L)
                        + " files)")
                .toList();
    }

    /** The types within types that a file names, as {@code Outer.Nested}. */
    private static Set<String> named(String code) {
        return CHAIN.matcher(code)
                .results()
                .flatMap(chain -> {
                    String[] names = chain.group().split("\\s*\\.\\s*");
                    return Stream.of(names).skip(1).map(name -> names[0] + "." + name);
                })
                .collect(Collectors.toSet());
    }

    /** How many files name each. */
    private static Map<String, Long> files(Map<String, String> sources) {
        return sources.entrySet().stream()
                .flatMap(file ->
                        named(file.getValue()).stream().filter(name -> !name.startsWith(outer(file.getKey()) + ".")))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }

    private static List<String> misplaced(Map<String, String> sources) {
        Map<String, Long> files = files(sources);
        return sources.keySet().stream()
                .flatMap(file -> misplaced(file, sources, files).stream())
                .toList();
    }

    @Test
    void largeOnesAndThoseThatOthersNameHaveFilesOfTheirOwn() {
        assertThat(misplaced(SOURCES)).isEmpty();
    }

    @Test
    void whatStaysIsThere() {
        TreeSet<String> all = new TreeSet<>();
        SOURCES.forEach((file, code) -> nested(outer(file), code).forEach(type -> all.add(type.id())));
        assertThat(all).containsAll(STAY.keySet());
    }

    @Test
    void oneThatIsLargeOrNamedTwiceIsFound() {
        String large = "class A {\n    record Small(int x) {}\n    static class Large {\n"
                + "        int x;\n".repeat(98) + "    }\n}\n";
        Map<String, String> sources = Map.of(
                "A.java", large,
                "B.java", "class B { A.Small one; /* A.Large */ String two = \"A.Large\"; }",
                "C.java", "import x.A.Small;\nclass C { Small other; }",
                "D.java", "sealed interface D { record One() implements D {} }",
                "E.java", "class E { D.One one; }",
                "F.java", "class F { D.One one; }");
        Map<String, String> code = new TreeMap<>();
        sources.forEach((file, text) -> code.put(file, code(text)));
        assertThat(misplaced(code))
                .containsExactly("A.Small (1 lines, named by 2 files)", "A.Large (100 lines, named by 0 files)");
        code.remove("C.java");
        assertThat(misplaced(code)).containsExactly("A.Large (100 lines, named by 0 files)");
    }
}
