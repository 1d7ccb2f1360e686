/** Arrays of numbers with names, as files of other programs hold them. */
@NullMarked
package lab.carousel.file.model.tensor;

import org.jspecify.annotations.NullMarked;
