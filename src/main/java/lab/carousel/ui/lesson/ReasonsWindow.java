package lab.carousel.ui.lesson;

import static lab.carousel.ui.controls.Controls.explained;
import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.ScrollArea;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.theme.Icons;
import lab.carousel.ui.theme.Stylesheets;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * All reasons that a class has handed in, in a window of its own, which the teacher keeps off the wall: what is ticked there is on
 * the wall, in the order in which it stands.
 */
final class ReasonsWindow {

    private static final double WIDTH = 520;
    private static final double HEIGHT = 480;

    private final LessonPlayer player;
    private final VBox rows = named(new VBox(8), "reasons");
    private final Label none = named(new WholeLabel(Message.text("lesson.reasons.none")), "reasonsNone");
    private List<String> all = List.of();
    private List<String> chosen = List.of();
    private Optional<Stage> stage = Optional.empty();

    ReasonsWindow(LessonPlayer player) {
        this.player = player;
    }

    void open(Window owner) {
        Stage window = stage.orElseGet(() -> build(owner));
        stage = Optional.of(window);
        window.show();
        window.toFront();
    }

    private Stage build(Window owner) {
        Stage window = new Stage();
        window.initOwner(owner);
        window.setTitle(Message.text("lesson.reasons.title"));
        ScrollArea area = grow(new ScrollArea());
        area.setContent(rows);
        VBox content = styled(
                new VBox(12, styled(new WholeLabel(Message.text("lesson.reasons.how")), "muted"), none, area),
                "reasons-window");
        Scene scene = new Scene(content, WIDTH, HEIGHT);
        Stylesheets.addTo(scene);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), window::close);
        window.setScene(scene);
        Icons.copy(window, owner);
        return window;
    }

    /** Shows what came in, those first that the wall shows. */
    void show(List<String> nowAll, List<String> nowChosen) {
        if (nowAll.equals(all) && nowChosen.equals(chosen)) {
            return;
        }
        all = List.copyOf(nowAll);
        Controls.show(none, all.isEmpty());
        chosen = List.copyOf(nowChosen);
        List<String> inOrder = Stream.concat(chosen.stream(), all.stream().filter(reason -> !chosen.contains(reason)))
                .toList();
        rows.getChildren()
                .setAll(IntStream.range(0, inOrder.size())
                        .mapToObj(at -> row(inOrder.get(at), at))
                        .toList());
    }

    private Node row(String reason, int at) {
        CheckBox choice = grow(named(new CheckBox(reason), "reason" + (at + 1)));
        choice.setWrapText(true);
        choice.setMnemonicParsing(false);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setSelected(at < chosen.size());
        choice.setOnAction(event -> player.chooseReason(reason, choice.isSelected()));
        Button up = explained(
                named(new Button(null, new FontIcon(Feather.ARROW_UP)), "reasonUp" + (at + 1), "flat"),
                "lesson.reasons.up");
        up.setDisable(at == 0 || at >= chosen.size());
        up.setOnAction(event -> player.moveReasonUp(reason));
        return Controls.row(8, choice, up);
    }
}
