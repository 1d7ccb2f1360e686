package lab.carousel.ui.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import lab.carousel.model.layout.ParameterLayout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitGridTest {

    private final List<String> chosen = new ArrayList<>();
    private final UnitGrid grid = new UnitGrid("units", (unit, isChosen) -> chosen.add(unit + " " + isChosen));

    @BeforeEach
    void showTwentyUnitsInRowsOfTen() {
        grid.resize(160, 32);
        grid.show(new ParameterLayout(5, 20), Set.of(19), -1);
    }

    private void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            Event.fireEvent(grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }

    @Test
    void arrowsHomeAndEndMoveAndTheSpaceBarChoosesOrNot() {
        press(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.END, KeyCode.ENTER);
        press(KeyCode.RIGHT, KeyCode.SPACE, KeyCode.HOME, KeyCode.UP, KeyCode.SPACE);
        assertThat(chosen).containsExactly("11 true", "19 false", "19 false", "0 true");
        assertThat(grid.getAccessibleText()).contains("unit 1");
    }
}
