/** Which steps only something earlier tells, and which symbol does: from the task alone, without any network. */
@NullMarked
package lab.carousel.model.telling;

import org.jspecify.annotations.NullMarked;
