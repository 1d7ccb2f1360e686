package lab.carousel.ui.export;

import static lab.carousel.ui.controls.Controls.named;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.Picture;
import lab.carousel.file.code.Library;
import lab.carousel.file.code.Notebook;
import lab.carousel.file.model.ModelFormat;
import lab.carousel.file.states.StatesFile;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.selection.Selection;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Every picture of the window as PNG, SVG, numbers or into the clipboard; the network, a program, a page or an
 * animation as a file.
 */
public final class ExportMenu extends MenuButton {

    private final Exporter exporter;

    /**
     * @param loss     gives the loss chart as it is now, if there is one
     * @param state    gives the heatmap as it is now, if there is one
     * @param shown    gives what the microscope shows, if that is a picture
     * @param selection what is chosen in the heatmap
     * @param animate  opens the panel for animations
     */
    public ExportMenu(
            Exporter exporter,
            Supplier<Optional<Picture>> loss,
            Supplier<Optional<Picture>> state,
            Supplier<Optional<Picture>> shown,
            Selection selection,
            Runnable animate) {
        super(Message.text("ui.export"), new FontIcon(Feather.SHARE));
        this.exporter = exporter;
        setId("exportMenu");
        getItems()
                .addAll(
                        menu("loss", loss),
                        menu("state", state),
                        menu("microscope", shown),
                        Controls.item(
                                "exportWindow",
                                Message.text("ui.export.window"),
                                () -> exporter.exportWindow(getScene())),
                        Controls.item("exportAnimation", Message.text("ui.export.animation"), animate),
                        new SeparatorMenuItem(),
                        menu("model", List.of(ModelFormat.values()), ModelFormat::name, exporter::exportModel),
                        menu(
                                "states",
                                List.of(StatesFile.ARRAYS, StatesFile.TABLE),
                                ending -> ending.substring(1),
                                exporter::exportStates),
                        menu("program", List.of(Library.values()), Library::name, exporter::exportProgram),
                        menu("notebook", Notebook.LIBRARIES, Library::name, exporter::exportNotebook),
                        Controls.item("exportPage", Message.text("ui.export.page"), exporter::exportPage),
                        Controls.item("copyLink", Message.text("ui.export.link"), () -> exporter.copyLink(selection)));
    }

    /** A menu of what can be written in several ways. */
    private static <T> Menu menu(String key, Collection<T> ways, Function<T, String> name, Consumer<T> export) {
        Menu menu = named(new Menu(Message.text("ui.export." + key)), "export-" + key);
        for (T way : ways) {
            menu.getItems()
                    .add(Controls.item(
                            key + "-" + name.apply(way),
                            Message.text("ui.export." + key + "." + name.apply(way)),
                            () -> export.accept(way)));
        }
        return menu;
    }

    private Menu menu(String key, Supplier<Optional<Picture>> picture) {
        return PictureMenu.of(
                key, Message.text("ui.export." + key), Message.text("ui.export.name." + key), picture, exporter);
    }
}
