/** Files that are saved and opened: here, the model zips of Deeplearning4j. */
package lab.carousel.file;
