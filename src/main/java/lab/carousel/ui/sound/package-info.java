/** The loss as a tone: a class hears a network learn. */
package lab.carousel.ui.sound;
