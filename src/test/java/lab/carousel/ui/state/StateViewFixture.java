package lab.carousel.ui.state;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import lab.carousel.model.trace.ColumnWindow;
import lab.carousel.model.trace.Traces;
import lab.carousel.picture.state.StateLayout;
import lab.carousel.training.SampleSnapshot;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.background.DiskAtOnce;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.selection.Selection;
import lab.carousel.ui.theme.Stylesheets;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

/** The panel of the hidden state on a stage of its own, and what tests ask it. */
abstract class StateViewFixture {

    final Snapshot snapshot = SampleSnapshot.reference(137);
    final Traces traces = Traces.of(snapshot.experiment(), snapshot.parameters(), ColumnWindow.START);

    final Selection selection = new Selection();

    TraceService service;
    StateView view;

    /** Opens the view; called by the method of each test class that TestFX starts with. */
    void open(Stage stage) {
        Background background = DiskAtOnce.background(System::nanoTime);
        service = new TraceService(background);
        view = new StateView(background, service, selection, new SimpleBooleanProperty(true));
        Scene scene = new Scene(view, 640, 364);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Stylesheets.addTo(scene);
        stage.setScene(scene);
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
    }

    @AfterEach
    void close() {
        service.close();
    }

    void show(FxRobot robot, Snapshot wanted) throws TimeoutException {
        robot.interact(() -> service.request(wanted));
        Frames.await(() -> service.getTraced() != null && service.getTraced().snapshot() == wanted);
    }

    HeatmapPane pane(FxRobot robot) {
        return robot.lookup("#stateHeatmap").queryAs(HeatmapPane.class);
    }

    StateLayout layout(FxRobot robot) {
        return pane(robot).layoutProperty().get();
    }

    /** Where a cell is in the window. */
    static Point2D in(StateLayout layout, int column, int row) {
        return new Point2D(layout.grid().middle(column), layout.grid().y(row) + 4);
    }

    static int argb(PixelReader pixels, Point2D place) {
        return pixels.getArgb((int) place.getX(), (int) place.getY());
    }

    String readout(FxRobot robot) {
        return robot.lookup("#stateReadout").queryAs(Label.class).getText();
    }

    PixelReader pixels(FxRobot robot) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = pane(robot).snapshot(null, null));
        return image[0].getPixelReader();
    }

    void moveTo(FxRobot robot, Point2D place) {
        moveTo(robot, place.getX(), place.getY());
    }

    void moveTo(FxRobot robot, double x, double y) {
        robot.moveTo(pane(robot).localToScreen(x, y));
        Frames.settle();
    }
}
