/** Markdown as lessons and the manual are written in it. */
package lab.carousel.markdown;
