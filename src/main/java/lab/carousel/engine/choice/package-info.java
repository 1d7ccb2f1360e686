/** Gives an engine by its name. On its own, because it knows all engines and they know nothing of it. */
package lab.carousel.engine.choice;
