/** A network's states as a map, and what else lies in it. */
package lab.carousel.picture.map;
