/** Which symbols and states an output hangs on. */
package lab.carousel.ui.saliency;
