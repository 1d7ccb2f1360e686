/** A run: an experiment being trained, on a thread of its own, and the snapshots and the loss history it publishes. */
package lab.carousel.training;
