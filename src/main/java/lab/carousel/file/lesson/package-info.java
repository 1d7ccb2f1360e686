/** Lessons as JSON and Markdown: read from a file, a folder, a zip archive, or from the program itself. */
@NullMarked
package lab.carousel.file.lesson;

import org.jspecify.annotations.NullMarked;
