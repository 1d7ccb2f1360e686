/** Full text search in a few hundred short texts. */
package lab.carousel.manual.search;
