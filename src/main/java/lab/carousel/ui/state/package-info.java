/** The panel of the hidden state, and the traces that it and other views show. */
@NullMarked
package lab.carousel.ui.state;

import org.jspecify.annotations.NullMarked;
