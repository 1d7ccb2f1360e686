/** What the task asks of a memory, fork by fork, and how much of it the network has. */
package lab.carousel.ui.forks;
