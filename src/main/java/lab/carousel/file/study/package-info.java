/** Studies as JSON, their results, and tables as CSV. */
package lab.carousel.file.study;
