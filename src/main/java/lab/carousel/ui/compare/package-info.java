/** Runs pinned to be compared: their losses, what differs in their experiments, their states. */
package lab.carousel.ui.compare;
