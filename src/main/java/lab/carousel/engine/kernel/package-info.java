/** Our own engine: forward, backward and update on plain arrays, without an allocation per update. */
@NullMarked
package lab.carousel.engine.kernel;

import org.jspecify.annotations.NullMarked;
