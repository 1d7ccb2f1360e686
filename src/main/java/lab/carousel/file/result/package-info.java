/** What a training has come to, for other programs to read. */
@NullMarked
package lab.carousel.file.result;

import org.jspecify.annotations.NullMarked;
