/** What Deeplearning4j says of a run of the kernel. */
package lab.carousel.ui.verification;
