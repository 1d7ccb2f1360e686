/** Sentences for people: messages from bundles, and the exception that carries one to the place where it is shown. */
package lab.carousel.text;
