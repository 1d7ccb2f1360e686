/** Files that are written whole or not at all, the log, and what the program remembers from one start to the next. */
@NullMarked
package lab.carousel.file.disk;

import org.jspecify.annotations.NullMarked;
