/**
 * Sentences for people: messages from bundles, and the exception that carries one to the place where it is shown. Numbers for
 * people and for files, and tables.
 */
package lab.carousel.text;
