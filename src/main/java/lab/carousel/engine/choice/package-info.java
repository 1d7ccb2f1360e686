/** Gives an engine by its name. On its own, because it knows all engines and they know nothing of it. */
@NullMarked
package lab.carousel.engine.choice;

import org.jspecify.annotations.NullMarked;
