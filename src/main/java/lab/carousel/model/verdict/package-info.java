/** How well a network does on a task, and whether that is memory. */
package lab.carousel.model.verdict;
