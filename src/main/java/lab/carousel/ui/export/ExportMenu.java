package lab.carousel.ui.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.file.code.Library;
import lab.carousel.message.Message;
import lab.carousel.picture.Picture;

/**
 * Every picture of the window as PNG, SVG, numbers or into the clipboard; the network, a program, a hand-out or an
 * animation as a file.
 */
public final class ExportMenu extends MenuButton {

    private static final List<Integer> SCALES = List.of(1, 2, 4);

    private final Exporter exporter;

    /**
     * A menu that exports.
     *
     * @param exporter writes the files
     * @param loss     gives the loss chart as it is now, if there is one
     * @param state    gives the heatmap as it is now, if there is one
     * @param shown    gives what the microscope shows, if that is a picture
     * @param animate  opens the panel for animations
     */
    public ExportMenu(
            Exporter exporter,
            Supplier<Optional<Picture>> loss,
            Supplier<Optional<Picture>> state,
            Supplier<Optional<Picture>> shown,
            Runnable animate) {
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
                        item("exportWindow", Message.text("ui.export.window"), () -> exporter.exportWindow(getScene())),
                        item("exportAnimation", Message.text("ui.export.animation"), animate),
                        new SeparatorMenuItem(),
                        model,
                        programs(),
                        item("exportHandout", Message.text("ui.export.handout"), exporter::exportHandout));
    }

    private Menu programs() {
        Menu menu = new Menu(Message.text("ui.export.program"));
        menu.setId("export-program");
        for (Library library : Library.values()) {
            menu.getItems()
                    .add(item(
                            "program-" + library.name(),
                            Message.text("ui.export.program." + library.name()),
                            () -> exporter.exportProgram(library)));
        }
        return menu;
    }

    private Menu menu(String key, Supplier<Optional<Picture>> picture) {
        Menu menu = new Menu(Message.text("ui.export." + key));
        menu.setId("export-" + key);
        String name = Message.text("ui.export.name." + key);
        for (int scale : SCALES) {
            String words = scale == 1 ? Message.text("ui.export.png.one") : Message.text("ui.export.png", scale);
            menu.getItems().add(item(key + "-png-" + scale, words, () -> exporter.exportPng(picture, name, scale)));
        }
        menu.getItems()
                .addAll(
                        item(
                                key + "-svg",
                                Message.text("ui.export.svg"),
                                () -> exporter.exportSvg(picture, name)),
                        item(
                                key + "-csv",
                                Message.text("ui.export.csv"),
                                () -> exporter.exportCsv(picture, name)),
                        new SeparatorMenuItem(),
                        item(key + "-copy", Message.text("ui.export.copy"), () -> exporter.copy(picture)));
        return menu;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
