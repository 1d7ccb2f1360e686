package lab.carousel.ui.export;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.message.Message;
import lab.carousel.picture.Picture;

/** Every picture of the window as PNG, SVG, numbers or into the clipboard, and the network as a file. */
public final class ExportMenu extends MenuButton {

    private final Exporter exporter;

    /**
     * A menu that exports.
     *
     * @param exporter writes the files
     * @param loss     gives the loss chart as it is now, if there is one
     * @param state    gives the heatmap as it is now, if there is one
     * @param shown    gives what the microscope shows, if that is a picture
     */
    public ExportMenu(
            Exporter exporter,
            Supplier<Optional<Picture>> loss,
            Supplier<Optional<Picture>> state,
            Supplier<Optional<Picture>> shown) {
        super(Message.text("ui.export"));
        this.exporter = exporter;
        setId("exportMenu");
        MenuItem model = new MenuItem(Message.text("ui.export.model"));
        model.setId("exportModel");
        model.setOnAction(event -> exporter.exportModel());
        getItems()
                .addAll(
                        menu("loss", loss),
                        menu("state", state),
                        menu("microscope", shown),
                        new SeparatorMenuItem(),
                        model);
    }

    private Menu menu(String key, Supplier<Optional<Picture>> picture) {
        return PictureMenu.of(
                key, Message.text("ui.export." + key), Message.text("ui.export.name." + key), picture, exporter);
    }
}
