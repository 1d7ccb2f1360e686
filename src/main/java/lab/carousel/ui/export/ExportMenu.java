package lab.carousel.ui.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.Picture;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.states.StatesFile;
import lab.carousel.text.Message;

/**
 * Every picture of the window as PNG, SVG, numbers or into the clipboard; the network, a program, a page or an
 * animation as a file.
 */
public final class ExportMenu extends MenuButton {

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
        MenuItem withoutNotes = PictureMenu.item(
                "exportPageWithoutNotes",
                Message.text("ui.export.page.withoutNotes"),
                () -> exporter.exportPage(false));
        setId("exportMenu");
        getItems()
                .addAll(
                        menu("loss", loss),
                        menu("state", state),
                        menu("microscope", shown),
                        PictureMenu.item(
                                "exportWindow",
                                Message.text("ui.export.window"),
                                () -> exporter.exportWindow(getScene())),
                        PictureMenu.item("exportAnimation", Message.text("ui.export.animation"), animate),
                        new SeparatorMenuItem(),
                        models(),
                        states(),
                        programs(),
                        notebooks(),
                        PictureMenu.item("exportPage", Message.text("ui.export.page"), () -> exporter.exportPage(true)),
                        withoutNotes);
        // While nothing is written both are the same
        setOnShowing(event -> withoutNotes.setVisible(exporter.hasNotes()));
    }

    private Menu models() {
        Menu menu = new Menu(Message.text("ui.export.model"));
        menu.setId("export-model");
        for (ModelFormat format : ModelFormat.values()) {
            menu.getItems()
                    .add(PictureMenu.item(
                            "model-" + format.name(),
                            Message.text("ui.export.model." + format.name()),
                            () -> exporter.exportModel(format)));
        }
        return menu;
    }

    private Menu states() {
        Menu menu = new Menu(Message.text("ui.export.states"));
        menu.setId("export-states");
        for (String ending : List.of(StatesFile.ARRAYS, StatesFile.TABLE)) {
            menu.getItems()
                    .add(PictureMenu.item(
                            "states-" + ending.substring(1),
                            Message.text("ui.export.states" + ending),
                            () -> exporter.exportStates(ending)));
        }
        return menu;
    }

    private Menu programs() {
        Menu menu = new Menu(Message.text("ui.export.program"));
        menu.setId("export-program");
        for (Library library : Library.values()) {
            menu.getItems()
                    .add(PictureMenu.item(
                            "program-" + library.name(),
                            Message.text("ui.export.program." + library.name()),
                            () -> exporter.exportProgram(library)));
        }
        return menu;
    }

    private Menu notebooks() {
        Menu menu = new Menu(Message.text("ui.export.notebook"));
        menu.setId("export-notebook");
        for (Library library : Notebook.LIBRARIES) {
            menu.getItems()
                    .add(PictureMenu.item(
                            "notebook-" + library.name(),
                            Message.text("ui.export.notebook." + library.name()),
                            () -> exporter.exportNotebook(library)));
        }
        return menu;
    }

    private Menu menu(String key, Supplier<Optional<Picture>> picture) {
        return PictureMenu.of(
                key, Message.text("ui.export." + key), Message.text("ui.export.name." + key), picture, exporter);
    }
}
