package lab.carousel.ui.controls;

import javafx.scene.control.Button;
import lab.carousel.text.Message;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button of one sign, which says in words what it does. */
public final class IconButton extends Button {

    /**
     * A button.
     *
     * @param id   names it
     * @param icon the sign
     * @param key  of the words, in its tooltip and read aloud
     */
    public IconButton(String id, Feather icon, String key) {
        super(null, new FontIcon(icon));
        setId(id);
        Tip.put(this, Message.text(key));
        setAccessibleText(Message.text(key));
        setMinWidth(USE_PREF_SIZE);
    }
}
