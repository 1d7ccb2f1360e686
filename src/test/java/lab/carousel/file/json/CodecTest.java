package lab.carousel.file.json;

import static lab.carousel.file.json.Codec.field;
import static lab.carousel.file.json.Codec.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Hit(int row, int column) {

        Hit {
            if (row == 13) {
                throw new InvalidInput("file.json.empty");
            }
        }
    }

    private record Thing(
            String name,
            boolean isLarge,
            Colour colour,
            Hit spot,
            Optional<Hit> second,
            List<Optional<Double>> sizes) {}

    private static final Codec<Thing> THING = Codec.file(
            "thing",
            "file.format.foreign",
            Thing.class,
            field("name", Codec.TEXT.check(Codec.noLongerThan(8))),
            field("large", Codec.TRUTH).unless(false).of("isLarge"),
            field("colour", Codec.words(Colour.class)).orElse(Colour.RED),
            field("spot", Codec.of(Hit.class, field("row", Codec.fromOne(20)), field("column", Codec.whole(0, 5)))),
            within(
                            "second",
                            Codec.of(
                                    Hit.class,
                                    field("x", Codec.fromOne(9)).of("row"),
                                    field("y", Codec.fromOne(9)).of("column")))
                    .optional(),
            field("sizes", Codec.NUMBER.orNull().list(3)));

    private static final Thing FULL = new Thing(
            "chair",
            true,
            Colour.DARK_BLUE,
            new Hit(0, 5),
            Optional.of(new Hit(1, 2)),
            List.of(Optional.of(0.5), Optional.empty()));

    private static final String TEXT =
            """
            {
              "format": "thing",
              "version": 1,
              "name": "chair",
              "large": true,
              "colour": "dark blue",
              "spot": {
                "row": 1,
                "column": 5
              },
              "x": 2,
              "y": 3,
              "sizes": [
                0.5,
                null
              ]
            }
            """;

    private static Thing read(String text) {
        return THING.read(JsonText.parse("a.json", text));
    }

    @Test
    void fieldsAreWrittenInTheirOrderAndReadAgain() {
        assertThat(THING.text(FULL)).isEqualTo(TEXT);
        assertThat(read(TEXT)).isEqualTo(FULL);
    }

    @Test
    void whatMayBeMissingStandsForWhatIsUsual() {
        Thing usual = read(TEXT.replaceAll(" *\"(large|colour|x|y)\": .*\n", ""));

        assertThat(usual)
                .isEqualTo(new Thing("chair", false, Colour.RED, new Hit(0, 5), Optional.empty(), FULL.sizes()));
        assertThat(THING.text(usual)).contains("\"colour\": \"red\"").doesNotContain("large", "\"x\"", "\"y\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"name\": \"chair\",         | | a.json, line 1, column 1: “name” is missing",
                "\"name\"                     | \"neme\"   | line 4, column 11, at neme: “neme” is not known here: use one of format, version, name, large",
                "chair                        | furniture  | line 4, column 11, at name: This text has more than 8 letters",
                "\"row\": 1                   | \"row\": 0 | line 8, column 12, at spot.row: 0 is not possible here: use 1 to 20",
                "\"row\": 1                   | \"row\": 14 | line 7, column 11, at spot: The file is empty",
                "dark blue                    | green      | line 6, column 13, at colour: “green” is not possible here: use one of red, dark blue",
                "0.5                          | 1e999      | line 14, column 5, at sizes (1): This number cannot be written",
                "null                         | 1, 2, 3    | line 13, column 12, at sizes: At most 3 of these",
                "\"y\": 3,                     | | column 1: “y” is missing",
                "\"thing\"                     | \"other\" | line 1, column 1"
            })
    void whatCannotStandSomewhereIsToldThere(String what, String instead, String words) {
        assertThatThrownBy(() -> read(TEXT.replace(what, instead == null ? "" : instead)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(words);
    }

    @Test
    void aRecordHasAFieldForEachComponent() {
        assertThatThrownBy(() -> Codec.of(Hit.class, field("row", Codec.fromOne(9))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[row]");
    }
}
