package lab.carousel.model.trace;

import lab.carousel.model.layout.NetworkState;

/** Sees a network while it is fed. */
@FunctionalInterface
public interface StateObserver {

    /** Step t of sequence s, both counted from 0, led to a state; the next one overwrites it. */
    void step(int s, int t, NetworkState state);
}
