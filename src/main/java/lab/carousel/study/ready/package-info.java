/** Ready-made studies, one file for each group of them, and the figures they are compared with. */
@NullMarked
package lab.carousel.study.ready;

import org.jspecify.annotations.NullMarked;
