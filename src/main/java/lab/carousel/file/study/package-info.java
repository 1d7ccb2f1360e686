/** Studies as JSON, their results, and tables as CSV. */
@NullMarked
package lab.carousel.file.study;

import org.jspecify.annotations.NullMarked;
