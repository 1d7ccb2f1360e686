package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lab.carousel.text.InvalidInput.Quoted;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void aWordThatNobodyCanReadIsCut() {
        String word = "x".repeat(49_000);
        assertThat(new InvalidInput("file.word.unknown", word, "a, b").getMessage())
                .hasSizeLessThan(200)
                .contains("x".repeat(60) + "…");
        Message nested = Message.of("file.json.unknown", word, "a");
        assertThat(new InvalidInput("file.at", "a.json", "1", "1", nested).getMessage())
                .hasSizeLessThan(300);
    }

    @Test
    void manyWordsAreCutToo() {
        String words = IntStream.range(0, 100_000).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        assertThat(Quoted.shortened(words)).hasSize(2_001).startsWith("0 1 2 ").endsWith("…");
    }

    @Test
    void whatCanBeReadStaysAsItIs() {
        assertThat(Quoted.shortened("/home/" + "f".repeat(100) + "/" + "g".repeat(100) + ".carousel"))
                .doesNotContain("…");
        assertThat(Quoted.shortened("cell, layers, hiddenUnits")).isEqualTo("cell, layers, hiddenUnits");
    }
}
