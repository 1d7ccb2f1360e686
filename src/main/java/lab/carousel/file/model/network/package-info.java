/** A network as it stands in the file of another program. */
@NullMarked
package lab.carousel.file.model.network;

import org.jspecify.annotations.NullMarked;
