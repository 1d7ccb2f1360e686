/** The pictures of studies: lines with bands or intervals, strips of dots, heatmaps. */
package lab.carousel.picture.study;
