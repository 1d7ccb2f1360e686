package lab.carousel.ui.transplant;

import java.util.Set;
import lab.carousel.training.Snapshot;

/**
 * A transplant to be made.
 *
 * @param snapshot  the network
 * @param donor     the sequence A that the state is taken from, counted from 0
 * @param recipient the sequence B that it is put into
 * @param step      before which step, counted from 1; both have it
 * @param states    what is moved
 * @param units     of which units, numbered over all layers from 0
 */
record TransplantQuestion(
        Snapshot snapshot, int donor, int recipient, int step, MovedStates states, Set<Integer> units) {}
