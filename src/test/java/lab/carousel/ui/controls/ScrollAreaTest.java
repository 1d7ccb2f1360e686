package lab.carousel.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class ScrollAreaTest {

    private ScrollArea area;

    @Start
    void show(Stage stage) {
        area = new ScrollArea(new Label("one\ntwo\nthree\nfour\nfive"));
        stage.setScene(new Scene(area, 60, 40));
        stage.show();
    }

    @Test
    void noPictureIsKeptOfWhatIsInIt(FxRobot robot) {
        assertThat(area.lookup(".viewport").isCache()).isFalse();
    }

    @Test
    void itScrollsAsOthersDo(FxRobot robot) {
        robot.interact(area::requestFocus);
        robot.push(KeyCode.PAGE_DOWN);
        assertThat(area.getVvalue()).isPositive();
    }
}
