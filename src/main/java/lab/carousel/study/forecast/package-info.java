/** Judging forecasts that were made elsewhere. */
package lab.carousel.study.forecast;
