package lab.carousel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No method has more than sixty lines, from its name to its closing brace. Read from how the formatter indents. */
class MethodLengthTest {

    private static final int MOST = 60;
    private static final Pattern END = Pattern.compile("( {4}| {8}| {12})\\}");
    private static final Pattern NO_METHOD = Pattern.compile(
            "\\s*(@|\\}|//|/?\\*|implements|throws)?.*\\b(class|record|enum|interface|implements)\\b.*|\\s*[})@*/].*");

    private static List<String> tooLong(String name, String text) {
        List<String> found = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int end = 0; end < lines.size(); end++) {
            if (!END.matcher(lines.get(end)).matches()) {
                continue;
            }
            String indent = lines.get(end).replace("}", "");
            int start = end - 1;
            while (!lines.get(start).startsWith(indent)
                    || lines.get(start).startsWith(indent + " ")
                    || lines.get(start).isBlank()) {
                start--;
            }
            boolean isMethod = lines.get(start).contains("(")
                    && !NO_METHOD.matcher(lines.get(start)).matches();
            if (isMethod && end - start + 1 > MOST) {
                found.add(name + ": " + lines.get(start).strip() + " " + (end - start + 1));
            }
        }
        return found;
    }

    @Test
    void noMethodIsLonger() {
        assertThat(SourceFiles.below(Path.of("src/main/java"), ".java").stream()
                        .flatMap(file -> tooLong(file.getFileName().toString(), SourceFiles.text(file)).stream()))
                .isEmpty();
    }

    @Test
    void aLongerOneIsSeen() {
        String body = "        run();\n".repeat(MOST - 1);
        assertThat(tooLong("A", "class A {\n    void all(\n            int a) {\n" + body + "    }\n}\n"))
                .containsExactly("A: void all( 62");
        assertThat(tooLong("A", "class A {\n    void all() {\n" + body.substring(15) + "    }\n}\n"))
                .isEmpty();
    }
}
