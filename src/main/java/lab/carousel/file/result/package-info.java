/** What a training has come to, for other programs to read. */
package lab.carousel.file.result;
