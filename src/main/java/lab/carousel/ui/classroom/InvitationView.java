package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lab.carousel.picture.live.AddressCode;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.operation.ChoiceButtons;

/** Invites the room to an open class: its address, also as a code that the last row can scan, and how many have joined. */
final class InvitationView extends HBox {

    private final DoorMenu door;
    private final Label joined = named(new WholeLabel(), "classJoined", "class-count");
    private final Label places = named(new WholeLabel(), "classPlaces");

    InvitationView(OpenClass open, OpenClass.Opened now, ClassSurroundings around, ClassOverlay over) {
        styled(this, "class-invitation");
        door = new DoorMenu(open);
        DrawingView code = grow(new DrawingView(around.background(), "classCode"));
        code.setMinSize(0, 0);
        code.show(new AddressCode(now.address().toString()));
        code.setAccessibleText(Message.text("class.code", now.address()));
        code.setFocusTraversable(false);
        // Read off a wall, and typed: the machine in one line, the rest in the next
        String machine = now.address().getScheme() + "://" + now.address().getAuthority();
        Label address = named(new Label(machine + "\n" + now.address().getPath()), "classAddress", "class-address");
        address.setMinWidth(USE_PREF_SIZE);
        VBox column = new VBox(
                styled(new Label(Message.text("class.join")), "class-title"),
                address,
                styled(
                        new WholeLabel(Message.text(now.at().isAlone() ? "class.reach.alone" : "class.join.how")),
                        "muted"),
                joined,
                places,
                door);
        if (now.isElsewhere()) {
            column.getChildren()
                    .add(named(new WholeLabel(Message.text("class.elsewhere")), "classElsewhere", "problem"));
        }
        column.setAlignment(Pos.CENTER_LEFT);
        // No wider than the address and the buttons: all else is the code's
        column.setPrefWidth(0);
        styled(column, "class-column");
        if (open.hasLesson()) {
            boolean isLed = open.stateProperty()
                    .get()
                    .map(state -> state.moment().isLed())
                    .orElse(true);
            ChoiceButtons<Boolean> pace = OpeningForm.pace(isLed, true);
            pace.valueProperty().addListener((observable, before, led) -> open.setLed(led));
            column.getChildren().add(pace);
        }
        Button hide = Controls.button("classHide", "class.hide", over::hide, "accent");
        column.getChildren().add(stretch(hide));
        around.commands().stream()
                .map(each -> each.doneBy(whole(new Button(each.name().get()))))
                .forEach(button -> column.getChildren().add(stretch(button)));
        getChildren().addAll(code, column);
    }

    void show(ClassState state) {
        door.show(state.door(), state.places());
        // Who that is stands in the list of the door alone
        places.setText(state.places().entrySet().stream()
                .filter(each -> each.getKey() > 0)
                .map(each -> Message.text(
                        "class.places", each.getKey(), each.getValue().size()))
                .collect(Collectors.joining("   ")));
        Controls.show(places, !places.getText().isEmpty());
        joined.setText(Message.text("class.joined", state.counts().joined()));
    }
}
