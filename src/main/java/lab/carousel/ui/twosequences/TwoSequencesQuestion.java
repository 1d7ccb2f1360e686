package lab.carousel.ui.twosequences;

import lab.carousel.model.layout.Quantity;
import lab.carousel.training.Snapshot;

/**
 * What is to be compared.
 *
 * @param snapshot the network
 * @param first    a sequence, counted from 0
 * @param second   another one
 * @param quantity h, c, or a gate of its cell
 * @param unit     the selected unit, -1 if none is
 * @param step     the number of the selected step, counted from 1; 0 if none of these sequences is
 */
record TwoSequencesQuestion(Snapshot snapshot, int first, int second, Quantity quantity, int unit, int step) {}
