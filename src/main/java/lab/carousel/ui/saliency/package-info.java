/** Which symbols and states an output hangs on. */
@NullMarked
package lab.carousel.ui.saliency;

import org.jspecify.annotations.NullMarked;
