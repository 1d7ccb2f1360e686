/** Opening and saving experiments. */
package lab.carousel.ui.file;
