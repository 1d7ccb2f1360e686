package lab.carousel.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lab.carousel.drawing.mark.Box;
import lab.carousel.drawing.mark.Marks;
import lab.carousel.text.Table;
import org.junit.jupiter.api.Test;

class DrawnWordTest {

    private static final class Labelled implements Drawing {

        @Override
        public void draw(Marks marks, double width, double height) {
            marks.fill(new Box(0, 0, width, height));
            marks.words("memoryless floor 0.0693", 40, 60);
            marks.words("0.0693", 40, 80);
            marks.upwards("Loss", 20, 100);
        }

        @Override
        public Table<?> table() {
            return Table.ofFields(List.of(), List.of());
        }
    }

    @Test
    void wordsOfTheGlossaryAreFoundWhereTheyStand() {
        List<DrawnWord> words = DrawnWord.in(new Labelled().marks(300, 200));

        assertThat(words).extracting(word -> word.entry().key()).containsExactly("floor", "loss");
        assertThat(words.get(0).room().contains(60, 56)).isTrue();
        assertThat(words.get(0).room().contains(60, 70)).isFalse();
        assertThat(words.get(1).room().contains(17, 90)).isTrue();
        assertThat(words.get(1).room().contains(30, 100)).isFalse();
    }
}
