/** Tables of what studies have come to, with thousands of rows. */
@NullMarked
package lab.carousel.ui.studies.table;

import org.jspecify.annotations.NullMarked;
