package lab.carousel.picture.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.study.UnitChoice;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitRangesTest {

    private static final ParameterLayout ONE = new ParameterLayout(5, 20);
    private static final ParameterLayout TWO = new ParameterLayout(5, 5, 3, Cell.LSTM, 2);

    @Test
    void readsWhatPeopleWrite() {
        assertThat(UnitRanges.parse("1-3, 7", ONE)).containsExactlyInAnyOrder(0, 1, 2, 6);
        assertThat(UnitRanges.parse(" 2 – 3 ;20", ONE)).containsExactlyInAnyOrder(1, 2, 19);
        assertThat(UnitRanges.parse("  ", ONE)).isEmpty();
        assertThat(UnitRanges.parse("1.2-2.1, 2.3", TWO)).containsExactlyInAnyOrder(1, 2, 3, 5);
        assertThat(UnitRanges.parse("2.1-3", TWO)).containsExactlyInAnyOrder(3, 4, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "21", "x", "1-", "3-1", "1-2-3", "2.1", "-4", "99999999999"})
    void refusesWhatIsNoUnit(String text) {
        assertThatThrownBy(() -> UnitRanges.parse(text, ONE))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 to 20");
    }

    @Test
    void writesWhatItReads() {
        assertThat(UnitRanges.text(Set.of(0, 1, 2, 6, 7, 19), ONE)).isEqualTo("1–3, 7, 8, 20");
        assertThat(UnitRanges.text(Set.of(0, 1, 2, 3, 4, 5), TWO)).isEqualTo("1.1–1.3, 2.1–2.3");
        Set<Integer> some = Set.of(1, 2, 3, 5, 9, 10);
        assertThat(UnitRanges.parse(UnitRanges.text(some, ONE), ONE)).isEqualTo(some);
    }

    @Test
    void aChoiceStaysWhenTheNetworkBecomesAnotherOne() {
        UnitChoice choice = UnitChoice.of(Set.of(1, 4), TWO);
        ParameterLayout wider = new ParameterLayout(5, 5, 10, Cell.LSTM, 2);
        assertThat(choice.in(wider)).containsExactlyInAnyOrder(1, 11);
        assertThat(choice.in(new ParameterLayout(5, 1))).isEmpty();
        assertThat(UnitChoice.of(Set.of(0, 1, 2, 3, 4, 5), TWO)).isEqualTo(UnitChoice.ALL);
        assertThat(UnitChoice.ALL.in(ONE)).hasSize(20);
        assertThat(UnitChoice.ALL.with(0, false, TWO).in(wider)).containsExactlyInAnyOrder(1, 2, 10, 11, 12);
    }
}
