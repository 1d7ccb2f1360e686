/** What many runs come to: shares with intervals, quantiles, bands. */
@NullMarked
package lab.carousel.study.summary;

import org.jspecify.annotations.NullMarked;
