package lab.carousel.picture.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.chart.LegendEntry;
import lab.carousel.drawing.chart.Plot;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.drawing.mark.Point;
import lab.carousel.model.EngineName;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.Output;
import lab.carousel.model.Settings;
import lab.carousel.model.verdict.FedNetwork;
import lab.carousel.study.map.StateMap;
import lab.carousel.study.map.StatePart;
import lab.carousel.study.map.VisitedStates;
import lab.carousel.task.Task;
import lab.carousel.task.drawn.RandomGap;
import lab.carousel.task.series.Series;
import lab.carousel.task.series.SeriesFeed;
import lab.carousel.task.series.ShippedSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateMapDrawingTest {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 500;
    private static final StateMap MAP = map(Experiment.reference());

    private static StateMap map(Experiment experiment) {
        FedNetwork network = FedNetwork.of(experiment, InitialParameters.of(experiment));
        return StateMap.of(VisitedStates.of(network.evaluator(), StatePart.whole(experiment.layout())), network);
    }

    private static MapLook look(MapPlane plane, DotColour colour) {
        return new MapLook(plane, colour, Optional.empty(), -1, List.of());
    }

    private static StateMapDrawing drawing(MapPlane plane, DotColour colour, StateMark... marks) {
        return new StateMapDrawing(MAP, look(plane, colour), List.of(marks));
    }

    private static List<String> legend(StateMap map, DotColour colour) {
        return new StateMapDrawing(map, look(MapPlane.FIRST_SECOND, colour), List.of())
                .legend(WIDTH, HEIGHT).entries().stream().map(LegendEntry::name).toList();
    }

    @ParameterizedTest
    @EnumSource(MapPlane.class)
    void eachDotSaysWhatItIsWhereItLiesInThePlane(MapPlane plane) {
        StateMapDrawing drawing = drawing(plane, DotColour.SYMBOL);
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        for (int dot = 0; dot < 8; dot++) {
            double x = plot.x(MAP.coordinate(dot, plane.across()));
            double y = plot.y(MAP.coordinate(dot, plane.up()));
            Hit hit = drawing.at(x, y, WIDTH, HEIGHT).orElseThrow();
            assertThat(hit.column()).isEqualTo(dot);
            assertThat(hit.row()).isEqualTo(-1);
            assertThat(hit.words())
                    .startsWith("Sequence " + (dot / 4 + 1) + ", step " + (dot % 4 + 1) + ": ")
                    .contains("\npc1 ", "\npc2 ", "\npc3 ");
        }
        assertThat(drawing.at(plot.x(MAP.coordinate(0, plane.across())), 2, WIDTH, HEIGHT))
                .isEmpty();
    }

    @Test
    void lengthsHaveTheSameScaleAcrossAndUp() {
        for (double width : new double[] {200, 400, 900}) {
            Plot plot = drawing(MapPlane.FIRST_SECOND, DotColour.SYMBOL).plot(width, HEIGHT);
            assertThat(plot.x(1) - plot.x(0)).isCloseTo(plot.y(0) - plot.y(1), within(0.5));
            assertThat(IntStream.range(0, 8))
                    .allMatch(dot -> plot.includes(plot.x(MAP.coordinate(dot, 0)), plot.y(MAP.coordinate(dot, 1))));
        }
    }

    @Test
    void theColoursTellSymbolTargetStepOrFork() {
        assertThat(legend(MAP, DotColour.SYMBOL)).containsExactly("0", "1", "2", "3", "4");
        assertThat(legend(MAP, DotColour.TARGET)).containsExactly("0", "1", "2", "3", "4");
        assertThat(legend(MAP, DotColour.STEP)).containsExactly("1", "2", "3", "4");
        assertThat(legend(MAP, DotColour.FORK)).containsExactly("fork 1");
    }

    /** From the first row to the last, in shades that get brighter. */
    @Test
    void timeIsToldByTheRowsOfASeries() {
        StateMap series = map(new Experiment(
                Series.task(ShippedSeries.AIRLINE.data(), SeriesFeed.of(144)),
                Hyperparameters.reference().with(Settings.OUTPUT, Output.LINEAR),
                EngineName.KERNEL));
        assertThat(legend(series, DotColour.TIME)).containsExactly("1949-01 …", "1960-11");
        StateMapDrawing drawing = new StateMapDrawing(series, look(MapPlane.FIRST_SECOND, DotColour.TIME), List.of());
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        Hit hit = drawing.at(plot.x(series.coordinate(142, 0)), plot.y(series.coordinate(142, 1)), WIDTH, HEIGHT)
                .orElseThrow();
        assertThat(hit.words()).startsWith(ShippedSeries.AIRLINE.data().row(hit.column()) + ": ");
    }

    @Test
    void twinsAreOpenAndOfManyKindsTheFirstAndTheLastAreTold() {
        StateMap drawn =
                map(new Experiment(Task.drawn(RandomGap.of(20)), Hyperparameters.reference(), EngineName.KERNEL));
        assertThat(legend(drawn, DotColour.STEP)).containsExactly("1 …", "20", "open: the twin");
        assertThat(legend(drawn, DotColour.FORK)).containsExactly("fork 1", "open: the twin");
        StateMapDrawing drawing = new StateMapDrawing(drawn, MapLook.FIRST, List.of());
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        Set<String> found = new HashSet<>();
        for (int dot = 0; dot < 400; dot++) {
            drawing.at(plot.x(drawn.coordinate(dot, 0)), plot.y(drawn.coordinate(dot, 1)), WIDTH, HEIGHT)
                    .ifPresent(hit -> found.add(hit.words().split(" \\d")[0]));
        }
        assertThat(found).containsExactlyInAnyOrder("Test sequence", "Twin of test sequence");
    }

    @Test
    void aMarkIsFoundAboveTheDots() {
        StateMark stable = new StateMark(MarkKind.STABLE, MAP.state(2), new double[0], "stable point");
        StateMapDrawing drawing = drawing(MapPlane.FIRST_SECOND, DotColour.SYMBOL, stable);
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        assertThat(drawing.at(plot.x(MAP.coordinate(2, 0)), plot.y(MAP.coordinate(2, 1)), WIDTH, HEIGHT))
                .contains(new Hit(-1, 8, "stable point"));
    }

    @Test
    void dotsThatMeanTheSameHaveOneColourAndARing() {
        MapLook look = look(MapPlane.FIRST_SECOND, DotColour.STATE).with(List.of(1, 3, 5, 7, 2, 3, 6, 8));
        StateMapDrawing drawing = new StateMapDrawing(MAP, look, List.of());
        assertThat(drawing.legend(WIDTH, HEIGHT).entries().stream().map(LegendEntry::name))
                .containsExactly("state 1", "state 2", "state 3", "state 5", "state 6", "state 7", "state 8");
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        assertThat(drawing.at(plot.x(MAP.coordinate(1, 0)), plot.y(MAP.coordinate(1, 1)), WIDTH, HEIGHT)
                        .orElseThrow()
                        .words())
                .endsWith("\nstate 3");
        // A ring for each of seven states
        assertThat(svg(drawing).split("stroke-width=\"1.4\"", -1)).hasSize(1 + 7);
        assertThat(svg(drawing(MapPlane.FIRST_SECOND, DotColour.STEP))).doesNotContain("stroke-width=\"1.4\"");
    }

    @Test
    void aMarkBesideTheDotsIsInThePictureToo() {
        double[] far = IntStream.range(0, 40)
                .mapToDouble(number -> MAP.state(4)[number] + 0.3 * MAP.axes().loadings(number)[0])
                .toArray();
        StateMark slow = new StateMark(MarkKind.SLOW, far, far, "slow point");
        StateMapDrawing drawing = drawing(MapPlane.FIRST_SECOND, DotColour.SYMBOL, slow);
        Plot plot = drawing.plot(WIDTH, HEIGHT);
        double[] place = MAP.axes().coordinates(far);
        assertThat(drawing.at(plot.x(place[0]), plot.y(place[1]), WIDTH, HEIGHT))
                .contains(new Hit(-1, 8, "slow point"));
    }

    @Test
    void thePictureShowsTheArrowsTheSelectedUnitAndTheSharesOfTheAxes() {
        MapLook selected = new MapLook(
                MapPlane.FIRST_SECOND,
                DotColour.SYMBOL,
                Optional.of(MAP.visited().dots().get(3).step()),
                6,
                List.of());
        String svg = svg(new StateMapDrawing(MAP, selected, List.of()));
        assertThat(svg).contains("pc1 (51.1 % of the variance)", ">h 7<", ">c 7<");
        String plain = svg(new StateMapDrawing(MAP, MapLook.FIRST, List.of()));
        assertThat(plain).doesNotContain(">h 7<");
        // The ring around the selected step
        assertThat(svg).contains("stroke-width=\"2.5\"");
        assertThat(plain).doesNotContain("stroke-width=\"2.5\"");
    }

    @Test
    void theNamesOfAUnitDoNotLieOnOneAnother() {
        Pattern name = Pattern.compile("x=\"(.*?)\" y=\"(.*?)\" font-size=\"12\" font-weight=\"bold\".*?>([hc] .*?)<");
        Set<String> shown = new TreeSet<>();
        for (int unit = 0; unit < 20; unit++) {
            MapLook look = new MapLook(MapPlane.SECOND_THIRD, DotColour.SYMBOL, Optional.empty(), unit, List.of());
            List<MatchResult> names = name.matcher(svg(new StateMapDrawing(MAP, look, List.of())))
                    .results()
                    .toList();
            if (names.size() == 2) {
                double[] apart = IntStream.of(1, 2)
                        .mapToDouble(
                                way -> Math.abs(Double.parseDouble(names.get(0).group(way))
                                        - Double.parseDouble(names.get(1).group(way))))
                        .toArray();
                assertThat(apart[0] > 20 || apart[1] >= 12)
                        .as("unit %d: %s", unit + 1, Arrays.toString(apart))
                        .isTrue();
            }
            names.forEach(each -> shown.add(each.group(3)));
        }
        assertThat(shown).contains("h 11, c 11", "h 12", "c 12").doesNotContain("h 11", "c 11");
    }

    private static String svg(StateMapDrawing drawing) {
        return new String(
                PictureExport.svg(DrawnPicture.slide("map", "", drawing, Palette.LIGHT)), StandardCharsets.UTF_8);
    }

    @Test
    void aRingIsTheHullOfItsDots() {
        List<Point> dots = Stream.of(new int[][] {{0, 0}, {4, 0}, {4, 4}, {0, 4}, {2, 2}, {2, 0}, {4, 4}})
                .map(place -> new Point(place[0], place[1]))
                .toList();
        assertThat(DotRing.hull(dots)).containsExactlyInAnyOrder(dots.get(0), dots.get(1), dots.get(2), dots.get(3));
        assertThat(DotRing.around(dots, 2).bounds()).isEqualTo(new Box(-1, -1, 6, 6));
        assertThat(DotRing.around(List.of(dots.get(0), dots.get(0)), 2).bounds())
                .isEqualTo(new Box(-1, -1, 2, 2));
    }
}
