package lab.carousel.ui.window;

import java.util.List;
import lab.carousel.file.session.PanelLayout;
import lab.carousel.ui.controls.WindowListeners;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.project.Project;

/** The layout of the window as a value: what it is, what the user makes of it, and another one put in its place. */
final class LayoutControl {

    private static final List<String> PANELS = List.of("editors", "loss", "state", "microscope");

    private final Project project;
    private final Panels panels;
    private final ViewMenu menu;
    private final Microscope microscope;
    /** The layout that was shown, or made by the user, last. */
    private PanelLayout known = PanelLayout.INITIAL;

    private boolean isShowing;

    LayoutControl(Project project, Panels panels, ViewMenu menu, Microscope microscope) {
        this.project = project;
        this.panels = panels;
        this.menu = menu;
        this.microscope = microscope;
        PANELS.forEach(key -> menu.panel(key).selectedProperty().addListener((observable, before, now) -> edited()));
        microscope.wideProperty().addListener((observable, before, now) -> {
            panels.widenMicroscope(now);
            edited();
        });
        panels.whenResized(this::edited);
        WindowListeners.of(menu, project.stateProperty(), (observable, before, now) -> show(now.layout()));
    }

    private void edited() {
        if (!isShowing) {
            known = layout();
            project.edit(state -> state.with(known));
        }
    }

    private PanelLayout layout() {
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

    private void show(PanelLayout layout) {
        if (layout.equals(known)) {
            return;
        }
        known = layout;
        isShowing = true;
        show("editors", layout.editors());
        show("loss", layout.loss());
        show("state", layout.state());
        show("microscope", layout.microscope());
        microscope.wideProperty().set(layout.wide());
        panels.resize(layout);
        isShowing = false;
    }

    private void show(String key, boolean shown) {
        menu.panel(key).setSelected(shown);
    }
}
