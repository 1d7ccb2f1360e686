/** Looking back: which moment of a run the window shows, and which step of its sequences. */
@NullMarked
package lab.carousel.ui.history;

import org.jspecify.annotations.NullMarked;
