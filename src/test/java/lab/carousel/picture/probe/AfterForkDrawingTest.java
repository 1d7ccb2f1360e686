package lab.carousel.picture.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.drawing.export.SvgReader;
import lab.carousel.drawing.mark.Hit;
import lab.carousel.study.AfterFork;
import lab.carousel.study.AfterFork.Side;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.task.Target;
import org.junit.jupiter.api.Test;

class AfterForkDrawingTest {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 500;

    private final AfterForkDrawing drawing = new AfterForkDrawing(
            new AfterFork(
                    true,
                    false,
                    List.of(
                            new Side(
                                    new Step(0, 4, 2, 3),
                                    symbols(3, 0, 1, 2),
                                    Target.of(3),
                                    List.of(3, 4),
                                    List.of(0.75, 0.25)),
                            new Side(
                                    new Step(1, 4, 2, 4),
                                    symbols(4, 0, 1, 2),
                                    Target.of(1),
                                    List.of(3, 4),
                                    List.of(0.5, 0.125))),
                    List.of()),
            new Alphabet(List.of("0", "1", "2", "3", "4")));

    private Optional<Hit> at(double x) {
        return drawing.at(x, HEIGHT / 2, WIDTH, HEIGHT);
    }

    private static List<Target> symbols(Integer... indices) {
        return Stream.of(indices).map(Target::of).toList();
    }

    @Test
    void eachBarSaysWhatItIsAlsoAboveItsEnd() {
        assertThat(at(80)).contains(new Hit(0, 0, "after 3 0 1 2: output of 3 = 0.7500, the right answer"));
        assertThat(at(170)).contains(new Hit(0, 1, "after 3 0 1 2: output of 4 = 0.2500"));
        assertThat(at(270)).contains(new Hit(1, 0, "after 4 0 1 2: output of 3 = 0.5000"));
        assertThat(at(350)).contains(new Hit(1, 1, "after 4 0 1 2: output of 4 = 0.1250, the right answer"));
        assertThat(at(10)).isEmpty();
        assertThat(drawing.at(80, 10, WIDTH, HEIGHT)).isEmpty();
    }

    @Test
    void itIsSaidInASentenceForEachSide() {
        assertThat(drawing.words())
                .isEqualTo("After 3 0 1 2: 3 0.75, 4 0.25; right is 3. After 4 0 1 2: 3 0.50, 4 0.12; right is 4.");
    }

    @Test
    void aSymbolThatHasNoBarIsSaidToHaveALargerOutput() throws Exception {
        DrawnPicture picture = new DrawnPicture("", "", drawing, Palette.LIGHT, 600, 400);
        assertThat(SvgReader.of(PictureExport.svg(picture)).texts()).contains("says 3", "says 1 (larger)");
    }

    @Test
    void eachBarIsALineOfTheTable() {
        assertThat(drawing.csv())
                .isEqualTo(
                        """
                        sequence,step,after,target,prediction,symbol,output
                        1,4,3 0 1 2,3,3,3,0.75
                        1,4,3 0 1 2,3,3,4,0.25
                        2,4,4 0 1 2,4,1,3,0.5
                        2,4,4 0 1 2,4,1,4,0.125
                        """);
    }
}
