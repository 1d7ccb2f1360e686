package lab.carousel.ui.export;

import static lab.carousel.ui.controls.Controls.named;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import lab.carousel.drawing.export.Picture;
import lab.carousel.drawing.export.PictureExport;
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
            String key, String title, Supplier<String> name, Supplier<Optional<Picture>> picture, Exporter exporter) {
        Menu menu = named(new Menu(title), "export-" + key);
        List<MenuItem> items = menu.getItems();
        for (int scale : SCALES) {
            String words = scale == 1 ? Message.text("ui.export.png.one") : Message.text("ui.export.png", scale);
            items.add(Controls.item(
                    key + "-png-" + scale,
                    words,
                    () -> exporter.export(
                            picture, name.get(), ".png", "ui.kind.png", shown -> PictureExport.png(shown, scale))));
        }
        Map<String, Function<Picture, byte[]>> others = new LinkedHashMap<>();
        others.put("svg", PictureExport::svg);
        others.put("csv", shown -> shown.csv().getBytes(StandardCharsets.UTF_8));
        others.forEach((way, bytes) -> items.add(Controls.item(
                key + "-" + way,
                Message.text("ui.export." + way),
                () -> exporter.export(picture, name.get(), "." + way, "ui.kind." + way, bytes))));
        items.add(new SeparatorMenuItem());
        items.add(Controls.item(key + "-copy", Message.text("ui.export.copy"), () -> exporter.copy(picture)));
        return menu;
    }
}
