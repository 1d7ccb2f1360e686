/** Forecasts of series, beside what needs no network. */
package lab.carousel.picture.forecast;
