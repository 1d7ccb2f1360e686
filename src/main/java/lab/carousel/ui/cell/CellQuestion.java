package lab.carousel.ui.cell;

import lab.carousel.picture.account.AccountView;
import lab.carousel.training.Snapshot;
import lab.carousel.ui.selection.LookedAt;

/**
 * What is to be accounted for.
 *
 * @param snapshot of which network
 * @param at       which unit at which step
 * @param view     how it is shown
 */
record CellQuestion(Snapshot snapshot, LookedAt at, AccountView view) {}
