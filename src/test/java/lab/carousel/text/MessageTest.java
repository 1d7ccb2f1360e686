package lab.carousel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void fillsTheValuesIntoTheText() {
        assertThat(Message.text("task.alphabet.tooMany", 1001, 1000))
                .isEqualTo("The alphabet has 1,001 symbols, but at most 1,000 are allowed. Remove some.");
    }

    @Test
    void tellsOfAKeyThatIsMissing() {
        assertThatThrownBy(() -> Message.text("task.noSuchKey")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void anInvalidInputCarriesItsMessage() {
        InvalidInput problem = new InvalidInput("task.noSequence");
        assertThat(problem).hasMessage("There is nothing to learn yet: add a sequence.");
        assertThat(problem.problem()).isEqualTo(Message.of("task.noSequence"));
    }
}
