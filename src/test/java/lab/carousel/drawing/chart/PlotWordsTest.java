package lab.carousel.drawing.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lab.carousel.drawing.colour.Ink;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.PlainPicture;
import lab.carousel.drawing.export.SvgReader;
import lab.carousel.drawing.font.PictureFont;
import lab.carousel.drawing.mark.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class PlotWordsTest {

    /** From 0 to 100 across and from 0 to 1 up, in an area of 200 by 100 points. */
    private static final Plot PLOT =
            new Plot(ChartAxis.linear("", 0, 100), ChartAxis.linear("", 0, 1), new Box(20, 10, 200, 100));

    private static final LineStyle STYLE = LineStyle.series(0);

    private static List<Element> written(Consumer<PlotWords> words) throws Exception {
        PlainPicture picture = new PlainPicture(320, 120, "", marks -> words.accept(new PlotWords(marks, PLOT, 320)));
        return SvgReader.of(PictureExport.svg(picture)).elements("text");
    }

    private static double at(Element text, String coordinate) {
        return Double.parseDouble(text.getAttribute(coordinate));
    }

    private static LineEnd end(String name, double y) {
        return new LineEnd(name, 100, y, STYLE);
    }

    @Test
    void namesAtEndsOfLinesArePushedApartInTheirOrder() throws Exception {
        List<Element> names =
                written(words -> words.ends(List.of(end("low", 0.49), end("high", 0.51), end("bottom", 0))));
        assertThat(names).extracting(Element::getTextContent).containsExactly("high", "low", "bottom");
        assertThat(at(names.get(1), "y") - at(names.get(0), "y")).isCloseTo(15, within(0.1));
        assertThat((at(names.get(0), "y") + at(names.get(1), "y")) / 2).isCloseTo(60 + 3.5, within(0.6));
        assertThat(names).allMatch(name -> at(name, "x") > 220);
        assertThat(at(names.get(2), "y")).as("above the words of the axis").isLessThan(108);
    }

    @Test
    void namesStandBelowWhatLiesOverTheCorner() throws Exception {
        List<Element> names = written(words -> {
            words.keepOff(new Box(180, 0, 140, 40));
            words.ends(List.of(end("highest", 1), end("high", 0.9)));
        });
        assertThat(names).extracting(Element::getTextContent).containsExactly("highest", "high");
        assertThat(names).allMatch(name -> at(name, "y") > 48);
        assertThat(at(names.get(1), "y") - at(names.get(0), "y")).isCloseTo(15, within(0.5));
    }

    @Test
    void onlyAsManyEndsAreNamedAsHaveRoomAndNoneThatIsNotThere() throws Exception {
        List<LineEnd> many = Stream.generate(() -> end("line", 0.5)).limit(20).toList();
        assertThat(written(words -> words.ends(many))).hasSize(6);
        assertThat(written(words -> words.ends(List.of(end("none", Double.NaN)))))
                .isEmpty();
    }

    @Test
    void aLevelIsNamedWhereNoLineIs() throws Exception {
        ReducedLine left = new ReducedLine(new double[] {0, 30}, new double[] {0.5, 0.5});
        Element free = written(words -> words.level(0.5, "level")).get(0);
        assertThat(at(free, "x")).isCloseTo(23, within(0.1));
        Element aside = written(words -> {
                    words.keepOff(left);
                    words.level(0.5, "level");
                })
                .get(0);
        assertThat(at(aside, "x")).isGreaterThan(150);
    }

    /** Between two points far apart there is a line, too: a curve that falls in a few epochs ran through words. */
    @Test
    void aZoneIsNamedWhereNoSteepLinePasses() throws Exception {
        ReducedLine steep = new ReducedLine(new double[] {0, 20, 100}, new double[] {1, 0, 0});
        Element words = written(all -> {
                    all.keepOff(steep);
                    all.zone(0, 1, "zone");
                })
                .get(0);
        assertThat(at(words, "x")).isGreaterThan(60);
    }

    /** Levels 30 points apart leave room for both names, 10 points for one above and one below, whichever is named. */
    @ParameterizedTest
    @CsvSource({"0.4, 0.1, -1", "0.5, 0.4, -1", "0.4, 0.5, 1", "0.95, 0.1, 1"})
    void aLevelIsNeverNamedWhereItsNameWouldStandAtAnother(double named, double other, int side) throws Exception {
        Element name = SvgReader.of(PictureExport.svg(new PlainPicture(
                        320, 120, "", marks -> new PlotWords(marks, PLOT, 320, named, other).level(named, "level"))))
                .elements("text")
                .get(0);
        double own = PLOT.y(named);
        assertThat(Math.signum(at(name, "y") - 6 - own)).isEqualTo(side);
        assertThat(Math.abs(at(name, "y") - 6 - own)).isLessThan(Math.abs(at(name, "y") - 6 - PLOT.y(other)));
    }

    @Test
    void aLevelIsNotNamedBetweenOthersThatAreTooNear() throws Exception {
        Consumer<PlotWords> level =
                words -> assertThat(words.level(0.5, "level")).isFalse();
        PlainPicture picture =
                new PlainPicture(320, 120, "", marks -> level.accept(new PlotWords(marks, PLOT, 320, 0.4, 0.5, 0.6)));
        assertThat(SvgReader.of(PictureExport.svg(picture)).elements("text")).isEmpty();
    }

    @Test
    void aLevelIsNamedInFewerWordsOrNotAtAllWhereThereIsNoRoom() throws Exception {
        String tooLong = "much too long for this ".repeat(4);
        assertThat(written(words -> words.level(0.5, tooLong, "short")))
                .extracting(Element::getTextContent)
                .containsExactly("short");
        assertThat(written(words -> words.level(0.5, tooLong))).isEmpty();
        assertThat(written(words -> words.level(2, "out of sight"))).isEmpty();
    }

    @Test
    void aFlagStandsOverItsDotAboveTheLine() throws Exception {
        ReducedLine falling = new ReducedLine(new double[] {0, 50, 100}, new double[] {0.4, 0.4, 0});
        List<Element> flag = written(words -> {
            words.keepOff(falling);
            words.flag(50, 0.3, List.of(List.of("here", "below")), Ink.ACCENT);
        });
        assertThat(flag).extracting(Element::getTextContent).containsExactly("here", "below");
        assertThat(at(flag.get(1), "y")).isLessThan(70);
        assertThat(at(flag.get(0), "x")).isCloseTo(123, within(0.1));
    }

    @Test
    void theWordsOfAFlagStayInsideThePlotWhereverItStands() throws Exception {
        List<List<String>> wordings = List.of(List.of("a row of words", "and a longer row of words"), List.of("short"));
        for (double x : new double[] {0, 30, 60, 99, 100}) {
            for (double y : new double[] {0.05, 0.5, 0.99}) {
                List<Element> rows = written(words -> words.flag(x, y, wordings, Ink.TEXT));
                assertThat(rows).extracting(Element::getTextContent).isEqualTo(wordings.get(0));
                double longest = PictureFont.bold(Plot.FONT).width(rows.get(1).getTextContent());
                assertThat(at(rows.get(1), "x")).isBetween(20.0, 220 - longest);
                assertThat(at(rows.get(0), "y")).isBetween(10.0, 110.0);
            }
        }
        List<List<String>> tooLong = List.of(List.of("much too long for this plot ".repeat(3)), List.of("short"));
        assertThat(written(words -> words.flag(50, 0.5, tooLong, Ink.TEXT)))
                .extracting(Element::getTextContent)
                .containsExactly("short");
    }
}
