/** The history of a run as a film: loss chart and heatmap side by side, epoch after epoch. */
@NullMarked
package lab.carousel.file.animation;

import org.jspecify.annotations.NullMarked;
