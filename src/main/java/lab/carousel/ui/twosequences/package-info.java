/** Where two sequences differ inside the network although their inputs are the same. */
@NullMarked
package lab.carousel.ui.twosequences;

import org.jspecify.annotations.NullMarked;
