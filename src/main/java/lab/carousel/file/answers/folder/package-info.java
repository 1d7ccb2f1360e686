/** The answers of a class as a folder or a zip, which are strangers' files. */
@NullMarked
package lab.carousel.file.answers.folder;

import org.jspecify.annotations.NullMarked;
