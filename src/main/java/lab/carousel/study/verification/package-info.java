/** Does Deeplearning4j come to the same numbers as the kernel? */
@NullMarked
package lab.carousel.study.verification;

import org.jspecify.annotations.NullMarked;
