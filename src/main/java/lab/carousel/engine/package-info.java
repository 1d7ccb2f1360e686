/** Ways to train an experiment, behind one small interface. */
package lab.carousel.engine;
