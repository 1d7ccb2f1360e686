/** One weight update: its numbers stage by stage, and how far its gradient reaches. */
package lab.carousel.picture.update;
