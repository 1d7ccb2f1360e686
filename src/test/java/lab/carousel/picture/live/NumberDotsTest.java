package lab.carousel.picture.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberDotsTest {

    private static final NumberDots SAID =
            new NumberDots(List.of(0.08, 0.07, 0.07, Double.NaN, 0.05), OptionalDouble.of(0.0693));

    @Test
    void saysHowManyNumbersThereAreAndTheirMedian() {
        assertThat(SAID.words()).isEqualTo("4 numbers, median 0.07, from 0.05 to 0.08; on the wall: 0.0693");
        assertThat(InLanguage.GERMAN.meanwhile(SAID::words))
                .isEqualTo("4 Zahlen, Median 0,07, von 0,05 bis 0,08; auf der Leinwand: 0,0693");
        assertThat(new NumberDots(List.of(), OptionalDouble.empty()).words()).isEqualTo("No numbers yet");
        assertThat(SAID.csv()).isEqualTo("number\n0.05\n0.07\n0.07\n0.08\n");
    }

    @Test
    void whatTheWallShowsIsNotDrawnBeforeItIsKnown() {
        NumberDots hidden = new NumberDots(SAID.numbers(), OptionalDouble.empty());
        assertThat(svg(SAID)).contains("on the wall: 0.0693");
        assertThat(svg(hidden)).contains("median 0.07").doesNotContain("wall", "0.0693");
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 240, 60})
    void equalNumbersStandOneOverTheOtherAndAllHaveRoom(int height) {
        List<Double> many = new ArrayList<>(Collections.nCopies(200, 0.5));
        many.add(0.1);
        many.add(0.9);
        NumberDots dots = new NumberDots(many, OptionalDouble.empty());
        BufferedImage picture = new BufferedImage(300, height, BufferedImage.TYPE_INT_ARGB);
        new PixelPen(picture.createGraphics(), Palette.DARK).draw(dots.marks(300, height));
        assertThat(rows(picture, 150)).as("in the middle").isGreaterThan(height >= 120 ? 20 : 1);
        assertThat(rows(picture, 100)).as("where nobody said anything").isZero();
    }

    @Test
    void aSlipLeavesTheOthersTheirRoom() {
        NumberDots slip = new NumberDots(List.of(0.05, 0.06, 0.07, 0.08, 700.0), OptionalDouble.empty());
        assertThat(slip.words()).endsWith("from 0.05 to 700; 1 far from all others, and not drawn");
        assertThat(found(slip)).containsExactly("0.05", "0.06", "0.07", "0.08");
        assertThat(found(new NumberDots(List.of(2.0, 2.0, 2.0, 3.0), OptionalDouble.empty())))
                .as("not far")
                .containsExactly("2", "3");
        assertThat(found(new NumberDots(List.of(0.0, 0.0, 0.0, 5.0), OptionalDouble.empty())))
                .as("nobody knows what is far from nothing")
                .containsExactly("0", "5");
    }

    /** What is told under a pointer that goes over all places. */
    private static List<String> found(NumberDots dots) {
        return IntStream.range(0, 400)
                .boxed()
                .flatMap(x -> dots.at(x, 94, 400, 120).stream())
                .map(hit -> hit.words())
                .distinct()
                .toList();
    }

    private static long rows(BufferedImage picture, int x) {
        return IntStream.range(0, picture.getHeight())
                .filter(y -> IntStream.rangeClosed(x - 6, x + 6)
                        .anyMatch(near ->
                                picture.getRGB(near, y) == Palette.DARK.accent().getRGB()))
                .count();
    }

    private static String svg(NumberDots dots) {
        return new String(
                PictureExport.svg(DrawnPicture.slide("Read", "the loss", dots, Palette.LIGHT)), StandardCharsets.UTF_8);
    }
}
