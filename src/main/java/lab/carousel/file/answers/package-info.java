/** The answers of students as files. */
@NullMarked
package lab.carousel.file.answers;

import org.jspecify.annotations.NullMarked;
