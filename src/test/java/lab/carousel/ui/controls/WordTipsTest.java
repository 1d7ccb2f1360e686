package lab.carousel.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lab.carousel.text.Glossary;
import lab.carousel.ui.robot.InWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class WordTipsTest {

    private Label margin;
    private Label own;
    private Label inside;

    @Start
    void open(Stage stage) {
        margin = new Label("Margin");
        own = new Label("Recall");
        inside = new Label("Loss");
        StackPane around = new StackPane(inside);
        TableView<String> table = new TableView<>();
        Tip.put(own, "of its own");
        Tip.put(around, "of the whole");
        table.getColumns().add(new TableColumn<>("Verdict"));
        Scene scene = new Scene(new VBox(margin, own, around, table), 300, 300);
        WordTips.addTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aLabelIsExplainedByTheWordInIt(FxRobot robot) {
        robot.moveTo(margin);
        assertThat(Tip.of(margin)).startsWith("Margin\n").endsWith(Glossary.text("margin"));

        robot.moveTo(own);
        robot.interact(() -> margin.setText("Batch size 4"));
        robot.moveTo(margin);
        assertThat(Tip.of(margin)).startsWith("Batch\n");

        robot.moveTo(own);
        robot.interact(() -> margin.setText("something else"));
        robot.moveTo(margin);
        assertThat(Tip.of(margin)).isEmpty();
    }

    @Test
    void aTipOfItsOwnOrOfWhatItStandsInStays(FxRobot robot) {
        robot.moveTo(own);
        robot.moveTo(inside);

        assertThat(Tip.of(own)).isEqualTo("of its own");
        assertThat(Tip.of(inside)).isEmpty();
    }

    @Test
    void aTitleOfAColumnIsExplained(FxRobot robot) {
        Label title = robot.lookup(".column-header .label").queryAs(Label.class);
        robot.moveTo(title);

        assertThat(Tip.of(title)).isEqualTo("Verdict\n" + Glossary.text("verdict"));
    }
}
