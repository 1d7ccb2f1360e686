/** The answers of a class as a folder or a zip, which are strangers' files. */
package lab.carousel.file.answers.folder;
