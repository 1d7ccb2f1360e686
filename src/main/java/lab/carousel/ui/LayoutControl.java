package lab.carousel.ui;

import java.util.List;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.ui.microscope.Microscope;

/** The layout of the window as a value: what it is, what the user makes of it, and another one put in its place. */
final class LayoutControl {

    private static final List<String> PANELS = List.of("editors", "loss", "state", "microscope");

    private final Panels panels;
    private final ViewMenu menu;
    private final Microscope microscope;

    LayoutControl(Panels panels, ViewMenu menu, Microscope microscope) {
        this.panels = panels;
        this.menu = menu;
        this.microscope = microscope;
    }

    /** Calls back when the user has changed the layout. */
    void setOnEdit(Runnable onEdit) {
        PANELS.forEach(
                key -> menu.panel(key).selectedProperty().addListener((observable, before, now) -> onEdit.run()));
        microscope.wideProperty().addListener((observable, before, now) -> onEdit.run());
        panels.setOnResized(onEdit);
    }

    PanelLayout layout() {
        return new PanelLayout(
                isShown("editors"),
                isShown("loss"),
                isShown("state"),
                isShown("microscope"),
                microscope.wideProperty().get(),
                panels.editorsWidth(),
                panels.microscopeWidth(),
                panels.taskShare(),
                panels.lossShare());
    }

    private boolean isShown(String key) {
        return menu.panel(key).isSelected();
    }

    void show(PanelLayout layout) {
        show("editors", layout.editors());
        show("loss", layout.loss());
        show("state", layout.state());
        show("microscope", layout.microscope());
        microscope.wideProperty().set(layout.wide());
        panels.resize(layout);
    }

    private void show(String key, boolean shown) {
        menu.panel(key).setSelected(shown);
    }
}
