/** What every chart has: axes with their ticks and grid, the area inside them, lines, bands, signs, levels, a legend. */
@NullMarked
package lab.carousel.drawing.chart;

import org.jspecify.annotations.NullMarked;
