/** The loss as a tone: a class hears a network learn. */
@NullMarked
package lab.carousel.ui.sound;

import org.jspecify.annotations.NullMarked;
