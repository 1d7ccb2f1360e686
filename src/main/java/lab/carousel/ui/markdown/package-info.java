/** Markdown on the screen: the texts of lessons and the pages of the manual. */
package lab.carousel.ui.markdown;
