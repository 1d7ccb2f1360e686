package lab.carousel.ui.resetswitch;

import java.util.List;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * What is asked.
 *
 * @param traced the network
 * @param order  the sequences in a row, counted from 0
 * @param ofCell whether c is asked for rather than h
 * @param unit   the unit that is looked at; -1 for none
 */
record ResetSwitchQuestion(TracedSnapshot traced, List<Integer> order, boolean ofCell, int unit) {}
