package lab.carousel.picture.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PixelPen;
import lab.carousel.text.InLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VotesTest {

    private static final int WIDTH = 440;

    private static final Votes VOTES = new Votes(
            List.of(
                    new VotedChoice("A  6", false, List.of(12, 3)),
                    new VotedChoice("B  7", true, List.of(9, 20)),
                    new VotedChoice("C  8", false, List.of(4, 0))),
            true);

    private static final int HEIGHT = (int) VOTES.height();

    /** Pixels of a colour in a row of a choice. */
    private static long length(BufferedImage picture, int y, Color colour) {
        return IntStream.range(0, WIDTH)
                .filter(x -> picture.getRGB(x, y) == colour.getRGB())
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachChoiceHasABarOfItsVotesBeforeAndOneOfThoseAfter(boolean isDark) {
        Palette palette = isDark ? Palette.DARK : Palette.LIGHT;
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
        new PixelPen(picture.createGraphics(), palette).draw(VOTES.marks(WIDTH, HEIGHT));
        int before = 24 + 58 + 20 + 8;
        int after = before + 15;
        assertThat(length(picture, before, palette.muted())).isBetween(170L, 181L);
        assertThat(length(picture, after, palette.accent())).isBetween(390L, 401L);
        assertThat(length(picture, before - 58, palette.muted())).isBetween(230L, 241L);
        assertThat(length(picture, after + 58, palette.accent())).isLessThan(3L);
    }

    @Test
    void theRightChoiceHasATick() {
        String svg = new String(
                PictureExport.svg(DrawnPicture.slide("Best", "of 8", VOTES, Palette.LIGHT)), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("B  7", "before seeing the result", ">20<")
                .contains("fill=\"none\" stroke=\"#0072b2\"");
    }

    @Test
    void tellsAChoiceWhereItStands() {
        assertThat(VOTES.at(100, 24 + 58 + 40, WIDTH, HEIGHT).orElseThrow().words())
                .isEqualTo("B  7 (right): 9 before, 20 after");
        assertThat(VOTES.at(100, 10, WIDTH, HEIGHT)).isEmpty();
        assertThat(VOTES.at(200, 2 * (24 + 58 + 40), WIDTH, 2 * HEIGHT)
                        .orElseThrow()
                        .row())
                .as("twice as large in twice the room")
                .isEqualTo(1);
        assertThat(InLanguage.GERMAN.meanwhile(VOTES::words)).contains("C  8: 4 vorher, 0 nachher");
        assertThat(VOTES.csv()).isEqualTo("choice,right,before,after\nA  6,0,12,3\nB  7,1,9,20\nC  8,0,4,0\n");
    }

    @Test
    void theRoundsOfAVoteStandSideBySide() {
        Votes once = new Votes(List.of(new VotedChoice("A", false, List.of(3))), false);
        assertThat(once.words()).isEqualTo("A: 3 votes");
        assertThat(svg(once)).as("of one bar").doesNotContain("first", "before");
        Votes again = new Votes(
                List.of(
                        new VotedChoice("A", false, List.of(9, 3)),
                        new VotedChoice("B", true, List.of(5, 11)),
                        new VotedChoice("C", false, List.of(0, 0))),
                false);
        assertThat(again.words())
                .isEqualTo(
                        """
                        A: 9 first, 3 after talking
                        B (right): 5 first, 11 after talking
                        C: 0 first, 0 after talking""");
        assertThat(svg(again)).contains("first", "after talking", ">11<").doesNotContain("result");
        Votes seen = new Votes(List.of(new VotedChoice("A", false, List.of(9, 3, 1))), true);
        assertThat(seen.words()).isEqualTo("A: 9 first, 3 after talking, 1 after");
        assertThat(seen.csv()).isEqualTo("choice,right,before,again1,after\nA,0,9,3,1\n");
        assertThat(seen.height()).isGreaterThan(new Votes(seen.choices().subList(0, 0), true).height());
    }

    private static String svg(Votes votes) {
        return new String(
                PictureExport.svg(DrawnPicture.slide("Best", "of 8", votes, Palette.LIGHT)), StandardCharsets.UTF_8);
    }
}
