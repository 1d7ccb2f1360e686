/** Lesions: units are silenced and gates forced, to see what holds the memory. */
@NullMarked
package lab.carousel.ui.lesion;

import org.jspecify.annotations.NullMarked;
