package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.colour.Palette;
import org.junit.jupiter.api.Test;

class DrawnWordTest {

    private static final class Labelled implements Drawing {

        @Override
        public void draw(Graphics2D graphics, double width, double height, Palette palette) {
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
            graphics.drawString("memoryless floor 0.0693", 40, 60);
            graphics.drawString("0.0693", 40, 80);
            Graphics2D turned = (Graphics2D) graphics.create();
            turned.rotate(-Math.PI / 2, 20, 100);
            turned.drawString("Loss", 20, 100);
            turned.dispose();
        }

        @Override
        public Optional<Hit> at(double x, double y, double width, double height) {
            return Optional.empty();
        }

        @Override
        public String csv() {
            return "";
        }
    }

    @Test
    void wordsOfTheGlossaryAreFoundWhereTheyStand() {
        List<DrawnWord> words = DrawnWord.in(new Labelled(), 300, 200, Palette.LIGHT);

        assertThat(words).extracting(word -> word.entry().key()).containsExactly("floor", "loss");
        assertThat(words.get(0).room().contains(60, 56)).isTrue();
        assertThat(words.get(0).room().contains(60, 70)).isFalse();
        assertThat(words.get(1).room().contains(17, 90)).isTrue();
        assertThat(words.get(1).room().contains(30, 100)).isFalse();
    }
}
