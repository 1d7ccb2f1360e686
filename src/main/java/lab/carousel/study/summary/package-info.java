/** What many runs come to: shares with intervals, quantiles, bands. */
package lab.carousel.study.summary;
