/** What the window works on: the experiment being edited and the run being watched. */
package lab.carousel.ui.lab;
