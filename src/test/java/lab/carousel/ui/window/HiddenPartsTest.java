package lab.carousel.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class HiddenPartsTest {

    private final Region first = new Region();
    private final Region seen = new Region();
    private final Region last = new Region();
    private final HBox row = new HBox(first, seen, last);
    private final Region inner = new Region();
    private final VBox outer = new VBox(inner);
    private final VBox column = new VBox(row, outer);
    private final HiddenParts parts = new HiddenParts();

    @Start
    void hide(Stage stage) {
        List.of(first, last, inner, outer).forEach(node -> Controls.show(node, false));
        parts.takeOutOf(new SplitPane(new ScrollPane(column)));
    }

    private void putBackAll() {
        for (int part = 0; part < 4; part++) {
            parts.putBackNext();
        }
    }

    @Test
    void whatIsHiddenIsTakenOutAtAllDepths() {
        assertThat(row.getChildren()).containsExactly(seen);
        assertThat(column.getChildren()).containsExactly(row);
        assertThat(outer.getChildren()).isEmpty();
    }

    @Test
    void onePartAfterTheOtherIsPutBackIntoItsPlace() {
        parts.putBackNext();
        assertThat(row.getChildren()).containsExactly(first, seen);
        parts.putBackNext();
        assertThat(row.getChildren()).containsExactly(first, seen, last);
        putBackAll();
        assertThat(column.getChildren()).containsExactly(row, outer);
        assertThat(outer.getChildren()).containsExactly(inner);
        assertThat(outer.isVisible()).isFalse();
    }

    @Test
    void whatIsShownIsThereAtOnce() {
        Controls.show(last, true);
        assertThat(row.getChildren()).containsExactly(seen, last);
        putBackAll();
        assertThat(row.getChildren()).containsExactly(first, seen, last);
    }

    @Test
    void whatStandsElsewhereMeanwhileStaysThere() {
        VBox elsewhere = new VBox(last);
        putBackAll();
        assertThat(elsewhere.getChildren()).containsExactly(last);
        assertThat(row.getChildren()).containsExactly(first, seen);
    }

    @Test
    void whatIsHiddenButKeepsItsRoomStays() {
        Region room = new Region();
        room.setVisible(false);
        HBox line = new HBox(room);
        BorderPane border = new BorderPane(line);
        Controls.show(line, false);
        new HiddenParts().takeOutOf(border);
        assertThat(line.getChildren()).containsExactly(room);
        assertThat(border.getCenter()).isSameAs(line);
    }
}
