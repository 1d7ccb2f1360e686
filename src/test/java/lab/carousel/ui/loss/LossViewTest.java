package lab.carousel.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.model.Experiment;
import lab.carousel.picture.loss.LossDrawing;
import lab.carousel.picture.loss.LossRange;
import lab.carousel.training.loss.LossHistories;
import lab.carousel.ui.background.Background;
import lab.carousel.ui.command.Command;
import lab.carousel.ui.robot.InWindow;
import lab.carousel.ui.theme.Stylesheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(InWindow.class)
class LossViewTest {

    private static final int PATIENCE = 300;
    private static final double WIDTH = 900;
    private static final double FLOOR = Experiment.reference().memorylessFloor();

    private LossView view;

    @Start
    void open(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        view = new LossView(new Background(), new SimpleObjectProperty<>(Optional.empty()));
        stage.setScene(new Scene(view, WIDTH, 500));
        Stylesheets.addTo(stage.getScene());
        // All tests of a run share the stage; another one may have changed its size
        stage.sizeToScene();
        stage.show();
    }

    private void train(FxRobot robot, int epochs) throws Exception {
        robot.interact(() -> view.show(
                LossHistories.ofTwoSequences(epochs, epoch -> 0.08 + 0.6 / epoch)
                        .view(),
                Experiment.reference()));
        waitFor(range -> plot(robot).frameProperty().get().drawing().history().size() == epochs);
        // Another test's size may still be on its way to this one's: what is clicked or dragged now would be elsewhere
        // then
        waitFor(range -> view.getWidth() == WIDTH && !view.isNeedsLayout());
    }

