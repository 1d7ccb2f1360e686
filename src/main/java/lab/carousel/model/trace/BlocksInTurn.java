package lab.carousel.model.trace;

import lab.carousel.model.Output;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.Parameters;

/** Two blocks of steps: while the answers of one are found the other is filled. */
final class BlocksInTurn {

    private StepBlock filled;
    private StepBlock computed;

    /** Two empty blocks. */
    BlocksInTurn(Parameters parameters, Output output) {
        this.filled = new StepBlock(parameters, output);
        this.computed = new StepBlock(parameters, output);
    }

    /** Takes in a step; shows earlier ones, in order, when there are many. */
    void add(int t, int target, NetworkState after, ForwardPass.AnswerObserver observer) {
        filled.add(t, target, after);
        if (filled.isFull()) {
            turn(observer);
        }
    }

    private void turn(ForwardPass.AnswerObserver observer) {
        filled.start();
        computed.show(observer);
        StepBlock shown = computed;
        computed = filled;
        filled = shown;
    }

    /** Shows all that have not been shown. */
    void finish(ForwardPass.AnswerObserver observer) {
        turn(observer);
        computed.show(observer);
    }
}
