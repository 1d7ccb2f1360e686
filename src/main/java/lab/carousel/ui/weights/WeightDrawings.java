package lab.carousel.ui.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.Drawing;
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

/**
 * What the place shows of some weights.
 *
 * @param question  what was asked
 * @param matrices  the weights
 * @param ratios    how much the last update changed them; empty if it was not kept
 * @param histogram how they are spread, epoch after epoch
 */
record WeightDrawings(Question question, Drawing matrices, Optional<UpdateRatios> ratios, Drawing histogram) {

    /** The most epochs in the histogram. */
    static final int MOST_EPOCHS = 64;

    /**
     * What is asked.
     *
     * @param snapshot of a run
     * @param layer    counted from 0; the number of layers stands for the outputs
     * @param gate     empty for all gates
     * @param unit     the selected one, numbered over all layers from 0; -1 for none
     */
    record Question(Snapshot snapshot, int layer, Optional<Gate> gate, int unit) {

        /** Whether it asks for the weights of the outputs. */
        boolean isOfOutputs() {
            return layer == snapshot.parameters().layout().layers();
        }
    }

    static WeightDrawings of(Question question) {
        Snapshot snapshot = question.snapshot();
        return new WeightDrawings(
                question,
                matrices(question),
                snapshot.update().map(update -> UpdateRatios.of(update.before(), update.change(), question.layer())),
                WeightHistogram.of(moments(snapshot), blocks(question)));
    }

    /** The networks of some of the recorded epochs up to the one that is looked at, evenly spread, and that one. */
    private static List<WeightHistogram.Moment> moments(Snapshot snapshot) {
        ParameterHistory.View recorded = snapshot.recorded();
        int epoch = snapshot.position().epoch();
        List<WeightHistogram.Moment> moments = new ArrayList<>();
        int last = -1;
        for (int column = 0; column < MOST_EPOCHS; column++) {
            int place = recorded.indexAtOrBefore((int) ((long) epoch * column / MOST_EPOCHS));
            if (place > last) {
                RecordedEpoch past = recorded.get(place);
                if (past.epoch() < epoch) {
                    moments.add(new WeightHistogram.Moment(past.epoch(), past.parameters()));
                }
                last = place;
            }
        }
        moments.add(new WeightHistogram.Moment(epoch, snapshot.parameters()));
        return moments;
    }

    private static Drawing matrices(Question question) {
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

    private static List<WeightBlock> blocks(Question question) {
        ParameterLayout layout = question.snapshot().parameters().layout();
        if (question.isOfOutputs()) {
            return WeightBlock.ofOutputs(layout);
        }
        return question.gate()
                .map(gate -> WeightBlock.ofGate(layout, question.layer(), gate))
                .orElseGet(() -> WeightBlock.ofLayer(layout, question.layer()));
    }

    /** How large the weights are, in a sentence. */
    String spread() {
        return WeightSpread.of(question.snapshot().parameters(), blocks(question))
                .words(title());
    }

    /** All of it as one picture. */
    Drawing sheet() {
        List<PanelsDrawing.Panel> panels = new ArrayList<>();
        panels.add(new PanelsDrawing.Panel(title(), matrices));
        ratios.ifPresent(drawn -> panels.add(new PanelsDrawing.Panel(Message.text("weights.ratio"), drawn)));
        panels.add(new PanelsDrawing.Panel(Message.text("weights.histogram"), histogram));
        return new PanelsDrawing(panels);
    }

    /** Which weights they are. */
    String title() {
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
}
