/** Does Deeplearning4j come to the same numbers as the kernel? */
package lab.carousel.study.verification;
