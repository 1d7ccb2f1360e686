/** Ready-made studies, one file for each group of them, and the figures they are compared with. */
package lab.carousel.study.ready;
