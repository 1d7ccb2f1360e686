/** States, gates and outputs of every unit at every step of recorded epochs, for other programs to read. */
@NullMarked
package lab.carousel.file.states;

import org.jspecify.annotations.NullMarked;
