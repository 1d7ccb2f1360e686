package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import lab.carousel.classroom.LiveClass;
import lab.carousel.lesson.live.DoorState;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import lab.carousel.ui.controls.WholeLabel;

/** The door of a class: who came, who waits, and what its teacher does about that. */
final class DoorMenu extends VBox {

    private final OpenClass open;
    private final Label said = named(new WholeLabel(), "classDoorSaid", "muted");
    private final MenuItem more =
            Controls.item("classDoorMore", Message.text("class.door.more", LiveClass.MORE), this::letMoreIn);
    private final CheckMenuItem shut = new CheckMenuItem(Message.text("class.door.shut"));
    private final MenuItem recent = Controls.item("classDoorRecent", "", this::dropRecent);
    private final Menu drop = new Menu(Message.text("class.door.drop"));
    private final Menu places = new Menu(Message.text("class.door.places"));
    private List<Integer> offered = List.of();
    private SortedMap<Integer, List<Integer>> placed = new TreeMap<>();

    DoorMenu(OpenClass open) {
        super(4);
        this.open = open;
        shut.setId("classDoorShut");
        shut.setOnAction(event -> {
            boolean isShut = shut.isSelected();
            open.act(live -> live.setShut(isShut));
        });
        drop.setId("classDoorDrop");
        places.setId("classDoorPlaces");
        MenuButton menu = named(new MenuButton(Message.text("class.door.menu")), "classDoor");
        Tip.put(menu, Message.text("class.door.menu.tip"));
        menu.getItems().addAll(more, shut, recent, drop, places);
        getChildren().addAll(said, stretch(menu));
    }

    private void letMoreIn() {
        open.act(LiveClass::expectMore);
    }

    private void dropRecent() {
        open.act(LiveClass::dropRecent);
    }

    void show(DoorState now, SortedMap<Integer, List<Integer>> numbers) {
        said.setText(Stream.of(
                        Message.text("class.door.room", now.isShut() ? 1 : 0, now.expected()),
                        Message.text("class.door.waiting", now.waiting()),
                        Message.text("class.door.came", now.recent()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", ")));
        shut.setSelected(now.isShut());
        recent.setText(Message.text("class.door.recent", now.recent()));
        recent.setDisable(now.recent() == 0);
        drop.setDisable(now.numbers().isEmpty());
        if (!now.numbers().equals(offered)) {
            offered = now.numbers();
            drop.getItems().setAll(offered.stream().map(this::dropping).toList());
        }
        places.setDisable(numbers.isEmpty());
        if (!numbers.equals(placed)) {
            placed = numbers;
            places.getItems()
                    .setAll(placed.entrySet().stream()
                            .map(each -> place(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /** A dot with its number for each phone at a step. */
    private static MenuItem place(int step, List<Integer> numbers) {
        String dots = numbers.stream().map(number -> "● " + number).collect(Collectors.joining("   "));
        return Controls.item("classDoorPlace" + step, Message.text("class.door.place", step, dots), () -> {});
    }

    private MenuItem dropping(int number) {
        return Controls.item(
                "classDoorDrop" + number,
                Message.text("class.door.number", number),
                () -> open.act(live -> live.drop(number)));
    }
}
