package lab.carousel.ui.export;

import static lab.carousel.ui.controls.Controls.named;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.Picture;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;

/** The ways to take one picture out of the window. */
public final class PictureMenu {

    private static final List<Integer> SCALES = List.of(1, 2, 4);

    private PictureMenu() {}

    /**
     * A menu for a picture: as pixels, as shapes, as numbers, and into the clipboard.
     *
     * @param key      the ids of the items begin with it
     * @param title    what the picture is called in the menu
     * @param name     of its files, without an ending
     * @param picture  gives the picture as it is when an item is chosen, if there is one
     */
    public static Menu of(
            String key, String title, String name, Supplier<Optional<Picture>> picture, Exporter exporter) {
        Menu menu = named(new Menu(title), "export-" + key);
        for (int scale : SCALES) {
            String words = scale == 1 ? Message.text("ui.export.png.one") : Message.text("ui.export.png", scale);
            menu.getItems()
                    .add(Controls.item(key + "-png-" + scale, words, () -> exporter.exportPng(picture, name, scale)));
        }
        menu.getItems()
                .addAll(
                        Controls.item(
                                key + "-svg", Message.text("ui.export.svg"), () -> exporter.exportSvg(picture, name)),
                        Controls.item(
                                key + "-csv", Message.text("ui.export.csv"), () -> exporter.exportCsv(picture, name)),
                        new SeparatorMenuItem(),
                        Controls.item(key + "-copy", Message.text("ui.export.copy"), () -> exporter.copy(picture)));
        return menu;
    }
}
