package lab.carousel.ui.classroom;

import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.stretch;
import static lab.carousel.ui.controls.Controls.styled;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lab.carousel.classroom.NetworkAddress;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.lesson.Lesson;
import lab.carousel.model.Experiment;
import lab.carousel.text.InvalidInput;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.DropDown;
import lab.carousel.ui.controls.TypedField;
import lab.carousel.ui.controls.WholeLabel;
import lab.carousel.ui.operation.ChoiceButtons;

/** Asks on which network, at which port and how a class is to be opened. */
final class OpeningForm extends VBox {

    private static final int PORT = 8765;
    private static final int MOST_PORT = 65_535;

    private final OpenClass open;
    private final Consumer<Lesson> onLesson;
    private final Supplier<Experiment> shown;
    private final Supplier<Colours> colours;
    private final DropDown<Optional<EarlierClass>> classes = stretch(named(new DropDown<>(), "classAgain"));
    private final VBox classesBox = Controls.captioned("class.againField", classes);
    private final DropDown<NetworkAddress> networks = stretch(named(new DropDown<>(), "classNetwork"));
    private final Label reach = named(new WholeLabel(), "classReach", "muted");
    private final TypedField<Integer> port;
    private final ChoiceButtons<Boolean> pace;
    private final Button go = Controls.button("classGo", "class.open", this::open, "accent");
    /** Why the port cannot be used, until another one is typed or it is tried again. */
    private Optional<InvalidInput> refused = Optional.empty();

    /** @param onLesson takes the wall to the lesson of a class that goes on */
    OpeningForm(OpenClass open, Supplier<Experiment> shown, Supplier<Colours> colours, Consumer<Lesson> onLesson) {
        this.open = open;
        this.onLesson = onLesson;
        this.shown = shown;
        this.colours = colours;
        pace = pace(true, open.hasLesson());
        port = new TypedField<>("classPort", "class.portField", String.valueOf(PORT), this::port);
        styled(this, "class-form");
        networks.says(each -> Message.text(
                each.isAlone() ? "class.network.alone" : "class.network.item",
                each.network(),
                each.address().getHostAddress()));
        networks.valueProperty()
                .addListener((observable, before, now) -> reach.setText(
                        now == null ? "" : Message.text(now.isAlone() ? "class.reach.alone" : "class.reach")));
        classes.says(each -> each.map(EarlierClass::words).orElseGet(() -> Message.text("class.again.none")));
        classes.valueProperty().addListener((observable, before, now) -> goOn(now));
        Controls.show(classesBox, false);
        Controls.show(pace, open.hasLesson());
        go.setDisable(true);
        getChildren()
                .addAll(
                        styled(new Label(Message.text("class.open.title")), "class-title"),
                        classesBox,
                        Controls.captioned("class.networkField", networks),
                        reach,
                        port,
                        pace,
                        styled(new WholeLabel(open.hasLesson() ? "" : Message.text("class.pace.needsLesson")), "muted"),
                        go);
        // Before it is known which classes can go on, a new one would be opened
        open.earlier(found -> {
            offerClasses(found);
            open.networks(this::offer);
        });
    }

    /** What was interrupted today goes on, unless something else is chosen. */
    private void offerClasses(List<EarlierClass> found) {
        classes.getItems().add(Optional.empty());
        found.forEach(each -> classes.getItems().add(Optional.of(each)));
        Controls.show(classesBox, !found.isEmpty());
        boolean isInterrupted = !found.isEmpty() && found.get(0).isInterrupted();
        classes.getSelectionModel().select(isInterrupted ? 1 : 0);
    }

    private void goOn(Optional<EarlierClass> chosen) {
        boolean hasLesson = open.hasLesson()
                || chosen.flatMap(each -> each.progress().course()).isPresent();
        pace.offer(hasLesson ? List.of(true, false) : List.of(true));
        Controls.show(pace, hasLesson);
        chosen.ifPresent(each -> {
            pace.choose(each.progress().isLed());
            selectNetwork(each);
        });
    }

    private void selectNetwork(EarlierClass again) {
        again.network(networks.getItems()).ifPresent(networks::setValue);
    }

    private void offer(List<NetworkAddress> found) {
        networks.getItems().setAll(found);
        networks.getSelectionModel().selectFirst();
        classes.getValue().ifPresent(this::selectNetwork);
        go.setDisable(found.isEmpty());
        if (found.isEmpty()) {
            reach.setText(Message.text("class.reach.none"));
        }
    }

    private int port(String typed) {
        Optional<InvalidInput> why = refused;
        refused = Optional.empty();
        if (why.isPresent()) {
            throw why.get();
        }
        if (!typed.strip().matches("\\d{1,5}") || Integer.parseInt(typed.strip()) > MOST_PORT) {
            throw new InvalidInput("class.port.number", String.valueOf(MOST_PORT));
        }
        return Integer.parseInt(typed.strip());
    }

    private void open() {
        port.read();
        port.getValue()
                .ifPresent(number -> open.open(
                        new OpenClass.Wish(
                                Optional.ofNullable(classes.getValue()).flatMap(each -> each),
                                networks.getValue(),
                                number,
                                pace.valueProperty().get(),
                                shown.get(),
                                colours.get()),
                        onLesson,
                        this::tell));
    }

    private void tell(InvalidInput why) {
        if (why.problem().key().equals("class.port")) {
            refused = Optional.of(why);
            port.read();
        } else {
            reach.setText(why.getMessage());
        }
    }

    /** Whether the class follows the wall, or each student goes at an own pace, which needs a lesson. */
    static ChoiceButtons<Boolean> pace(boolean isLed, boolean hasLesson) {
        ChoiceButtons<Boolean> pace = new ChoiceButtons<>(
                "classPace",
                isLed,
                led -> Message.text(led ? "class.pace.led" : "class.pace.own"),
                led -> Message.text(led ? "class.pace.led.tip" : "class.pace.own.tip"));
        pace.offer(hasLesson ? List.of(true, false) : List.of(true));
        return pace;
    }
}
