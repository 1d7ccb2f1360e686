package lab.carousel.picture.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.stream.IntStream;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.PictureExport;
import lab.carousel.model.Experiment;
import lab.carousel.model.InitialParameters;
import lab.carousel.model.account.HandNetwork;
import lab.carousel.model.layout.Quantity;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import org.junit.jupiter.api.Test;

class UnitDrawingTest {

    private static final Set<Quantity> STATES = Set.of(Quantity.CELL_STATE, Quantity.HIDDEN_STATE);

    private final Traces byHand = Traces.of(HandNetwork.EXPERIMENT, HandNetwork.PARAMETERS, ColumnWindow.START);
    private final Experiment reference = Experiment.reference();
    private final Traces two = Traces.of(reference, InitialParameters.of(reference), ColumnWindow.START);

    private UnitDrawing of(int sequence) {
        return new UnitDrawing(two, 3, STATES, fed -> Integer.toString(fed.index()), sequence, 3);
    }

    private static byte[] png(UnitDrawing drawing) {
        return PictureExport.png(new DrawnPicture("t", "", drawing, Palette.LIGHT, 432, 300), 1);
    }

    private static long pixels(UnitDrawing drawing, Color colour) {
        BufferedImage image = PictureExport.image(new DrawnPicture("t", "", drawing, Palette.LIGHT, 432, 300), 1);
        // Below the legend
        return IntStream.range(80 * image.getWidth(), image.getHeight() * image.getWidth())
                .filter(pixel -> image.getRGB(pixel % image.getWidth(), pixel / image.getWidth()) == colour.getRGB())
                .count();
    }

    @Test
    void aPanelHasTheStatesOfTheUnitAtEachStep() {
        UnitDrawing drawing =
                new UnitDrawing(byHand, 0, STATES, fed -> "ab".substring(fed.index(), fed.index() + 1), 0, 2);
        // As checked by hand in HandCheckedAccountTest
        assertThat(drawing.csv())
                .startsWith("panel,step,input,h,c\nSequence 1,1,a,0.2222")
                .contains("\nSequence 1,2,b,", ",0.4287");
        assertThat(drawing.up().from()).isEqualTo(-1);
        assertThat(drawing.up().to()).isEqualTo(1);
    }

    @Test
    void gatesAloneHaveAnAxisFromZero() {
        UnitDrawing drawing = new UnitDrawing(byHand, 0, Set.of(Quantity.FORGET_GATE), index -> "a", 0, 2);
        assertThat(drawing.up().from()).isZero();
        assertThat(drawing.csv()).startsWith("panel,step,input,f\n");
    }

    @Test
    void showsAsManySequencesAsHaveRoomWithTheSelectedStepInItsOwn() {
        assertThat(of(1).panels(300)).isEqualTo(2);
        assertThat(of(1).panels(150)).isEqualTo(1);
        assertThat(of(1).at(60, 60, 400, 150)).get().satisfies(spot -> {
            assertThat(spot.row()).isEqualTo(1);
            assertThat(spot.words()).startsWith("step 1, input 4");
        });
        assertThat(of(0).at(60, 60, 400, 150).orElseThrow().row()).isZero();
        assertThat(of(1).csv().lines().skip(1)).as("the table has all").hasSize(8);
        assertThat(png(of(1))).isNotEqualTo(png(of(0))).isNotEqualTo(png(of(7)));
    }

    @Test
    void thePointerFindsPanelAndStep() {
        // Legend 20; then two panels of 140 with a title of 20 above their lines and 40 of axis below
        UnitDrawing drawing = of(0);
        assertThat(drawing.at(60, 60, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isZero();
            assertThat(spot.column()).isZero();
            assertThat(spot.words())
                    .startsWith("step 1, input 3\nh\u00a0=\u00a0")
                    .contains("\nc\u00a0=\u00a0");
        });
        assertThat(drawing.at(60, 210, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.row()).isEqualTo(1);
            assertThat(spot.words()).startsWith("step 1, input 4");
        });
        assertThat(drawing.at(380, 210, 400, 300)).get().satisfies(spot -> {
            assertThat(spot.column()).isEqualTo(3);
            assertThat(spot.words()).startsWith("step 4, input 2");
        });
        assertThat(drawing.at(60, 165, 400, 300)).as("between the panels").isEmpty();
    }

    @Test
    void drawsEachLineInItsColour() {
        for (Quantity line : STATES) {
            int style = two.layout().cell().quantities().indexOf(line);
            assertThat(pixels(of(0), Palette.LIGHT.series().get(style))).isGreaterThan(20);
        }
    }
}
