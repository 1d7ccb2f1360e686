/** What Deeplearning4j says of a run of the kernel. */
@NullMarked
package lab.carousel.ui.verification;

import org.jspecify.annotations.NullMarked;
