package lab.carousel.ui.window;

import javafx.scene.layout.Region;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.ui.loss.LossView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.state.StateView;
import lab.carousel.ui.studies.Studies;
import lab.carousel.ui.theme.Look;

/** Gives theme and colours to the parts of a window that draw for themselves, and to the window. */
record LookDisplay(
        Region window, LossView loss, StateView state, Microscope microscope, Studies studies, HelpRoom help) {

    private static final String DARK = "dark";

    void show(Look now) {
        now.theme().apply();
        window.getStyleClass().remove(DARK);
        if (now.isDark()) {
            window.getStyleClass().add(DARK);
        }
        Palette palette = now.palette();
        window.setStyle(String.format("-color-wrong: #%06x;", palette.wrong().getRGB() & 0xffffff));
        loss.setPalette(palette);
        state.setPalette(palette);
        microscope.setPalette(palette);
        studies.setPalette(palette);
        help.setDark(now.isDark());
    }
}
