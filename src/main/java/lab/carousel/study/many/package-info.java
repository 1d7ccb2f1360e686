/** Studies: many trainings of an experiment and its variations, run on all cores. */
package lab.carousel.study.many;
