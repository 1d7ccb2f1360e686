package lab.carousel.picture.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import lab.carousel.picture.live.AddressCode;
import lab.carousel.picture.live.NumberDots;
import org.junit.jupiter.api.Test;

class PanelsDrawingTest {

    @Test
    void panelsWithOtherColumnsThanTheFirstHaveARowOfTheirNames() {
        PanelsDrawing panels = new PanelsDrawing(List.of(
                new PanelsDrawing.Panel("a", new AddressCode("x")),
                new PanelsDrawing.Panel("b", new NumberDots(List.of(0.5), OptionalDouble.empty())),
                new PanelsDrawing.Panel("c", new AddressCode("y"))));
        assertThat(panels.csv()).isEqualTo("panel,address\na,x\nb,number\nb,0.5\nc,y\n");
    }
}
