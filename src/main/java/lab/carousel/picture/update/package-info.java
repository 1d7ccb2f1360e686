/** One weight update: its numbers stage by stage, and how far its gradient reaches. */
@NullMarked
package lab.carousel.picture.update;

import org.jspecify.annotations.NullMarked;
