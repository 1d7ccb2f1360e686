/** The manual, its search, and the list of keys, in a window beside the lab. */
package lab.carousel.ui.help;
