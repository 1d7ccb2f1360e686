/** Sentences for people: messages from bundles, and the exception that carries one to the place where it is shown. */
@NullMarked
package lab.carousel.text;

import org.jspecify.annotations.NullMarked;
