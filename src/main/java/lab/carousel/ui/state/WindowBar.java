package lab.carousel.ui.state;

import static lab.carousel.ui.controls.Controls.grow;
import static lab.carousel.ui.controls.Controls.named;
import static lab.carousel.ui.controls.Controls.whole;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import lab.carousel.model.trace.StepWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.WindowTitle;
import lab.carousel.text.Message;
import lab.carousel.ui.controls.Controls;
import lab.carousel.ui.controls.Tip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Under the heatmap: pages through the windows of a large task, scrolls through the columns of a window, zooms. */
final class WindowBar extends HBox {

    private final TraceService service;
    private final Button previous = button("statePrevious", Feather.CHEVRON_LEFT, "state.window.previous");
    private final Button next = button("stateNext", Feather.CHEVRON_RIGHT, "state.window.next");
    private final Label title = whole(named(new Label(), "stateWindow"));
    private final ScrollBar scroll = grow(named(new ScrollBar(), "stateScroll"));
    private final FontIcon zoomIcon = new FontIcon(Feather.ZOOM_IN);
    private final Slider zoom = named(new Slider(0, 1, 0), "stateZoom", "small");

    private Optional<StepWindow> before = Optional.empty();
    private Optional<StepWindow> after = Optional.empty();

    WindowBar(TraceService service, HeatmapPane pane) {
        this.service = service;
        getStyleClass().add("state-window");
        setAlignment(Pos.CENTER_LEFT);
        zoom.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.text("state.zoom.value", zoom.getValue()), zoom.valueProperty()));
        Tip.put(zoom, Message.text("state.zoom"));
        zoom.setPrefWidth(96);
        zoom.setMinWidth(96);
        zoomIcon.visibleProperty().bind(zoom.visibleProperty());
        previous.setOnAction(event -> before.ifPresent(this::turnTo));
        next.setOnAction(event -> after.ifPresent(this::turnTo));
        scroll.valueProperty().bindBidirectional(pane.scrollXProperty());
        zoom.valueProperty().bindBidirectional(pane.zoomProperty());
        getChildren().addAll(previous, title, next, scroll, zoomIcon, zoom);
        pane.geometryProperty().addListener((property, old, now) -> adapt(now));
    }

    private static Button button(String id, Feather icon, String key) {
        Button button = named(new Button(null, new FontIcon(icon)), id, "button-icon", "flat", "small");
        button.setAccessibleText(Message.text(key));
        Tip.put(button, Message.text(key));
        return button;
    }

    private void turnTo(StepWindow window) {
        scroll.setValue(0);
        service.setWindow(window);
    }

    /** Whether there is anything to page through, or columns are too narrow for their labels. */
    static boolean isNeeded(Traces traces, double width) {
        return WindowTitle.isPart(traces)
                || HeatmapGeometry.of(traces, 1, width, 1, 0, 0, 0).canZoom();
    }

    /** Shows the traces' window and its neighbours. */
    void show(Traces traces) {
        before = traces.all().previous(traces.window());
        after = traces.all().next(traces.window());
        previous.setDisable(before.isEmpty());
        next.setDisable(after.isEmpty());
        title.setText(WindowTitle.of(traces));
        for (Node node : new Node[] {previous, title, next}) {
            Controls.show(node, WindowTitle.isPart(traces));
        }
    }

    private void adapt(HeatmapGeometry geometry) {
        if (geometry == null) {
            return;
        }
        double most = geometry.maxScrollX();
        zoom.setVisible(geometry.canZoom());
        scroll.setVisible(most > 0);
        scroll.setMax(most);
        scroll.setValue(geometry.scrollX());
        scroll.setVisibleAmount(most * geometry.width() / (most + geometry.width()));
        scroll.setBlockIncrement(geometry.width());
        scroll.setUnitIncrement(Math.max(8, geometry.columns().columnWidth()));
    }
}
