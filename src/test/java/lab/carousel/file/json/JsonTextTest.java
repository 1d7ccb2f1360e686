package lab.carousel.file.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    private static void assertRefused(String text, String words) {
        assertThatThrownBy(() -> JsonText.parse("a.json", text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": 25o} | line 1, column 9: From here on this is not JSON: “o}”. Check the commas, quotation marks and"
                        + " brackets just before it.",
                "{\"a\": 1 \"b\": 2} | line 1, column 9: From here on this is not JSON: “\"b\": 2}”.",
                "hello | line 1, column 1: From here on this is not JSON: “hello”.",
                "{} {} | line 1, column 4: The experiment has ended, but more text follows, “{}”: remove it.",
                "{} rubbish | more text follows, “rubbish”: remove it.",
                "{\"a\": 1, \"a\": 2} | line 1, column 10, at a: “a” appears twice here: remove one.",
                "{\"a | line 1, column 4: The file ends too early, because a bracket or quotation mark is not closed"
            })
    void whatIsNoJsonIsQuotedWithItsPlace(String text, String words) {
        assertRefused(text, words);
    }

    @Test
    void placesTellTheNamesThatLeadThere() {
        JsonValue root = JsonText.parse("a.json", "{\"a\": {\"b\": [1, [2, {\"c\": true}]]}}");
        JsonValue deep =
                root.member("a").member("b").elements().get(1).elements().get(1).member("c");
        assertThat(deep.place().problem("file.json.missing", "x").getMessage())
                .startsWith("a.json, line 1, column 27, at a.b (2) (2).c: ");
    }

    @Test
    void moreValuesThanAnyFileHasAreRefusedBeforeTheyAreKept() {
        assertThat(JsonText.parse("a.json", "[" + "1,".repeat(199_000) + "1]").elements())
                .hasSize(199_001);
        assertRefused("[" + "1,".repeat(2_000_000) + "1]", "more than 200,000 values");
    }

    @Test
    void deepNestingAndLongNamesAreRefused() {
        assertRefused("[".repeat(5_000), "nested too deeply");
        assertRefused("{\"" + "n".repeat(1_500) + "\": 1}", "a value is too long");
        assertThat(JsonText.parse("a.json", "[".repeat(90) + "]".repeat(90)).kind())
                .isEqualTo(JsonKind.LIST);
    }
}
