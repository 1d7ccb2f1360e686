/** Where a network's states lie, and how they move: a map of them. */
package lab.carousel.study.map;
