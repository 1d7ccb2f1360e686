/** The pictures of studies: lines with bands or intervals, strips of dots, heatmaps. */
@NullMarked
package lab.carousel.picture.study;

import org.jspecify.annotations.NullMarked;
