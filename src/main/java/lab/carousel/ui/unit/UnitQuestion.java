package lab.carousel.ui.unit;

import java.util.Set;
import lab.carousel.model.layout.Quantity;
import lab.carousel.ui.selection.LookedAt;
import lab.carousel.ui.state.TracedSnapshot;

/**
 * What is to be drawn.
 *
 * @param traced     the network
 * @param at         which unit, and which step is marked
 * @param quantities the lines
 * @param room       the most panels
 */
record UnitQuestion(TracedSnapshot traced, LookedAt at, Set<Quantity> quantities, int room) {}
