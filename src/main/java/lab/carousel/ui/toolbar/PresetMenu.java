package lab.carousel.ui.toolbar;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import lab.carousel.model.Experiment;
import lab.carousel.model.Preset;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Tip;

/** The ready-made experiments. A menu, in which the arrow keys only look and Enter chooses. */
final class PresetMenu extends MenuButton {

    private static final double WIDTH = 188;

    /** A menu; what is chosen in it is given away. */
    PresetMenu(Consumer<Preset> onChosen) {
        setId("presets");
        setPrefWidth(WIDTH);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleHelp(Message.text("toolbar.preset"));
        for (Preset preset : Preset.all()) {
            MenuItem item = new MenuItem(preset.name().text());
            item.setId("preset-" + preset.key());
            item.setOnAction(event -> onChosen.accept(preset));
            getItems().add(item);
        }
    }

    /** Shows the preset that an experiment is, or that it is none. */
    void show(Optional<Experiment> experiment) {
        setText(Preset.all().stream()
                .filter(preset -> experiment.filter(preset::isSameTraining).isPresent())
                .map(preset -> preset.name().text())
                .findFirst()
                .orElseGet(() -> Message.text("toolbar.preset.none")));
        Tip.put(this, getText());
    }
}
