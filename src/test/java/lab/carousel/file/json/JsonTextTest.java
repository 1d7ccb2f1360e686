package lab.carousel.file.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static void assertRefused(String text, String words) {
        assertThatThrownBy(() -> JsonText.parse("a.json", text))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
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
                .isEqualTo(JsonValue.JsonKind.LIST);
    }
}
