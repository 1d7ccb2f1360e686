/** Looking back: which moment of a run the window shows, and which step of its sequences. */
package lab.carousel.ui.history;
