/** Networks as Keras saves them. */
@NullMarked
package lab.carousel.file.model.keras;

import org.jspecify.annotations.NullMarked;
