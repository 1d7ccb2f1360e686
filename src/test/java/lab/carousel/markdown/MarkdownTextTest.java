package lab.carousel.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    private static int depth(Node node) {
        int deepest = 0;
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + 1;
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(depth(MarkdownText.parse("> ".repeat(20_000) + "deep").document()))
                .isLessThan(200);
        assertThat(depth(MarkdownText.parse("- ".repeat(5_000) + "deep").document()))
                .isLessThan(200);
        assertThat(depth(MarkdownText.parse("*a **b ".repeat(3_000) + "deep" + "** *".repeat(3_000))
                        .document()))
                .isLessThan(200);
        assertThat(PlainWords.of(MarkdownText.parse("> > quoted *well*").document()))
                .isEqualTo("quoted well");
    }
}
