package lab.carousel.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.application.Application;
import javafx.scene.text.Font;

public enum Theme {
    /** Dark words on a light ground: for projectors and daylight. */
    LIGHT("primer-light.bss", new PrimerLight()),
    /** Light words on a dark ground. */
    DARK("primer-dark.bss", new PrimerDark());

    private static final List<String> FONTS =
            List.of("CarouselSans-Regular.ttf", "CarouselSans-Bold.ttf", "CarouselSans-Italic.ttf");

    /** A sheet without rules. */
    private static final String BARE =
            Theme.class.getResource("/lab/carousel/ui/theme/bare.css").toExternalForm();

    private final String stylesheet;

    /** Beside classes the library's own sheet; in the jar what the build leaves of it, without controls that are not here. */
    Theme(String shortened, atlantafx.base.theme.Theme whole) {
        URL inJar = Theme.class.getResource("/lab/carousel/ui/theme/" + shortened);
        this.stylesheet = inJar == null ? whole.getUserAgentStylesheetBSS() : inJar.toExternalForm();
    }

    public void apply() {
        Application.setUserAgentStylesheet(stylesheet);
    }

    /**
     * Lets windows be built without a look, to be given one by {@link #apply} before they are shown. JavaFX styles what is
     * put into a scene from the leaves to the root, and at each level all that is below it anew: a tree of a thousand nodes
     * is styled ten times, where a look that comes to a whole tree is given to each node once.
     */
    public static void deferStyling() {
        Application.setUserAgentStylesheet(BARE);
    }

    /** Makes the program's own font known to JavaFX; it has the letters, signs and emoji that the program promises. */
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream file = Theme.class.getResourceAsStream("/lab/carousel/font/" + font)) {
                if (Font.loadFont(file, 13) == null) {
                    throw new IllegalStateException("the bundled font " + font + " cannot be read");
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
