package lab.carousel.ui.window.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Quantity;
import lab.carousel.picture.account.CellDiagram;
import lab.carousel.picture.account.Digits;
import lab.carousel.picture.update.ReachDrawing;
import lab.carousel.task.Task;
import lab.carousel.text.NumberText;
import lab.carousel.training.Pace;
import lab.carousel.training.RunState;
import lab.carousel.ui.drawing.DrawingView;
import lab.carousel.ui.microscope.Microscope;
import lab.carousel.ui.robot.Frames;
import lab.carousel.ui.window.MainWindowFixture;
import org.junit.jupiter.api.Test;

/** While it trains, everything on the screen shows the same moment: a frame is frozen and its numbers are compared. */
class MainWindowMomentTest extends MainWindowFixture {

    private static final int MOMENTS = 6;

    @Test
    void allPanelsShowTheSameMomentWhileItTrains() {
        open(all -> all.with(Settings.EPOCHS, 100_000));
        showPlace("cell");
        await(() -> isThere("cellFormula-1"));
        robot.interact(() -> {
            workspace.selection().unitProperty().set(0);
            workspace.selection().stepProperty().set(Task.reference().step(0, 3));
            workspace.lab().paceProperty().set(Pace.epochs(100));
        });
        Frames.letGoOn();
        fire("play");
        // The chart says nothing of a network that has learned nothing
        await(() -> workspace.run().state() == RunState.RUNNING
                && !text("epoch").startsWith("0 ")
                && text("cellTitle").equals("Unit 1 at step 3 of sequence 1"));
        assertFrames(this::compare);
        showPlace("predictions");
        await(() -> picture().isPresent());
        assertFrames(this::compareBars);
        showPlace("update");
        awaitStart("updateWhere", "Update ");
        assertFrames(this::compareUpdate);
    }

    /** Compares the panels in frames of several moments, each when nothing is being worked out for it any more. */
    private void assertFrames(IntSupplier compare) {
        Set<Integer> epochs = new LinkedHashSet<>();
        Frames.await(() -> {
            if (!workspace.background().barrier().isDown()) {
                epochs.add(compare.getAsInt());
            }
            return epochs.size() == MOMENTS;
        });
    }

    /** Nothing can change while this compares; gives the epoch. */
    private int compare() {
        int epoch = epoch();
        CellDiagram diagram = (CellDiagram)
                ((DrawingView) find("cellDrawing")).drawn().orElseThrow().drawing();
        double forget = diagram.account().unit().value(Quantity.FORGET_GATE);
        double hidden = diagram.account().unit().h();
        assertThat(text("cellFormula-1"))
                .as("the equation, at epoch " + epoch)
                .endsWith(" " + Digits.USUAL.text(forget));
        assertThat(text("stateReadout").replace('\u00a0', ' '))
                .as("the heatmap, at epoch " + epoch)
                .contains("h = " + NumberText.decimals(hidden, 4), "f = " + NumberText.decimals(forget, 4));
        assertThat(text("cellSubtitle").replace(",", "")).as("the equations").endsWith("epoch " + epoch);
        assertThat(find("lossPlot").getAccessibleText().replace(",", ""))
                .as("the loss chart")
                .contains(epoch + "");
        double loss = workspace.run().shown().orElseThrow().evaluation().loss();
        assertThat(text("loss")).as("the loss, at epoch " + epoch).isEqualTo(NumberText.decimals(loss, 4));
        return epoch;
    }

    private Optional<Picture> picture() {
        return ((Microscope) find("microscope")).picture();
    }

    /** Loss, recall and margin at the bottom come out of the bars, and of no others. */
    private int compareBars() {
        List<String> rows = picture().orElseThrow().csv().lines().skip(1).toList();
        double loss = 0;
        double margin = Double.POSITIVE_INFINITY;
        int right = 0;
        for (String row : rows) {
            List<String> fields = List.of(row.split(","));
            int target = Integer.parseInt(fields.get(3));
            double[] outputs = fields.subList(5, 10).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double best = 0;
            for (int k = 0; k < outputs.length; k++) {
                loss -= Math.log(k == target ? outputs[k] : 1 - outputs[k]) / outputs.length / rows.size();
                best = k == target ? best : Math.max(best, outputs[k]);
            }
            right += outputs[target] > best ? 1 : 0;
            margin = fields.get(1).equals("4") ? Math.min(margin, outputs[target] - best) : margin;
        }
        int epoch = epoch();
        assertThat(text("loss")).as("the loss, at epoch " + epoch).isEqualTo(NumberText.decimals(loss, 4));
        assertThat(text("recall")).as("the recall, at epoch " + epoch).isEqualTo(right + " of 8");
        assertThat(Double.parseDouble(text("margin").replace('−', '-')))
                .as("the margin, at epoch " + epoch)
                .isCloseTo(margin, within(0.000_051));
        assertThat(find("verification").isVisible())
                .as("a verification of a network that is no more")
                .isFalse();
        return epoch;
    }

    /** The last update, the chart of its gradient and the epoch. */
    private int compareUpdate() {
        int epoch = epoch();
        String[] words = text("updateWhere").replaceAll("[,:]", "").split(" ");
        int update = Integer.parseInt(words[1]);
        int step = Integer.parseInt(words[5]);
        assertThat(update / 8).as("the update, at epoch " + epoch).isEqualTo(epoch);
        ReachDrawing chart = (ReachDrawing)
                ((DrawingView) find("updateDrawing")).drawn().orElseThrow().drawing();
        assertThat(chart.steps()[chart.cut()]).as("its chart").isEqualTo(step);
        String gradient = picture()
                .orElseThrow()
                .csv()
                .lines()
                .filter(line -> line.startsWith("step " + step + ",dLoss/dh"))
                .findFirst()
                .orElse("");
        assertThat(gradient).as("its table").endsWith("," + chart.hidden()[chart.cut()]);
        return epoch;
    }
}
