package lab.carousel.ui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
import lab.carousel.drawing.DrawnPicture;
import lab.carousel.drawing.colour.Palette;
import lab.carousel.drawing.export.Picture;
import lab.carousel.model.layout.Gate;
import lab.carousel.model.layout.ParameterLayout;
import lab.carousel.model.layout.Parameters;
import lab.carousel.model.layout.WeightBlock;
import lab.carousel.picture.weights.PanelsDrawing;
import lab.carousel.picture.weights.UpdateRatios;
import lab.carousel.picture.weights.WeightHistogram;
import lab.carousel.picture.weights.WeightMatrix;
import lab.carousel.picture.weights.WeightSpread;
import lab.carousel.task.Alphabet;
import lab.carousel.text.Message;
import lab.carousel.training.ParameterHistory;
import lab.carousel.training.RecordedEpoch;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.place.PlaceAnswer;

/**
 * What the place shows of some weights.
 *
 * @param question  what was asked
 * @param drawing   the weights
 * @param ratios    how much the last update changed them; empty if it was not kept
 * @param histogram how they are spread, epoch after epoch
 */
record WeightsAnswer(WeightsQuestion question, Drawing drawing, Optional<UpdateRatios> ratios, Drawing histogram)
        implements PlaceAnswer {

    /** The most epochs in the histogram. */
    private static final int MOST_EPOCHS = 64;

    private static final int PICTURE_WIDTH = 960;
    private static final int PICTURE_HEIGHT = 800;

    static WeightsAnswer of(WeightsQuestion question) {
        Snapshot snapshot = question.snapshot();
        return new WeightsAnswer(
                question,
                matrices(question),
                snapshot.update().map(update -> UpdateRatios.of(update.before(), update.change(), question.layer())),
                WeightHistogram.of(moments(snapshot), blocks(question)));
    }

    /** The networks of some of the recorded epochs up to the one that is looked at, evenly spread, and that one. */
    private static List<WeightHistogram.AtEpoch> moments(Snapshot snapshot) {
        ParameterHistory.View recorded = snapshot.recorded();
        int epoch = snapshot.position().epoch();
        List<WeightHistogram.AtEpoch> moments = new ArrayList<>();
        int last = -1;
        for (int column = 0; column < MOST_EPOCHS; column++) {
            int place = recorded.indexAtOrBefore((int) ((long) epoch * column / MOST_EPOCHS));
            if (place > last) {
                RecordedEpoch past = recorded.get(place);
                if (past.epoch() < epoch) {
                    moments.add(new WeightHistogram.AtEpoch(past.epoch(), past.parameters()));
                }
                last = place;
            }
        }
        moments.add(new WeightHistogram.AtEpoch(epoch, snapshot.parameters()));
        return moments;
    }

    private static Drawing matrices(WeightsQuestion question) {
        Parameters parameters = question.snapshot().parameters();
        Alphabet alphabet = question.snapshot().experiment().task().alphabet();
        if (question.isOfOutputs()) {
            return WeightMatrix.ofOutputs(parameters, alphabet, question.unit());
        }
        List<Gate> gates =
                question.gate().map(List::of).orElse(parameters.layout().cell().gates());
        List<PanelsDrawing.Panel> panels = new ArrayList<>();
        for (Gate gate : gates) {
            String title = gates.size() == 1 ? "" : WeightMatrix.title(Optional.of(gate));
            panels.add(new PanelsDrawing.Panel(
                    title, WeightMatrix.ofGate(parameters, alphabet, question.layer(), gate, question.unit())));
        }
        return new PanelsDrawing(panels);
    }

    private static List<WeightBlock> blocks(WeightsQuestion question) {
        ParameterLayout layout = question.snapshot().parameters().layout();
        if (question.isOfOutputs()) {
            return WeightBlock.ofOutputs(layout);
        }
        return question.gate()
                .map(gate -> WeightBlock.ofGate(layout, question.layer(), gate))
                .orElseGet(() -> WeightBlock.ofLayer(layout, question.layer()));
    }

    /** How large the weights are. */
    @Override
    public String spoken() {
        return WeightSpread.of(question.snapshot().parameters(), blocks(question))
                .words(which());
    }

    /** All of it as one picture. */
    private Drawing sheet() {
        List<PanelsDrawing.Panel> panels = new ArrayList<>();
        panels.add(new PanelsDrawing.Panel(which(), drawing));
        ratios.ifPresent(drawn -> panels.add(new PanelsDrawing.Panel(Message.text("weights.ratio"), drawn)));
        panels.add(new PanelsDrawing.Panel(Message.text("weights.histogram"), histogram));
        return new PanelsDrawing(panels);
    }

    /** Which weights they are. */
    String which() {
        if (question.isOfOutputs()) {
            return Message.text("weights.outputs");
        }
        String gate = question.gate()
                .map(which -> WeightMatrix.title(Optional.of(which)))
                .orElseGet(() -> Message.text("weights.gate.all"));
        return question.snapshot().parameters().layout().layers() == 1
                ? gate
                : Message.text("weights.layer", question.layer() + 1, gate);
    }

    @Override
    public String title() {
        return Message.text("weights.title");
    }

    @Override
    public String subtitle() {
        return Message.text("weights.subtitle", question.snapshot().position().epoch(), which());
    }

    @Override
    public Picture picture(Palette palette) {
        return new DrawnPicture(title(), subtitle(), sheet(), palette, PICTURE_WIDTH, PICTURE_HEIGHT);
    }
}
