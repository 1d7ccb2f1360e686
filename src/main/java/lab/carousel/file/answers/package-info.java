/** The answers of students as files, and those of a class as a folder or a zip, which are strangers' files. */
@NullMarked
package lab.carousel.file.answers;

import org.jspecify.annotations.NullMarked;
