package lab.carousel.model.trace;

import lab.carousel.model.layout.KernelRows;
import lab.carousel.model.layout.NetworkState;
import lab.carousel.model.layout.ParameterLayout;
import org.jspecify.annotations.Nullable;

/**
 * The states of the slots of a batch, and the kernels that they share. One pass after the other may work in them: new
 * memory takes longer than all that is written into it. Not thread-safe.
 */
public final class SlotStates {

    private final ParameterLayout layout;
    private final KernelRows kernels = new KernelRows();
    /** Null where none has been needed yet. */
    private final @Nullable NetworkState[] states;

    public SlotStates(ParameterLayout layout, int slots) {
        this.layout = layout;
        this.states = new NetworkState[slots];
    }

    NetworkState get(int slot) {
        NetworkState state = states[slot];
        if (state == null) {
            state = new NetworkState(layout, kernels);
            states[slot] = state;
        }
        return state;
    }

    KernelRows kernels() {
        return kernels;
    }

    int size() {
        return states.length;
    }

    void reset() {
        for (NetworkState state : states) {
            if (state != null) {
                state.reset();
            }
        }
    }
}
