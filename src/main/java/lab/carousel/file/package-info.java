/** Files: experiments as JSON, tables as CSV, the log, and saving without ever leaving half a file behind. */
package lab.carousel.file;