    private void waitFor(Predicate<LossRange> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                        () -> shownRange().filter(condition).isPresent())
                .get());
    }

    private LossRange shown() throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> shownRange().orElseThrow()).get();
    }

    /** The part that is shown now; empty before the first drawing. */
    private Optional<LossRange> shownRange() {
        return Optional.ofNullable(
                        ((LossPlot) view.lookup("#lossPlot")).frameProperty().get())
                .map(frame -> frame.drawing().range());
    }

    private static LossPlot plot(FxRobot robot) {
        return robot.lookup("#lossPlot").queryAs(LossPlot.class);
    }

    private static void pointAt(FxRobot robot, double epoch) {
        LossFrame frame = plot(robot).frameProperty().get();
        Point2D place =
                plot(robot).localToScreen(frame.plot().x(epoch), frame.area().middleY());
        robot.moveTo(place);
    }

    @Test
    void saysWhatToDoBeforeTheFirstEpoch(FxRobot robot) throws Exception {
        assertThat(robot.lookup("#lossEmpty").query().isVisible()).isTrue();
        assertThat(shownRange()).isEmpty();
        assertThat(plot(robot).getAccessibleText()).isEqualTo("Loss chart, nothing learned yet.");
        train(robot, 3);
        assertThat(robot.lookup("#lossEmpty").query().isVisible()).isFalse();
    }

    @Test
    void saysHowToMoveOnlyWhereItIsReadWhole(FxRobot robot) throws Exception {
        train(robot, 100);
        pointAt(robot, 50);
        waitFor(range -> robot.lookup("#lossHint").query().isVisible());
        robot.interact(() -> view.getScene().getWindow().setWidth(320));
        waitFor(range -> view.getWidth() < 330);
        robot.interact(view::layout);
        pointAt(robot, 20);
        waitFor(range -> plot(robot).isHover());
        assertThat(robot.lookup("#lossHint").query().isVisible()).isFalse();
    }

    @Test
    void followsTheTraining(FxRobot robot) throws Exception {
        train(robot, 100);
        assertThat(shown()).isEqualTo(new LossRange(0, 100, 0, 0.7, false).bentAt(FLOOR));
        assertThat(plot(robot).getAccessibleText()).startsWith("Loss chart over 100 epochs: first loss 0.6800");
        train(robot, 250);
        assertThat(shown()).isEqualTo(new LossRange(0, 250, 0, 0.7, false).bentAt(FLOOR));
    }

    @Test
    void becomesEmptyAfterAReset(FxRobot robot) throws Exception {
        train(robot, 100);
        robot.interact(
                () -> view.show(LossHistories.ofTwoSequences(0, epoch -> 0).view(), Experiment.reference()));
        assertThat(robot.lookup("#lossEmpty").query().isVisible()).isTrue();
        waitFor(range -> plot(robot).frameProperty().get().drawing().history().size() == 0);
        assertThat(shown()).as("the axes stand still").isEqualTo(new LossRange(0, 100, 0, 1, false).bentAt(FLOOR));
        assertThat(plot(robot).getAccessibleText()).isEqualTo("Loss chart, nothing learned yet.");
    }

    @Test
    void changesBetweenLinearAndLogarithmicAxis(FxRobot robot) throws Exception {
        train(robot, 100);
        robot.clickOn("#lossLogarithmic");
        waitFor(LossRange::logarithmic);
        assertThat(shown()).isEqualTo(new LossRange(0, 100, 0.05, 1, true));
        robot.clickOn("#lossLogarithmic");
        assertThat(robot.lookup("#lossLogarithmic").queryAs(ToggleButton.class).isSelected())
                .as("a second click leaves it chosen")
                .isTrue();
        robot.clickOn("#lossLinear");
        waitFor(range -> !range.logarithmic());
    }

    @Test
    void zoomsWithTheWheelAroundThePointer(FxRobot robot) throws Exception {
        train(robot, 100);
        turnWheel(robot, 25, 0.35, false);
        waitFor(range -> range.lastEpoch() < 100);
        LossRange narrow = shown();
        assertThat(narrow.firstEpoch()).isCloseTo(5, within(1e-9));
        assertThat(narrow.lastEpoch()).isCloseTo(85, within(1e-9));
        assertThat(narrow.largestLoss()).isEqualTo(0.7);
        turnWheel(robot, 25, 0.35, true);
        waitFor(range -> range.largestLoss() < 0.7);
        LossRange zoomed = shown();
        // A fifth less is shown, a tenth of it gone at each side, measured where all is equally far apart
        assertThat(zoomed.bend()).isEqualTo(narrow.bend());
        assertThat(zoomed.lossShare(0.35)).isCloseTo(narrow.lossShare(0.35), within(1e-6));
        assertThat(zoomed.lossShare(0.7) - zoomed.lossShare(0)).isCloseTo(1.25, within(1e-6));
        assertThat(zoomed.firstEpoch()).isEqualTo(narrow.firstEpoch());
        train(robot, 200);
        assertThat(shown()).as("zoomed, it does not follow").isEqualTo(zoomed);
        robot.clickOn("#lossShowAll");
        waitFor(range -> range.lastEpoch() == 200);
    }

    /** A notch of the wheel towards the screen, at an epoch and a loss; robots disagree on its direction. */
    private static void turnWheel(FxRobot robot, double epoch, double loss, boolean shift) {
        LossPlot plot = plot(robot);
        LossFrame frame = plot.frameProperty().get();
        double height = frame.drawing().range().lossShare(loss) * frame.area().height();
        Point2D place = plot.localToScene(frame.plot().x(epoch), frame.area().bottom() - height);
        // With Shift the turn arrives sideways, as on most systems
        double sideways = shift ? 40 : 0;
        robot.interact(() -> plot.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                place.getX(),
                place.getY(),
                place.getX(),
                place.getY(),
                shift,
                false,
                false,
                false,
                false,
                false,
                sideways,
                40 - sideways,
                sideways,
                40 - sideways,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null)));
    }

    private LossRange trainAndZoom(FxRobot robot) throws Exception {
        train(robot, 100);
        robot.interact(() -> plot(robot).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        waitFor(range -> range.lastEpoch() < 99);
        return shown();
    }

    @Test
    void zoomsAndMovesWithKeys(FxRobot robot) throws Exception {
        LossRange zoomed = trainAndZoom(robot);
        assertThat(zoomed.firstEpoch()).isCloseTo(100 / 6.0, within(1e-9));
        assertThat(zoomed.lastEpoch()).isCloseTo(500 / 6.0, within(1e-9));
        robot.type(KeyCode.RIGHT);
        waitFor(range -> range.firstEpoch() > zoomed.firstEpoch());
        assertThat(shown().firstEpoch()).isCloseTo(100 / 6.0 + 400 / 60.0, within(1e-9));
        robot.type(KeyCode.DIGIT0);
        waitFor(range -> range.firstEpoch() == 0 && range.lastEpoch() == 100);
    }

    @Test
    void movesWithADragAndShowsAllOnADoubleClick(FxRobot robot) throws Exception {
        LossRange zoomed = trainAndZoom(robot);
        double width = plot(robot).frameProperty().get().area().width();
        pointAt(robot, 50);
        robot.press(MouseButton.PRIMARY).moveBy(-width / 10, 0).release(MouseButton.PRIMARY);
        waitFor(range -> range.firstEpoch() > zoomed.firstEpoch() + 6);
        assertThat(shown().firstEpoch() - zoomed.firstEpoch()).isCloseTo(400 / 60.0, within(0.3));
        robot.doubleClickOn(MouseButton.PRIMARY);
        waitFor(range -> range.firstEpoch() == 0 && range.lastEpoch() == 100);
    }

    @Test
    void showsTheValuesAtThePointer(FxRobot robot) throws Exception {
        train(robot, 100);
        pointAt(robot, 60);
        assertThat(text(robot, "#lossReadoutEpoch")).isEqualTo("Epoch 60, 0.00 bit, separation 0.500");
        assertThat(text(robot, "#lossReadout0")).isEqualTo("0.0900");
        assertThat(text(robot, "#lossReadout1")).isEqualTo("0.1000");
        assertThat(text(robot, "#lossReadout2")).isEqualTo("0.0800");
        assertThat(robot.lookup("#lossReadout").query().isVisible()).isTrue();
        robot.moveTo("#lossLinear");
        assertThat(robot.lookup("#lossReadout").query().isVisible()).isFalse();
    }

    @Test
    void thePointerThatPressedPlayHidesNothingUntilItIsMoved(FxRobot robot) throws Exception {
        robot.interact(() -> view.offer(new Command("toolbar", "play", "toolbar.play", () -> view.setWaiting(false))));
        robot.interact(() -> view.setWaiting(true));
        robot.clickOn("#lossPlay");
        train(robot, 100);
        robot.moveBy(1, 1);
        assertThat(plot(robot).isHover()).as("it is over the chart").isTrue();
        assertThat(robot.lookup("#lossReadout").query().isVisible()).isFalse();
        robot.moveBy(9, 0);
        assertThat(robot.lookup("#lossReadout").query().isVisible()).isTrue();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void exportsWhatIsOnTheScreen(FxRobot robot) throws Exception {
        trainAndZoom(robot);
        robot.interact(() -> view.setPalette(Palette.DARK));
        DrawnPicture picture = WaitForAsyncUtils.asyncFx(() -> view.picture()).get();
        LossDrawing drawing = (LossDrawing) picture.drawing();
        assertThat(drawing.range()).isEqualTo(shown());
        assertThat(picture.palette()).isEqualTo(Palette.DARK);
        assertThat(drawing.onSlide()).isTrue();
    }

    @Test
    void drawsIntoTheWholeOfItsPlace(FxRobot robot) throws Exception {
        train(robot, 100);
        robot.interact(() -> view.getScene().getWindow().setWidth(700));
        waitFor(range -> {
            LossFrame frame = plot(robot).frameProperty().get();
            return frame.plot().equals(frame.drawing().plot((int) plot(robot).getWidth(), (int)
                    plot(robot).getHeight()));
        });
        assertThat(plot(robot).getWidth()).isBetween(600.0, 700.0);
    }
}
