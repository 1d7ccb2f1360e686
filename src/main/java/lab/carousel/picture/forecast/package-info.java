/** Pictures of forecasts of numbers. */
package lab.carousel.picture.forecast;
