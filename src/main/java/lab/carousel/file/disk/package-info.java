/** Files that are written whole or not at all, the log, and what the program remembers from one start to the next. */
package lab.carousel.file.disk;
